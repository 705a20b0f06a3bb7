// The types of the TypeScript client, made from the OpenRPC document and the declared faults: packages/client/api.ts.

const HEAD = `// Written by npm run docs out of the declarations of the procedures.
import type { CallOptions } from './options.ts';

/**
 * An amount of money in major units. A number is sent as its shortest decimal text; a text of digits or a bigint is exact whatever
 * its length.
 */
export type Amount = number | string | bigint;

/** A moment in UTC as text, to the second: \`2006-10-23T03:08:00Z\`. \`new Date(text)\` reads it. */
export type Timestamp = string;

/** Yes or no, as the documents have it. */
export type Flag = 0 | 1 | boolean;
`;

/** What is said of parameters that the client fills in. */
const FILLED_IN = {
  capabilities: 'Filled in by the client. Those that are given here go instead.',
  request_id: 'Made by the client where it is left out. The same request under the same id is done once, and answered alike.',
};

/** The text of the file. `faults` are all that the server declares, by code. */
export function clientTypes({ methods }, faults) {
  const groups = [...new Set(methods.map(({ name }) => groupOf(name)))];
  const common = faults.map(({ code }) => code).filter(isCommon);
  return [
    HEAD,
    '/** The stable words of all faults: docs/errors.md. */',
    `export type FaultCode =${union(faults.map(({ code }) => code))};`,
    '',
    '/** What a procedure may fail with, by its name: its own faults, and those of every call. */',
    'export interface ProcedureFaults {',
    ...methods.map(({ name, errors }) => `  ${quoted(name)}:${union([...codes(errors), ...common])};`),
    '}',
    '',
    '/** Every procedure. Parameters have the names of docs/procedures.md; `capabilities` are filled in. */',
    'export interface Api {',
    ...groups.flatMap((group) => [
      `  readonly ${group}: {`,
      ...methods.filter(({ name }) => groupOf(name) === group).flatMap(methodLines),
      '  };',
    ]),
    '}',
    '',
  ].join('\n');
}

/** The faults of no group are those of every call. */
function isCommon(code) {
  return !code.includes('.');
}

function groupOf(name) {
  return name.split('.')[0];
}

function codes(errors) {
  return errors.map(({ data }) => data.code);
}

function methodLines({ name, summary, description, params, result, errors }) {
  const notes = [
    ...[summary, description ?? ''].filter(Boolean),
    `Faults: ${codes(errors).concat('those of every call').join(', ')}.`,
    `@returns ${result.description}`,
  ];
  const fields = params.flatMap(({ name: field, description: text, schema }) => [
    ...comment([FILLED_IN[field] ?? text], '      '),
    `      readonly ${field}${isOptional(field, schema) ? '?' : ''}: ${paramType(schema)};`,
  ]);
  const given = params.length === 0 ? 'params?: Record<string, never>' : `params${params.every(isOptionalParam) ? '?' : ''}: {`;
  const head = `    ${name.split('.')[1]}(${given}`;
  const tail = `options?: CallOptions): Promise<${resultType(result.schema)}>;`;
  const signature = params.length === 0 ? [`${head}, ${tail}`] : [head, ...fields, `    }, ${tail}`];
  return [...comment(notes, '    '), ...signature];
}

/** The client fills capabilities and request ids in; what has a default may be left out by name wherever it stands. */
function isOptional(name, schema) {
  return name === 'capabilities' || 'default' in schema;
}

function isOptionalParam({ name, schema }) {
  return isOptional(name, schema);
}

function comment(texts, indent) {
  const lines = texts.flatMap((text) => text.replaceAll('*/', '*\\/').split('\n'));
  if (lines.length === 1) return [`${indent}/** ${lines[0]} */`];
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`];
}

function paramType(schema) {
  return typeText(schema, { flag: 'Flag', time: 'Timestamp | Date', list: (element) => `readonly ${element}[]`, map: paramType });
}

function resultType(schema) {
  return typeText(schema, { flag: '0 | 1', time: 'Timestamp', list: (element) => `${element}[]`, map: resultType });
}

/** A schema as the registry writes it; `words` are what differs between what is sent and what comes back. */
function typeText(schema, words) {
  const { type, anyOf, items } = schema;
  if (anyOf) return [...new Set(anyOf.map(words.map))].join(' | ');
  if ('const' in schema) return quoted(schema.const);
  if (schema.enum) return isFlag(schema) ? words.flag : schema.enum.map(quoted).join(' | ');
  if (Array.isArray(type)) return 'Amount';
  if (type === 'array' && Array.isArray(items)) return `[${items.map(words.map).join(', ')}]`;
  if (type === 'array') return words.list(wrapped(words.map(items)));
  if (type === 'object' && schema.properties) return structText(schema, words);
  if (type === 'string') return schema.format === 'date-time' ? words.time : 'string';
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'boolean') return 'boolean';
  if (type === undefined) return 'unknown';
  throw new Error(`scripts/client-types.mjs has no type for the schema ${JSON.stringify(schema)}`);
}

function structText({ properties, required }, words) {
  const members = Object.entries(properties).map(
    ([name, schema]) => `${member(name)}${required.includes(name) ? '' : '?'}: ${words.map(schema)}`,
  );
  return `{ ${members.join('; ')} }`;
}

function isFlag(schema) {
  return schema.type === 'integer' && schema.enum.join() === '0,1';
}

function wrapped(element) {
  return /^[\w{][^|]*$|^\{.*\}$/.test(element) ? element : `(${element})`;
}

function member(name) {
  return /^\w+$/.test(name) ? name : quoted(name);
}

function union(words) {
  return [...new Set(words)].map((word) => `\n    | ${quoted(word)}`).join('');
}

function quoted(value) {
  return typeof value === 'string' ? `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'` : JSON.stringify(value);
}
