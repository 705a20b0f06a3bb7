import { invalidRequest, isStruct } from '@scrip/rpc';
import { callDocument, responseDocument } from './grammar.ts';
import { readDocument, readLongDocument } from './reader.ts';

export interface XmlRpcCall {
  readonly methodName: string;
  readonly params: readonly unknown[];
}

export type XmlRpcResponse =
  | { readonly kind: 'result'; readonly value: unknown }
  | { readonly kind: 'fault'; readonly faultCode: number; readonly faultString: string };

/**
 * Reads a `<methodCall>`. Values come as string, number (int, i4, double, and i8 while exact), bigint (i8 beyond 2^53 - 1),
 * boolean, Date (UTC), Uint8Array, null (nil), arrays, structs without a prototype, and `RoundedNumber` for a double whose text
 * says more than a double holds. Raises parse_error and
 * invalid_request; `reader.ts` has the limits.
 */
export function parseCall(body: Uint8Array, contentType?: string): XmlRpcCall {
  const { methodName, params } = readDocument(body, contentType, callDocument);
  return { methodName, params };
}

/** The same for a long body: others have their turn meanwhile. */
export async function parseLongCall(body: Uint8Array, contentType?: string): Promise<XmlRpcCall> {
  const { methodName, params } = await readLongDocument(body, contentType, callDocument);
  return { methodName, params };
}

/** Reads a `<methodResponse>`, for clients and tests; values and faults are as those of `parseCall`. */
export function parseResponse(body: Uint8Array, contentType?: string): XmlRpcResponse {
  const { params, isFault } = readDocument(body, contentType, responseDocument);
  const value = params[0];
  if (params.length !== 1) throw invalidRequest(`<params> of a response has ${params.length} values; it needs one`);
  if (!isFault) return { kind: 'result', value };
  const faultCode = isStruct(value) ? value['faultCode'] : undefined;
  const faultString = isStruct(value) ? value['faultString'] : undefined;
  if (typeof faultCode === 'number' && typeof faultString === 'string') return { kind: 'fault', faultCode, faultString };
  throw invalidRequest('<fault> is a struct of faultCode (an int) and faultString (a string)');
}
