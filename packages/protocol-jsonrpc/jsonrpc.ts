import { type Exchange, JSON_TYPE, type MediaCodec, textReply } from '@scrip/http';
import { invalidRequest, parseBoundedJson, type Rpc } from '@scrip/rpc';
import { createDispatch, type Dispatch } from './dispatch.ts';
import { type Envelope, errorObject, readEnvelope, writeError, writeResult } from './envelope.ts';

/**
 * JSON-RPC 2.0 and 1.0 (https://www.jsonrpc.org/specification, by position and by name, batches, notifications) over
 * jayson; `rpc.discover` gives the OpenRPC document. Every reply with a body is HTTP 200; where there is nothing but
 * notifications it is 204. The calls of a batch run side by side, and their replies stand in the order of the calls.
 */
export function jsonRpcCodec(rpc: Rpc): MediaCodec {
  const dispatch = createDispatch(rpc);
  return {
    name: 'jsonrpc',
    mediaTypes: ['application/json', 'application/json-rpc'],
    open: ({ body }) => exchange(dispatch, rpc.batchLimit, body),
  };
}

const NO_CALL: Envelope = { form: '2.0', id: null, request: undefined };

/** Results are JSON text already, so that they are written once and no more. */
function exchange(dispatch: Dispatch, batchLimit: number, body: Uint8Array): Exchange<Envelope, string> {
  let isBatch = false;
  return {
    read() {
      const value = parseBoundedJson(body);
      if (!Array.isArray(value)) return [readEnvelope(value)];
      if (value.length === 0) throw invalidRequest('a batch holds at least one call');
      if (value.length > batchLimit) throw invalidRequest(`the batch holds ${value.length} calls; at most ${batchLimit} are taken`);
      isBatch = true;
      return value.map(readEnvelope);
    },
    run: dispatch,
    writeResult,
    writeFault: (fault, envelope = NO_CALL) => writeError(envelope, errorObject(fault)),
    reply(answers) {
      if (answers.length === 0) return { status: 204, headers: {}, body: undefined };
      return textReply(JSON_TYPE, isBatch ? `[${answers.join(',')}]` : (answers[0] ?? ''));
    },
  };
}

/**
 * Whether a body at an address that both protocols share is JSON-RPC. davexmlrpc's JSON form of XML-RPC begins with a
 * brace as well, but names its one member methodCall.
 */
export function looksLikeJsonRpc(body: Uint8Array): boolean {
  const start = Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, 256)).toString('latin1').trimStart();
  return start.startsWith('[') || (start.startsWith('{') && !/^\{\s*"methodCall"/.test(start));
}
