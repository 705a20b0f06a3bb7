import { type Fault, faultStruct, invalidRequest, isStruct, parseBoundedJson, type Typed, toJson } from '@scrip/rpc';
import type { XmlRpcCall } from './codec.ts';

/** Whether the body's first byte that is not white space is `{`: no XML begins so, and davexmlrpc names no media type. */
export function isJsonBody(body: Uint8Array): boolean {
  const first = body.find((byte) => byte !== 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d);
  return first === 0x7b;
}

/**
 * Reads davexmlrpc's JSON form of a call, `{"methodCall":{"methodName":…,"params":[…]}}`. Raises parse_error where it is
 * no JSON or breaks a limit, invalid_request where it is another thing.
 */
export function parseJsonCall(body: Uint8Array): XmlRpcCall {
  const document = parseBoundedJson(body);
  const call = isStruct(document) ? document['methodCall'] : undefined;
  const methodName = isStruct(call) ? call['methodName'] : undefined;
  const params = isStruct(call) ? (call['params'] ?? []) : undefined;
  if (typeof methodName === 'string' && methodName.trim() !== '' && Array.isArray(params)) {
    return { methodName: methodName.trim(), params };
  }
  throw invalidRequest('a JSON body is {"methodCall":{"methodName":a string,"params":an array}}; JSON-RPC is taken at /jsonrpc');
}

export function writeJsonResponse(result: Typed): string {
  return JSON.stringify({ methodResponse: { value: toJson(result) } });
}

export function writeJsonFault(fault: Fault): string {
  return JSON.stringify({ methodResponse: { fault: toJson(faultStruct(fault)) } });
}
