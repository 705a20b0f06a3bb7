import { type Fault, toJson } from '@scrip/rpc';

const SEPARATOR = '::';
const ESCAPED_COLON = '\\u003a';

export function resultLine(name: string, result: unknown): string {
  return `${name}-rsp${SEPARATOR}${writeValue(toJson(result))}`;
}

export function faultLine(name: string, { spec, faultString }: Fault): string {
  return `${name}-err${SEPARATOR}${spec.fault}${SEPARATOR}${writeText(faultString)}`;
}

/** A flat array's elements stand side by side; any other array, and a struct, is one JSON value as a whole. */
function writeValue(value: unknown): string {
  if (isScalar(value)) return writeScalar(value);
  if (!Array.isArray(value) || !value.every(isScalar)) return escapeSeparators(JSON.stringify(value));
  const last = value.length - 1;
  return value.map((element, index) => writeScalar(element, index < last)).join(SEPARATOR);
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

function writeScalar(value: unknown, another = false): string {
  if (typeof value === 'string') return writeText(value, another);
  if (typeof value === 'boolean') return value ? '1' : '0';
  return value === null ? '' : String(value);
}

/**
 * Texts of ours never hold `::`. One of a caller's may, and is written as a JSON string without colons, as is one that ends
 * in a colon before another element: a script that splits the reply finds each element whole.
 */
function writeText(text: string, another = false): string {
  if (!text.includes(SEPARATOR) && !(another && text.endsWith(':'))) return text;
  return JSON.stringify(text).replaceAll(':', ESCAPED_COLON);
}

/** Two colons side by side in JSON are inside of a string. */
function escapeSeparators(json: string): string {
  return json.replace(/:{2,}/g, (colons) => ESCAPED_COLON.repeat(colons.length));
}
