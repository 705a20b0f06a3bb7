import { type Exchange, type HttpRequest, LONG_BODY, type MediaCodec, textReply } from '@scrip/http';
import type { Fault, Rpc, Typed } from '@scrip/rpc';
import { parseCall, parseLongCall, type XmlRpcCall } from './codec.ts';
import { isJsonBody, parseJsonCall, writeJsonFault, writeJsonResponse } from './dave-json.ts';
import { type Extensions, writeFault, writeResponse } from './writer.ts';

/** One of the two spellings in which a call may come: it is answered in the same. */
interface Form {
  readonly contentType: string;
  read(): XmlRpcCall | Promise<XmlRpcCall>;
  writeResult(result: Typed): string;
  writeFault(fault: Fault): string;
}

/**
 * XML-RPC (xmlrpc.com/spec.md), and davexmlrpc's JSON form of it. One request runs one call. Results and faults are both
 * HTTP 200. The URL's query asks for what the specification has not: `?nil=1` lets a result hold `<nil/>`, `?i8=1` writes
 * whole numbers beyond 32 bits as `<i8>`; in calls both are always taken.
 */
export function xmlRpcCodec(rpc: Rpc): MediaCodec {
  return {
    name: 'xmlrpc',
    mediaTypes: ['text/xml', 'application/xml', ''],
    open: (request) => exchange(rpc, isJsonBody(request.body) ? jsonForm(request) : xmlForm(request)),
  };
}

function exchange(rpc: Rpc, form: Form): Exchange<XmlRpcCall, Typed> {
  return {
    read() {
      const read = form.read();
      return read instanceof Promise ? read.then((call) => [call]) : [read];
    },
    run: ({ methodName, params }, call) => rpc.invoke(call, methodName, params),
    writeResult: (_call, result) => form.writeResult(result),
    writeFault: form.writeFault,
    reply: ([answer = '']) => textReply(form.contentType, answer),
  };
}

function xmlForm({ body, headers, query }: HttpRequest): Form {
  const extensions: Extensions = { nil: query['nil'] === '1', i8: query['i8'] === '1' };
  const header = headers['content-type'];
  const contentType = typeof header === 'string' ? header : undefined;
  return {
    contentType: 'text/xml; charset=utf-8',
    read: () => (body.length > LONG_BODY ? parseLongCall(body, contentType) : parseCall(body, contentType)),
    writeResult: (result) => writeResponse(result, extensions),
    writeFault,
  };
}

function jsonForm({ body }: HttpRequest): Form {
  return { contentType: 'application/json', read: () => parseJsonCall(body), writeResult: writeJsonResponse, writeFault: writeJsonFault };
}
