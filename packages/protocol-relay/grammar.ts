import { type Entry, invalidRequest, isFault, parseBoundedJson, parseError, type Registry, type Type } from '@scrip/rpc';

/** One call of a script: `call::<function>::<cap>#<cap>::<param>::…`. */
export interface RelayCall {
  /** As the script spelled it; its reply begins so. */
  readonly name: string;
  /** Its parameters. Raises invalid_request for one of JSON in which an object has a member twice. */
  readParams(): readonly unknown[];
}

const SEPARATOR = '::';
/** What can be a procedure's name, and can stand in a reply whatever its length limit. */
const NAME = /^[\x21-\x7e]{1,128}$/;
const JSON_KINDS: ReadonlySet<string> = new Set(['array', 'tuple', 'struct', 'any']);

/**
 * Reads a call. All fields are text: the procedure's types convert them as they do for every protocol, and parameters of
 * array, struct and any type are read as JSON. A function that takes no capabilities gets none, whatever came. Raises
 * invalid_request for what is no call.
 */
export function readCall(text: string, registry: Registry): RelayCall {
  const [word, name = '', capabilities = '', ...params] = text.split(SEPARATOR);
  if (word !== 'call' || !NAME.test(name)) {
    throw invalidRequest(
      'a call is the word call, a function, its capabilities with # between them, and its parameters; two colons between all',
    );
  }
  const entry = registry.find(name);
  return { name, readParams: () => (entry ? typed(entry, capabilities, params) : params) };
}

function typed({ params }: Entry, capabilities: string, given: readonly string[]): unknown[] {
  const takesCapabilities = params[0]?.[0] === 'capabilities';
  const types = params.slice(takesCapabilities ? 1 : 0).map(([, param]) => param.type);
  const values = given.map((text, index) => readParam(types[index], text));
  if (!takesCapabilities) return values;
  const tokens = capabilities.split('#').map((token) => token.trim());
  return [tokens.filter((token) => token !== ''), ...values];
}

function readParam(type: Type<unknown> | undefined, text: string): unknown {
  if (!type || !JSON_KINDS.has(type.kind)) return text;
  try {
    return parseBoundedJson(Buffer.from(text));
  } catch (error) {
    // It is no JSON, or more of it than may be: the procedure's type says whether a text will do.
    if (!isFault(error, parseError)) throw error;
    return text;
  }
}
