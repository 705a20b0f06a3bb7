import type { Entry, Type } from '@scrip/rpc';
import type { Outcome } from '../../testkit/transports.ts';

// The relay as a script sees it that knows the types of the reference: texts out, texts back.

const SEPARATOR = '::';
/** How the relay writes a text that holds the separator, or ends in a colon before another one. */
const ESCAPED = /^"(?:.*)\\u003a.*"$/s;
/** How arrays and structs begin in JSON. */
const IS_JSON = /^[[{]/;
const IN_JSON: ReadonlySet<string> = new Set(['array', 'tuple', 'struct', 'any']);

/** The line that calls a procedure. */
export function relayLine({ procedure, params }: Entry, given: readonly unknown[]): string {
  const takesCapabilities = params[0]?.[0] === 'capabilities';
  const [capabilities, own] = takesCapabilities ? [given[0] as readonly string[], given.slice(1)] : [[], given];
  const types = params.slice(takesCapabilities ? 1 : 0).map(([, param]) => param.type);
  const texts = own.map((value, at) => writeParam(types[at], value));
  return ['call', procedure.name, capabilities.join('#'), ...texts].join(SEPARATOR);
}

function writeParam(type: Type<unknown> | undefined, value: unknown): string {
  const text = type && IN_JSON.has(type.kind) ? JSON.stringify(value).replaceAll(SEPARATOR, '\\u003a\\u003a') : String(value);
  if (text.includes(SEPARATOR)) throw new Error(`a script can't send ${text}`);
  return text;
}

/** What its reply means. */
export function readRelayLine({ procedure }: Entry, line: string): Outcome {
  const [head = '', ...rest] = line.split(SEPARATOR);
  const text = line.slice(head.length + SEPARATOR.length);
  if (head === `${procedure.name}-rsp`) return { result: readValue(procedure.result, text) };
  if (head !== `${procedure.name}-err`) throw new Error(`not a reply to ${procedure.name}: ${line}`);
  const [number = ''] = rest;
  return { fault: Number(number), faultString: readText(text.slice(number.length + SEPARATOR.length)) };
}

function readValue(type: Type<unknown>, text: string): unknown {
  switch (type.kind) {
    case 'int':
    case 'double':
    case 'amount':
      return Number(text);
    case 'boolean':
      return text === '1';
    case 'array':
    case 'tuple':
      return readElements(type, text);
    case 'struct':
      return JSON.parse(text);
    case 'any':
      return readAny(text);
    default:
      return readText(text);
  }
}

/** Where the reference tells no type, what looks like JSON is JSON, several elements are an array, and all else is a text. */
function readAny(text: string): unknown {
  if (IS_JSON.test(text)) return JSON.parse(text);
  return text.includes(SEPARATOR) ? text.split(SEPARATOR).map(readText) : readText(text);
}

/** A flat array's elements stand side by side; any other is one JSON value. */
function readElements({ element, items }: Type<unknown>, text: string): unknown {
  if (text === '') return [];
  if (IS_JSON.test(text)) return JSON.parse(text);
  return text.split(SEPARATOR).map((one, at) => {
    const type = items?.[at] ?? element;
    return type ? readValue(type, one) : one;
  });
}

function readText(text: string): string {
  return ESCAPED.test(text) ? (JSON.parse(text) as string) : text;
}
