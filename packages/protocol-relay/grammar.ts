import { type CallParams, type Entry, invalidRequest, isFault, parseBoundedJson, parseError, type Registry, type Type } from '@scrip/rpc';

/** One call of a script: `call::<function>::<cap>#<cap>::<param>::…`. */
export interface RelayCall {
  /** As the script spelled it; its reply begins so. */
  readonly name: string;
  /** Whether it may run again under its request id without doing anything twice. */
  readonly isRepeatable: boolean;
  /** Whether it takes a request id. */
  readonly hasRequestId: boolean;
  /**
   * Its parameters; the request id is for a call that takes one and brings none. Raises invalid_request for one of JSON in which an
   * object has a member twice.
   */
  readParams(requestId?: string): CallParams;
}

const SEPARATOR = '::';
const REQUEST_ID = 'request_id';
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
  return {
    name,
    isRepeatable: entry === undefined || entry.procedure.isRepeatable !== undefined,
    hasRequestId: entry?.params.at(-1)?.[0] === REQUEST_ID,
    readParams(requestId) {
      if (!entry) return params;
      const given = typed(entry, capabilities, params);
      return requestId === undefined ? given : withRequestId(entry, given, requestId);
    },
  };
}

function typed({ params }: Entry, capabilities: string, given: readonly string[]): unknown[] {
  const takesCapabilities = params[0]?.[0] === 'capabilities';
  const types = params.slice(takesCapabilities ? 1 : 0).map(([, param]) => param.type);
  const values = given.map((text, index) => readParam(types[index], text));
  if (!takesCapabilities) return values;
  const tokens = capabilities.split('#').map((token) => token.trim());
  return [tokens.filter((token) => token !== ''), ...values];
}

/** By name, since what stands between may have been left out. Too many stay as they came, and are refused. */
function withRequestId({ params }: Entry, given: readonly unknown[], requestId: string): CallParams {
  const last = params.at(-1)?.[0];
  if (last !== REQUEST_ID || given.length > params.length) return given;
  const named = given
    .map((value, index) => [params[index]?.[0] ?? '', value] as const)
    .filter(([name, value]) => name !== last || value !== '');
  return { [last]: requestId, ...Object.fromEntries(named) };
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
