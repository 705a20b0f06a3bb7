// The generated part of the PHP kit, made from the methods of the OpenRPC document: the functions of apez-api.php, a class for
// each group of procedures, and the trait by which a client has them. scripts/docs.mjs writes and checks it.

const FOLDER = 'packages/client-php';
const WRITTEN = '// Written by npm run docs out of the registry of procedures.';
const NATIVE = { string: 'string', integer: 'int', number: 'float', boolean: 'bool', array: 'array', object: 'array' };

/** Path -> text of each generated file. */
export function phpClient(methods) {
  const groups = new Map();
  for (const method of methods) {
    const [group] = method.name.split('.', 1);
    groups.set(group, [...(groups.get(group) ?? []), method]);
  }
  return {
    [`${FOLDER}/apez-api.php`]: functionsFile(methods),
    [`${FOLDER}/src/Procedures/Groups.php`]: groupsFile([...groups.keys()]),
    ...Object.fromEntries(
      [...groups].map(([group, those]) => [`${FOLDER}/src/Procedures/${className(group)}.php`, classFile(group, those)]),
    ),
  };
}

function functionsFile(methods) {
  return `<?php
/**
 * The functions of the Apez API. Each returns array(true, the result), or array(false, array('faultCode' => int,
 * 'faultString' => string)). The constant or the environment variable APEZ_URL is the server's whole address.
 */
${WRITTEN}

declare(strict_types=1);

require_once __DIR__ . '/autoload.php';
require_once __DIR__ . '/src/apez.php';

${methods.map(functionText).join('\n')}`;
}

/** What a caller left out is not sent: the server knows what it stands for. */
function functionText(method) {
  const { name, params } = method;
  const structs = params.flatMap(({ schema }, at) => (schema.type === 'object' ? [at] : []));
  const more = structs.length > 0 ? `, array(${structs.join(', ')})` : '';
  return `${docComment(method, params, '@return array array(bool, mixed): ', '')}
function ${name.replace('.', '_')}(${params.map(untyped).join(', ')}): array
{
    return apez_call('${name}', func_get_args()${more});
}
`;
}

function groupsFile(groups) {
  return `<?php
${WRITTEN}

declare(strict_types=1);

namespace Scrip\\Procedures;

/**
 * The groups of procedures as properties: \`$client->bank\`.
 *
${groups.map((group) => ` * @property-read ${className(group)} $${group}`).join('\n')}
 */
trait Groups
{
    public function __get(string $group): \\Scrip\\Service
    {
        switch ($group) {
${groups.map((group) => `            case '${group}':\n                return new ${className(group)}($this);`).join('\n')}
            default:
                throw new \\LogicException("There is no group of procedures $group");
        }
    }
}
`;
}

function classFile(group, methods) {
  return `<?php
${WRITTEN}

declare(strict_types=1);

namespace Scrip\\Procedures;

/** The procedures of the group \`${group}\`. Each raises \\Scrip\\Fault. */
final class ${className(group)} extends \\Scrip\\Service
{
${methods.map(methodText).join('\n')}}
`;
}

function methodText(method) {
  const { name, params, result } = method;
  const own = params.filter((param) => !isCapabilities(param));
  const type = native(result.schema);
  const values = params.map((param) => {
    if (isCapabilities(param)) return '$this->client->capabilities()';
    return param.schema.type === 'object' ? `(object) $${param.name}` : `$${param.name}`;
  });
  const requestId = params.findIndex((param) => param.name === 'request_id');
  const [call, more] = requestId < 0 ? ['request', ''] : ['requestOnce', `, ${requestId}`];
  return `${docComment(method, own, `@return ${docType(result.schema)} `, '    ')}
    public function ${name.slice(name.indexOf('.') + 1)}(${own.map(typed).join(', ')})${type && `: ${type}`}
    {
        return $this->client->${call}('${name}', '${type || 'mixed'}', array(${values.join(', ')})${more});
    }
`;
}

function className(group) {
  return group[0].toUpperCase() + group.slice(1);
}

function isCapabilities({ name }) {
  return name === 'capabilities';
}

function untyped({ name, required, schema }) {
  return required ? `$${name}` : `$${name} = ${literal(schema.default)}`;
}

function typed(param) {
  const type = native(param.schema);
  return type ? `${type} ${untyped(param)}` : untyped(param);
}

/** The one type of PHP 7.4 that a schema comes to; empty where it comes to several. */
function native({ type }) {
  return NATIVE[type] ?? '';
}

function docType(schema) {
  if (schema.format === 'date-time') return '\\DateTimeInterface|string';
  if (schema.anyOf) return [...new Set(schema.anyOf.flatMap((one) => docType(one).split('|')))].join('|');
  if (Array.isArray(schema.type)) return 'int|float|string';
  if ('const' in schema) return 'string';
  if (schema.type === 'array' && native(schema.items ?? {}) && schema.items.type !== 'array') return `${docType(schema.items)}[]`;
  return native(schema) || 'mixed';
}

function literal(value) {
  if (typeof value === 'string') return `'${value.replace(/[\\']/g, '\\$&')}'`;
  return typeof value === 'object' ? 'array()' : String(value);
}

function docComment({ summary, description, result }, params, returns, indent) {
  const lines = [
    ...summary.split('\n'),
    ...(description ? ['', ...description.split('\n')] : []),
    '',
    ...params.map(({ name, description: doc, schema }) => `@param ${docType(schema)} $${name} ${oneLine(doc)}`),
    `${returns}${oneLine(result.description)}`,
  ];
  const text = lines.map((line) => `${indent} * ${line.replaceAll('*/', '* /')}`.trimEnd());
  return [`${indent}/**`, ...text, `${indent} */`].join('\n');
}

function oneLine(text) {
  return text.replace(/\s+/g, ' ').trim();
}
