// What the TypeScript client has to know of procedures when it runs: packages/client/trait-list.ts.

/**
 * What changes nothing that a caller could miss, and yet is more than reading to the server: operators' reads are logged, and each
 * challenge is another.
 */
const HARMLESS = [
  'general.getLoginChallenge',
  ...[
    'audit',
    'inspectCapability',
    'listAvatars',
    'listGrids',
    'listOperators',
    'listOutbox',
    'listPayouts',
    'listRoomSites',
    'log',
    'verifyChain',
  ].map((name) => `operator.${name}`),
  ...['getCapabilities', 'listMethods', 'methodHelp', 'methodSignature'].map((name) => `system.${name}`),
];

/** The names of the procedures that clients may send twice. Fails where one is listed here that is none. */
export function readProcedures({ methods }) {
  const names = new Set(methods.map(({ name }) => name));
  const unknown = HARMLESS.filter((name) => !names.has(name));
  if (unknown.length > 0) throw new Error(`scripts/client-traits.mjs lists what is no procedure: ${unknown.join(', ')}`);
  return new Set([...HARMLESS, ...methods.filter((method) => method['x-repeatable']).map(({ name }) => name)]);
}

/** The text of the file. */
export function clientTraits({ methods }) {
  const reads = readProcedures({ methods });
  const lines = new Map();
  for (const { name, params } of methods) {
    const takes = (wanted) => params.some((param) => param.name === wanted);
    const mark = `${takes('capabilities') ? '' : '-'}${takes('request_id') ? '!' : ''}${reads.has(name) ? '?' : ''}`;
    if (mark === '') continue;
    const [group, method] = name.split('.');
    lines.set(group, [...(lines.get(group) ?? [group]), method + mark]);
  }
  return [
    '// Written by npm run docs out of the declarations of the procedures.',
    '/** Groups and their procedures: `-` takes no capabilities, `!` takes a request id, `?` changes nothing. */',
    `export const TRAITS = '${[...lines.values()].map((words) => words.join(' ')).join('|')}';`,
    '',
  ].join('\n');
}
