// The generated files of the Python client, made from the OpenRPC document: what it knows of procedures when it runs, and its types.
import { readProcedures } from './client-traits.mjs';

const FROM = '# Written by npm run docs out of the declarations of the procedures.\n';
const FILLED_IN = new Set(['capabilities']);
const IDENTIFIER = /^[a-z_]\w*$/i;
/** Words that Python keeps for itself: a parameter of that name has an underscore behind it. */
const KEYWORDS = new Set(
  `False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda
   nonlocal not or pass raise return try while with yield`.split(/\s+/),
);

/** Path -> text. */
export function pythonClient({ methods }) {
  return {
    'packages/client-python/scrip/_procedures.py': table(methods),
    'packages/client-python/scrip/_api.pyi': stubs(methods),
  };
}

function table(methods) {
  const reads = readProcedures({ methods });
  const rows = methods.map(({ name, summary, params, result, errors }) => {
    const doc = `${summary}\n\nReturns: ${result.description}\nFaults: ${errors.map(({ data }) => data.code).join(', ') || 'those of every call'}.`;
    const names = params.map((one) => text(one.name)).join(', ');
    return `    ${text(name)}: {"params": [${names}], "reads": ${reads.has(name) ? 'True' : 'False'}, "doc": ${text(doc)}},`;
  });
  return `${FROM}"""Every procedure: the names of its parameters in their order, whether it changes nothing, and what it does."""\n\nPROCEDURES = {\n${rows.join('\n')}\n}\n`;
}

function stubs(methods) {
  const groups = [...new Set(methods.map(({ name }) => groupOf(name)))];
  const structs = [];
  const classes = groups.map((group) => {
    const own = methods.filter(({ name }) => groupOf(name) === group);
    return [`class ${classOf(group)}:`, ...own.flatMap((method) => methodLines(method, structs)), ''].join('\n');
  });
  return [
    FROM,
    'import datetime',
    'import decimal',
    'from typing import Any, Dict, List, Literal, Sequence, TypedDict, Union',
    '',
    '# An amount of money in major units.',
    'Amount = Union[int, float, str, decimal.Decimal]',
    '# A moment in UTC as text, to the second: 2006-10-23T03:08:00Z.',
    'Timestamp = str',
    'Flag = Union[bool, Literal[0, 1]]',
    '',
    ...structs,
    '',
    classes.join('\n'),
    'class Groups:',
    ...groups.map((group) => `    ${group}: ${classOf(group)}`),
    '',
  ].join('\n');
}

function methodLines({ name, summary, description, params, result }, structs) {
  const at = name
    .split(/[._]/)
    .map((word) => word[0].toUpperCase() + word.slice(1))
    .join('');
  const given = params.filter((param) => !FILLED_IN.has(param.name));
  const firstOptional = given.findIndex(({ schema }) => 'default' in schema);
  const parts = given.map((param, index) => {
    if (!IDENTIFIER.test(param.name)) throw new Error(`scripts/python-client.mjs: ${name} has a parameter ${param.name}`);
    const type = typeText(param.schema, `${at}${pascal(param.name)}`, structs, true);
    return `${param.name}${KEYWORDS.has(param.name) ? '_' : ''}: ${type}${firstOptional >= 0 && index >= firstOptional ? ' = ...' : ''}`;
  });
  const takes = params.length > given.length ? ['capabilities: Sequence[str] = ...'] : [];
  const all = ['self', ...parts, '*', ...takes, 'timeout: float = ...'];
  const doc = [summary, ...(description ? ['', ...description.split('\n')] : []), ''];
  const docs = [...doc, ...given.map((one) => `${one.name}: ${one.description}`), `Returns: ${result.description}`];
  return [
    `    def ${name.split('.')[1]}(${all.join(', ')}) -> ${typeText(result.schema, `${at}Result`, structs, false)}:`,
    `        r"""${docs
      .map((line) => line.replaceAll('"""', "'''"))
      .join('\n        ')
      .replaceAll(/ +\n/g, '\n')}"""`,
    '        ...',
  ];
}

/** A schema as the registry writes it; structs get a name of their own. `isSent`: it goes to the server. */
function typeText(schema, name, structs, isSent) {
  const { type, anyOf, items } = schema;
  const inner = (one, more = '') => typeText(one, `${name}${more}`, structs, isSent);
  if (anyOf) return either(anyOf.map((one, index) => inner(one, index === 0 ? '' : `Or${index}`)));
  if ('const' in schema) return `Literal[${text(schema.const)}]`;
  if (schema.enum) return schema.enum.join() === '0,1' && isSent ? 'Flag' : `Literal[${schema.enum.map(text).join(', ')}]`;
  if (Array.isArray(type)) return 'Amount';
  if (type === 'array' && Array.isArray(items)) return `List[${either(items.map((one, index) => inner(one, `Part${index}`)))}]`;
  if (type === 'array') return `${isSent ? 'Sequence' : 'List'}[${inner(items, 'Item')}]`;
  if (type === 'object' && schema.properties) {
    structs.push(structText(schema, name, structs, isSent));
    return name;
  }
  if (type === 'string') return schema.format === 'date-time' ? (isSent ? 'Union[Timestamp, datetime.datetime]' : 'Timestamp') : 'str';
  if (type === 'integer') return 'int';
  if (type === 'number') return 'float';
  if (type === 'boolean') return 'bool';
  if (type === undefined) return 'Any';
  throw new Error(`scripts/python-client.mjs has no type for the schema ${JSON.stringify(schema)}`);
}

function structText({ properties, required }, name, structs, isSent) {
  const members = Object.entries(properties).map(([member, schema]) => [
    member,
    typeText(schema, `${name}${pascal(member)}`, structs, isSent),
  ]);
  const pairs = (all) => all.map(([member, type]) => `${text(member)}: ${type}`).join(', ');
  const must = members.filter(([member]) => required.includes(member));
  const may = members.filter(([member]) => !required.includes(member));
  if (may.length === 0) return `${name} = TypedDict(${text(name)}, {${pairs(must)}})`;
  if (must.length === 0) return `${name} = TypedDict(${text(name)}, {${pairs(may)}}, total=False)`;
  return [
    `_${name} = TypedDict(${text(`_${name}`)}, {${pairs(must)}})`,
    `class ${name}(_${name}, total=False):`,
    ...may.map(([member, type]) => {
      if (!IDENTIFIER.test(member)) throw new Error(`scripts/python-client.mjs: ${name} has an optional member ${member}`);
      return `    ${member}: ${type}`;
    }),
  ].join('\n');
}

function either(types) {
  const all = [...new Set(types)];
  return all.length === 1 ? all[0] : `Union[${all.join(', ')}]`;
}

function groupOf(name) {
  return name.split('.')[0];
}

function classOf(group) {
  return `${pascal(group)}Group`;
}

function pascal(word) {
  return word
    .split(/\W|_/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

/** JSON's texts are Python's as well. */
function text(value) {
  return JSON.stringify(value);
}
