import { parseResponse, writeCall } from '@scrip/protocol-xmlrpc';
import { type CallParams, Fault, toJson } from '@scrip/rpc';
import { testCall } from './call.ts';
import type { TestServer } from './server.ts';

/** What a call came to, the same for every transport: the result in JSON's values, or the fault. */
export type Outcome = { readonly result: unknown } | { readonly fault: number; readonly faultString: string };

export type Invoke = (method: string, params: readonly unknown[]) => Promise<Outcome>;

interface Headers {
  readonly contentType?: string | undefined;
  /** A capability that goes in the Authorization header. */
  readonly bearer?: string | undefined;
}

async function post(url: string, body: string, { contentType, bearer }: Headers): Promise<Buffer> {
  const headers = { ...(contentType && { 'content-type': contentType }), ...(bearer && { authorization: `Bearer ${bearer}` }) };
  const reply = await fetch(url, { method: 'POST', body: Buffer.from(body), headers });
  const bytes = Buffer.from(await reply.arrayBuffer());
  if (reply.status !== 200) throw new Error(`HTTP ${reply.status}: ${bytes}`);
  return bytes;
}

/** The body of a response, as it came. */
export async function xmlRpcBody(url: string, call: string): Promise<string> {
  return (await post(url, call, { contentType: 'text/xml' })).toString();
}

export function xmlRpc(url: string, bearer?: string): Invoke {
  return async (method, params) => {
    const call = writeCall(method, params, { nil: true });
    const response = parseResponse(await post(url, call, { contentType: 'text/xml', bearer }));
    if (response.kind === 'fault') return { fault: response.faultCode, faultString: response.faultString };
    return { result: toJson(response.value) };
  };
}

/** By position or by name. */
export function jsonRpc(url: string, bearer?: string): (method: string, params: CallParams) => Promise<Outcome> {
  return async (method, params) => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
    const reply = JSON.parse((await post(url, body, { contentType: 'application/json', bearer })).toString());
    if (reply.error) return { fault: reply.error.code, faultString: reply.error.message };
    return { result: reply.result };
  };
}

/** The JSON form of XML-RPC, as davexmlrpc sends it: without a media type. */
export function daveJson(url: string, bearer?: string): Invoke {
  return async (methodName, params) => {
    const call = JSON.stringify({ methodCall: { methodName, params } });
    const reply = JSON.parse((await post(url, call, { bearer })).toString()).methodResponse;
    if (reply.fault) return { fault: reply.fault.faultCode, faultString: reply.fault.faultString };
    return { result: reply.value };
  };
}

/** No protocol at all. */
export function direct(server: TestServer, bearer?: string): Invoke {
  return async (method, params) => {
    try {
      return { result: toJson(await server.running.rpc.invoke(testCall(bearer), method, params)) };
    } catch (error) {
      if (error instanceof Fault) return { fault: error.spec.fault, faultString: error.faultString };
      throw error;
    }
  };
}

type Open = (server: TestServer, bearer?: string) => Invoke;

export const TRANSPORTS: readonly (readonly [name: string, open: Open])[] = [
  ['rpc.invoke', direct],
  ['XML-RPC at /xmlrpc', ({ url }, bearer) => xmlRpc(`${url}/xmlrpc`, bearer)],
  ['XML-RPC at /RPC2', ({ url }, bearer) => xmlRpc(`${url}/RPC2`, bearer)],
  ['XML-RPC at /api.php', ({ url }, bearer) => xmlRpc(`${url}/api.php`, bearer)],
  ['JSON-RPC at /jsonrpc', ({ url }, bearer) => jsonRpc(`${url}/jsonrpc`, bearer)],
  ['JSON-RPC at /api.php', ({ url }, bearer) => jsonRpc(`${url}/api.php`, bearer)],
  ["davexmlrpc's JSON", ({ url }, bearer) => daveJson(`${url}/xmlrpc`, bearer)],
];
