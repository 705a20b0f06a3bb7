// Checks of names that stand in more than one place. Each takes paths with their texts and returns what is wrong, a line each.
import { isTest } from './imports.mjs';
import { procedureOf } from './procedures.mjs';

/** What clients match on (`error.data.code`): these never go away and never change their spelling. */
export const PROMISED = [
  'parse_error',
  'invalid_request',
  'method_not_found',
  'invalid_params',
  'internal',
  'rate_limited',
  'busy',
  'auth.login_failed',
  'auth.capability_required',
  'auth.capability_invalid',
  'auth.capability_expired',
  'auth.capability_revoked',
  'auth.forbidden',
  'general.unknown_avatar',
  'general.unknown_group',
  'bank.unknown_account',
  'bank.invalid_amount',
  'bank.insufficient_funds',
  'bank.request_conflict',
];

function sources(files) {
  return [...files].filter(([path]) => path.endsWith('.ts') && /^(packages|apps)\//.test(path) && !isTest(path));
}

/** Every fault in the code stands on the page, and the other way round; a declaration that the server never loads is found so. */
export function checkFaults(files, errorsPage) {
  const problems = [];
  const inCode = new Map();
  for (const [path, text] of sources(files)) {
    for (const [, code] of text.matchAll(/defineFault\(\{\s*code: '([^']+)'/g)) inCode.set(code, path);
    const calls = text.match(/(?<!function )\bdefineFault\(/g)?.length ?? 0;
    const read = text.match(/defineFault\(\{\s*code: '/g)?.length ?? 0;
    if (calls !== read) problems.push(`${path}: a fault's declaration begins "defineFault({ code: '…'", so that it can be found`);
  }
  const onPage = new Set([...errorsPage.matchAll(/^\| -?\d+ \| `([^`]+)` \|/gm)].map(([, code]) => code));
  for (const [code, path] of inCode)
    if (!onPage.has(code)) problems.push(`${path}: ${code} is not in docs/errors.md: the server never loads it`);
  for (const code of onPage) if (!inCode.has(code)) problems.push(`docs/errors.md: no declaration of ${code} is in the code`);
  for (const code of PROMISED) if (!onPage.has(code)) problems.push(`docs/errors.md: ${code} is missing, and clients match on it`);
  return problems;
}

const METHOD_NAME = /^\s*(?:procedure\(\{\s*)?name: '([a-z]\w*\.\w+)'/gm;

/** One procedure a file, which is named as the method; `system.*` describe the registry and stand where it is made. */
export function checkProcedureFiles(files, methods) {
  const problems = [];
  const declared = new Set();
  for (const [path, text] of sources(files)) {
    const inFile = [...names(text, METHOD_NAME)];
    for (const name of inFile) declared.add(name);
    if (path.startsWith('packages/rpc/')) continue;
    const file = procedureOf(path);
    if (file && inFile.join() !== file) {
      problems.push(`${path}: declares ${inFile.join(', ') || 'no procedure'}; the file is named as the one that it declares`);
    }
    if (!file && inFile.length > 0) {
      problems.push(`${path}: declares ${inFile.join(', ')}; a procedure has a file to itself, named as it is`);
    }
  }
  for (const name of declared) if (!methods.includes(name)) problems.push(`${name} is declared, but the server never registers it`);
  for (const name of methods) if (!declared.has(name)) problems.push(`${name} is registered, but no file declares it by this name`);
  return problems;
}

const CONFIG = 'apps/server/config.ts';
const SERVER = 'apps/server';
const CLI = 'apps/cli/settings.ts';

/** The README's tables of variables and addresses name what config.ts reads and the server's doors answer; nothing where there is no README yet. */
export function checkReadme(files, readme) {
  if (readme === '') return [];
  const config = names(files.get(CONFIG) ?? '', /\(env, '([A-Z][A-Z0-9_]*)'/g);
  const cli = names(files.get(CLI) ?? '', /env\['([A-Z][A-Z0-9_]*)'\]/g);
  const server = sources(files).filter(([path]) => path.startsWith(`${SERVER}/`));
  const served = names(server.map(([, text]) => text).join('\n'), /'(?:GET|POST) (\/[^']*)'/g);
  const variables = cells(readme, 'variable', /`([A-Z][A-Z0-9_]*)`/g);
  const addresses = cells(readme, 'address', /`(?:[A-Z]+ )?(\/[^`\s]*)`/g);
  return [
    ...difference(config, variables, (name) => `README.md: ${name} is read by ${CONFIG} and not in the table of variables`),
    ...difference(
      variables,
      union(config, cli),
      (name) => `README.md: the variable ${name} is listed, but neither ${CONFIG} nor ${CLI} reads it`,
    ),
    ...difference(served, addresses, (url) => `README.md: ${url} is served by ${SERVER} and not in the table of addresses`),
    ...difference(addresses, served, (url) => `README.md: the address ${url} is listed, but ${SERVER} does not serve it`),
  ];
}

function names(text, pattern) {
  return new Set([...text.matchAll(pattern)].map(([, name]) => name));
}

/** What stands in the first column of the tables whose first column has this head. */
function cells(markdown, head, pattern) {
  const found = new Set();
  for (const table of markdown.split(/\n(?!\|)/)) {
    const [first = '', , ...rows] = table.split('\n').filter((line) => line.startsWith('|'));
    if ((first.split('|')[1] ?? '').trim().toLowerCase() !== head) continue;
    for (const row of rows) for (const [, name] of (row.split('|')[1] ?? '').matchAll(pattern)) found.add(name);
  }
  return found;
}

function union(a, b) {
  return new Set([...a, ...b]);
}

function difference(a, b, problem) {
  return [...a].filter((name) => !b.has(name)).map(problem);
}
