import { parseResponse, writeCall } from '@scrip/protocol-xmlrpc';
import { type CallParams, Fault, toJson } from '@scrip/rpc';
import { testCall } from './call.ts';
import type { TestServer } from './server.ts';

/** What a call came to, the same for every transport: the result in JSON's values, or the fault. */
export type Outcome = { readonly result: unknown } | { readonly fault: number; readonly faultString: string };

export type Invoke = (method: string, params: readonly unknown[]) => Promise<Outcome>;

async function post(url: string, contentType: string | undefined, body: string): Promise<Buffer> {
  const reply = await fetch(url, { method: 'POST', body: Buffer.from(body), headers: contentType ? { 'content-type': contentType } : {} });
  const bytes = Buffer.from(await reply.arrayBuffer());
  if (reply.status !== 200) throw new Error(`HTTP ${reply.status}: ${bytes}`);
  return bytes;
}

export function xmlRpc(url: string): Invoke {
  return async (method, params) => {
    const response = parseResponse(await post(url, 'text/xml', writeCall(method, params, { nil: true })));
    if (response.kind === 'fault') return { fault: response.faultCode, faultString: response.faultString };
    return { result: toJson(response.value) };
  };
}

/** By position or by name. */
export function jsonRpc(url: string): (method: string, params: CallParams) => Promise<Outcome> {
  return async (method, params) => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
    const reply = JSON.parse((await post(url, 'application/json', body)).toString());
    if (reply.error) return { fault: reply.error.code, faultString: reply.error.message };
    return { result: reply.result };
  };
}

/** The JSON form of XML-RPC, as davexmlrpc sends it: without a media type. */
export function daveJson(url: string): Invoke {
  return async (methodName, params) => {
    const reply = JSON.parse(
      (await post(url, undefined, JSON.stringify({ methodCall: { methodName, params } }))).toString(),
    ).methodResponse;
    if (reply.fault) return { fault: reply.fault.faultCode, faultString: reply.fault.faultString };
    return { result: reply.value };
  };
}

/** No protocol at all. */
export function direct(server: TestServer): Invoke {
  return async (method, params) => {
    try {
      return { result: toJson(await server.running.rpc.invoke(testCall(), method, params)) };
    } catch (error) {
      if (error instanceof Fault) return { fault: error.spec.fault, faultString: error.faultString };
      throw error;
    }
  };
}

export const TRANSPORTS: readonly (readonly [name: string, open: (server: TestServer) => Invoke])[] = [
  ['rpc.invoke', direct],
  ['XML-RPC at /xmlrpc', ({ url }) => xmlRpc(`${url}/xmlrpc`)],
  ['XML-RPC at /RPC2', ({ url }) => xmlRpc(`${url}/RPC2`)],
  ['XML-RPC at /api.php', ({ url }) => xmlRpc(`${url}/api.php`)],
  ['JSON-RPC at /jsonrpc', ({ url }) => jsonRpc(`${url}/jsonrpc`)],
  ['JSON-RPC at /api.php', ({ url }) => jsonRpc(`${url}/api.php`)],
  ["davexmlrpc's JSON", ({ url }) => daveJson(`${url}/xmlrpc`)],
];
