import { type Fault, invalidRequest, isStruct, KINDS, nearest } from '@scrip/rpc';

export type Id = string | number | null;

/** One request, whatever else is wrong with it: in which form its reply is written, and under which id. */
export interface Envelope {
  readonly form: '1.0' | '2.0';
  /** What the reply echoes: null too where no usable id came. */
  readonly id: Id;
  /** The request as jayson takes it; undefined where it is no object at all. */
  readonly request: undefined | { jsonrpc: unknown; method: unknown; params: unknown; id: unknown };
}

/** Any id that jayson takes for the id of a request; replies get the caller's own id back. */
const PLACEHOLDER = 0;

/**
 * Tells JSON-RPC 1.0 from 2.0: a method and an id without `jsonrpc` is a 1.0 request, and everything else is judged as
 * 2.0. `id: null` is a notification in 1.0 and a request in 2.0, where only a missing id makes a notification; jayson
 * sees notifications of both as requests without an id. What is no object is kept from jayson, which would run a string
 * as a body of its own, and an array as a batch.
 */
export function readEnvelope(value: unknown): Envelope {
  if (!isStruct(value)) return { form: '2.0', id: null, request: undefined };
  const { jsonrpc, method } = value;
  const [params, id] = [nearest(value['params']), nearest(value['id'])];
  const usable = isId(id);
  const form = jsonrpc === undefined && typeof method === 'string' && id !== undefined ? '1.0' : '2.0';
  const notification = form === '1.0' ? id === null : id === undefined;
  return {
    form,
    id: usable ? id : null,
    request: { jsonrpc: form === '1.0' ? '2.0' : jsonrpc, method, params, id: notification ? undefined : usable ? PLACEHOLDER : id },
  };
}

function isId(id: unknown): id is Id {
  return typeof id === 'string' || typeof id === 'number' || id === null;
}

/** Why a request is none that could be run; the rules are those of section 4 of the JSON-RPC 2.0 specification. */
export function refusal({ request }: Envelope): Fault {
  if (!request) return invalidRequest('a call is an object with the members jsonrpc, method, params and id');
  if (request.jsonrpc === undefined) {
    return invalidRequest('the member jsonrpc is missing: "2.0" is needed, or for JSON-RPC 1.0 a method and an id');
  }
  if (request.jsonrpc !== '2.0') return invalidRequest('jsonrpc must be the string "2.0"');
  if (typeof request.method !== 'string') return invalidRequest("method must be a string, a procedure's name");
  const { params } = request;
  const structured = params === undefined || (typeof params === 'object' && params !== null);
  if (!structured) return invalidRequest('params must be an array or an object; leave it out where there are none');
  return invalidRequest('id must be a string, a number or null');
}

export function writeResult({ form, id }: Pick<Envelope, 'form' | 'id'>, resultJson: string): string {
  if (form === '1.0') return `{"result":${resultJson},"error":null,"id":${JSON.stringify(id)}}`;
  return `{"jsonrpc":"2.0","result":${resultJson},"id":${JSON.stringify(id)}}`;
}

export function writeError({ form, id }: Pick<Envelope, 'form' | 'id'>, error: object): string {
  if (form === '1.0') return `{"result":null,"error":${JSON.stringify(error)},"id":${JSON.stringify(id)}}`;
  return `{"jsonrpc":"2.0","error":${JSON.stringify(error)},"id":${JSON.stringify(id)}}`;
}

/** A fault as the error member of a reply: `data.code` is the stable code, `data.retry` whether trying again makes sense. */
export function errorObject({ spec, faultString }: Fault): { code: number; message: string; data: object } {
  return { code: spec.fault, message: faultString, data: { code: spec.code, kind: spec.kind, retry: KINDS[spec.kind].retry } };
}
