import { escapeText, type Fault, faultStruct, notRepresentable, replaceForbidden, type Type, Typed, t } from '@scrip/rpc';
import { compactTime, decimal } from './numbers.ts';

/** What a caller's URL asked for beyond the specification: `?nil=1`, `?i8=1`. */
export interface Extensions {
  /** Write null as `<nil/>` instead of raising a fault. */
  readonly nil?: boolean;
  /** Write whole numbers beyond 32 bits as `<i8>` instead of `<double>`. */
  readonly i8?: boolean;
}

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n';

/** A call, each parameter written by its JavaScript type, or by its own type where it is a `Typed`. */
export function writeCall(methodName: string, params: readonly unknown[], extensions: Extensions = {}): string {
  let text = `${DECLARATION}<methodCall><methodName>${escapeText(methodName)}</methodName><params>`;
  for (const param of params) text += `<param>${writeAny(param, extensions)}</param>`;
  return `${text}</params></methodCall>\n`;
}

/**
 * A result, written by its declared type: doubles without an exponent, strings tagged, times in UTC. Where the type is
 * `any`, whole numbers of 32 bits are ints and other numbers doubles. Raises not_representable for a value that plain
 * XML-RPC has no way to carry exactly.
 */
export function writeResponse(result: Typed, extensions: Extensions = {}): string {
  return responses.writerFor(result.type)(result.value, extensions);
}

/** A fault; a character in its text that XML can not carry becomes U+FFFD, since this must always succeed. */
export function writeFault(fault: Fault): string {
  const { type, value } = faultStruct(fault);
  const struct = value as { faultCode: number; faultString: string };
  const safe = { ...struct, faultString: replaceForbidden(struct.faultString) };
  return `${DECLARATION}<methodResponse><fault>${values.writerFor(type)(safe, {})}</fault></methodResponse>\n`;
}

type Writer = (value: never, extensions: Extensions) => string;
type AnyWriter = (value: unknown, extensions: Extensions) => string;

/** The writers of types, each put together once: its tags and names are then ready-made pieces, as few as can be. */
class Writers {
  readonly #known = new WeakMap<Type<unknown>, AnyWriter>();
  readonly #before: string;
  readonly #after: string;

  constructor(before: string, after: string) {
    this.#before = before;
    this.#after = after;
  }

  writerFor(type: Type<unknown>): AnyWriter {
    let writer = this.#known.get(type);
    if (!writer) {
      writer = build(type, this.#before, this.#after);
      this.#known.set(type, writer);
    }
    return writer;
  }
}

const values = new Writers('', '');
const responses = new Writers(`${DECLARATION}<methodResponse><params><param>`, '</param></params></methodResponse>\n');

/** A writer of `type` whose text stands between `before` and `after`. */
function build(type: Type<unknown>, before: string, after: string): AnyWriter {
  const tagged = (element: string, text: (value: never) => string): Writer => {
    const open = `${before}<value><${element}>`;
    const close = `</${element}></value>${after}`;
    return (value) => open + text(value) + close;
  };
  const writer = (): Writer => {
    switch (type.kind) {
      case 'string':
        return tagged('string', escapeText);
      case 'double':
        return tagged('double', decimal);
      case 'boolean':
        return tagged('boolean', (value: boolean) => (value ? '1' : '0'));
      case 'dateTime':
        return tagged('dateTime.iso8601', compactTime);
      case 'base64':
        return tagged('base64', base64);
      case 'int': {
        const plain = tagged('int', String);
        return (value: number, extensions) =>
          fitsInt(value) ? plain(value as never, extensions) : before + writeWhole(value, extensions) + after;
      }
      case 'array':
        return arrayWriter(values.writerFor(type.element ?? t.any()), before, after);
      case 'tuple':
        return tupleWriter(type.items ?? [], before, after);
      case 'struct':
        return structWriter(type, before, after);
      case 'amount':
      case 'any':
        return (value, extensions) => before + writeAny(value, extensions) + after;
    }
  };
  // The registry has checked every value against its type before it comes here.
  return writer() as AnyWriter;
}

function arrayWriter(element: AnyWriter, before: string, after: string): Writer {
  return (value: readonly unknown[], extensions) => {
    let text = `${before}<value><array><data>`;
    for (const one of value) text += element(one, extensions);
    return `${text}</data></array></value>${after}`;
  };
}

function tupleWriter(items: readonly Type<unknown>[], before: string, after: string): Writer {
  const open = `${before}<value><array><data>`;
  const close = `</data></array></value>${after}`;
  if (items.length === 0) return () => open + close;
  const last = items.length - 1;
  const elements = items.map((item, i) => build(item, i === 0 ? open : '', i === last ? close : ''));
  return (value: readonly unknown[], extensions) => {
    let text = '';
    for (let i = 0; i < elements.length; i++) text += elements[i]?.(value[i], extensions);
    return text;
  };
}

function structWriter(type: Type<unknown>, before: string, after: string): Writer {
  const members = [...(type.members ?? [])].map(([name, member]) => ({
    name,
    write: build(member.type, `<member><name>${escapeText(name)}</name>`, '</member>'),
  }));
  return (value: Readonly<Record<string, unknown>>, extensions) => {
    let text = `${before}<value><struct>`;
    for (const { name, write } of members) {
      const member = value[name];
      if (member !== undefined) text += write(member, extensions);
    }
    return `${text}</struct></value>${after}`;
  };
}

function writeAny(value: unknown, extensions: Extensions): string {
  switch (typeof value) {
    case 'string':
      return `<value><string>${escapeText(value)}</string></value>`;
    case 'number':
      if (Number.isSafeInteger(value) && !Object.is(value, -0)) return writeWhole(value, extensions);
      return `<value><double>${decimal(value)}</double></value>`;
    case 'bigint':
      return writeWhole(value, extensions);
    case 'boolean':
      return `<value><boolean>${value ? '1' : '0'}</boolean></value>`;
    case 'object':
      return writeObject(value, extensions);
    default:
      throw new Error(`a result holds a ${typeof value}, which is no wire value`);
  }
}

function writeObject(value: object | null, extensions: Extensions): string {
  if (value === null) {
    if (extensions.nil) return '<value><nil/></value>';
    throw notRepresentable('the call was done, but its result holds a nil, which plain XML-RPC has not; call with ?nil=1 for <nil/>');
  }
  if (value instanceof Typed) return values.writerFor(value.type)(value.value, extensions);
  if (value instanceof Date) return `<value><dateTime.iso8601>${compactTime(value)}</dateTime.iso8601></value>`;
  if (value instanceof Uint8Array) return `<value><base64>${base64(value)}</base64></value>`;
  if (Array.isArray(value)) {
    let text = '<value><array><data>';
    for (const element of value) text += writeAny(element, extensions);
    return `${text}</data></array></value>`;
  }
  let text = '<value><struct>';
  for (const [name, member] of Object.entries(value)) {
    if (member !== undefined) text += `<member><name>${escapeText(name)}</name>${writeAny(member, extensions)}</member>`;
  }
  return `${text}</struct></value>`;
}

function fitsInt(value: number | bigint): boolean {
  return value >= -2_147_483_648 && value <= 2_147_483_647;
}

/** `<int>` within 32 bits; beyond, `<i8>` where the caller asked for it, or `<double>` as far as that is exact. */
function writeWhole(value: number | bigint, extensions: Extensions): string {
  if (fitsInt(value)) return `<value><int>${value}</int></value>`;
  if (extensions.i8 && BigInt.asIntN(64, BigInt(value)) === BigInt(value)) return `<value><i8>${value}</i8></value>`;
  if (Number.isSafeInteger(Number(value))) return `<value><double>${value}.0</double></value>`;
  throw notRepresentable(`the call was done, but its result holds ${value}, which a double can not hold; call with ?i8=1 for <i8>`);
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
