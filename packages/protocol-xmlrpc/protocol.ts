import { Fault, internal, type Protocol, type Rpc, type Typed, type WireRequest } from '@scrip/rpc';
import { parseCall, type XmlRpcCall } from './codec.ts';
import { isJsonBody, parseJsonCall, writeJsonFault, writeJsonResponse } from './dave-json.ts';
import { type Extensions, writeFault, writeResponse } from './writer.ts';

/** One of the two spellings in which a call may come: it is answered in the same. */
interface Form {
  readonly contentType: string;
  read(): XmlRpcCall;
  writeResult(result: Typed): string;
  writeFault(fault: Fault): string;
}

/**
 * XML-RPC (xmlrpc.com/spec.md), and davexmlrpc's JSON form of it. One request runs one call. Results and faults are both
 * HTTP 200. The URL's query asks for what the specification has not: `?nil=1` lets a result hold `<nil/>`, `?i8=1` writes
 * whole numbers beyond 32 bits as `<i8>`; in calls both are always taken.
 */
export function createXmlRpc({ rpc }: { rpc: Rpc }): Protocol {
  return {
    name: 'xmlrpc',
    mediaTypes: ['text/xml', 'application/xml', ''],
    async answer(request) {
      const form = isJsonBody(request.body) ? jsonForm(request) : xmlForm(request);
      const reply = (body: string) => ({ status: 200, contentType: form.contentType, body });
      try {
        const { methodName, params } = form.read();
        return reply(form.writeResult(await rpc.invoke(request.call, methodName, params)));
      } catch (error) {
        return reply(form.writeFault(error instanceof Fault ? error : hidden(error, request)));
      }
    },
  };
}

function xmlForm({ body, contentType, query }: WireRequest): Form {
  const extensions: Extensions = { nil: query['nil'] === '1', i8: query['i8'] === '1' };
  return {
    contentType: 'text/xml; charset=utf-8',
    read: () => parseCall(body, contentType),
    writeResult: (result) => writeResponse(result, extensions),
    writeFault,
  };
}

function jsonForm({ body }: WireRequest): Form {
  return { contentType: 'application/json', read: () => parseJsonCall(body), writeResult: writeJsonResponse, writeFault: writeJsonFault };
}

function hidden(error: unknown, { call }: WireRequest): Fault {
  call.log.error({ err: error, requestId: call.requestId }, 'a result could not be written');
  return internal(`the server failed; its log tells more under request ${call.requestId}`);
}
