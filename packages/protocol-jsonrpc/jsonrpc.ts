import {
  type Call,
  type CallParams,
  Fault,
  internal,
  invalidRequest,
  openRpcDocument,
  type Protocol,
  parseBoundedJson,
  type Rpc,
  toJson,
} from '@scrip/rpc';
import jayson from 'jayson';
import { type Envelope, errorObject, readEnvelope, refusal, writeError, writeResult } from './envelope.ts';

/** What jayson hands through to a method beside the parameters, which the method can't know otherwise. */
interface Context {
  readonly call: Call;
  readonly method: string;
}

/** A jayson handler's way to end: an error object, or the result as JSON text, so that it is written once and no more. */
type Done = (error: object | null, resultJson?: string) => void;

/**
 * JSON-RPC 2.0 and 1.0 (https://www.jsonrpc.org/specification, by position and by name, batches, notifications) over
 * jayson; `rpc.discover` gives the OpenRPC document. Every reply with a body is HTTP 200; where there is nothing but
 * notifications it is 204. The calls of a batch run side by side, and their replies stand in the order of the calls.
 */
export function createJsonRpc({ rpc }: { rpc: Rpc }): Protocol {
  const server = createServer(rpc);
  return {
    name: 'jsonrpc',
    mediaTypes: ['application/json', 'application/json-rpc'],
    async answer({ body, call }) {
      const reply = await answerBody(server, rpc.batchLimit, body, call);
      if (reply === undefined) return { status: 204, contentType: undefined, body: '' };
      return { status: 200, contentType: 'application/json; charset=utf-8', body: reply };
    },
  };
}

async function answerBody(server: jayson.Server, batchLimit: number, body: Uint8Array, call: Call): Promise<string | undefined> {
  let value: unknown;
  try {
    value = parseBoundedJson(body);
    if (!Array.isArray(value)) return answerOne(server, value, call);
    if (value.length === 0) throw invalidRequest('a batch holds at least one call');
    if (value.length > batchLimit) throw invalidRequest(`the batch holds ${value.length} calls; at most ${batchLimit} are taken`);
  } catch (error) {
    return writeError({ form: '2.0', id: null }, errorObject(asFault(error, call)));
  }
  const replies = await Promise.all(value.map((one) => answerOne(server, one, call)));
  const written = replies.filter((reply) => reply !== undefined);
  return written.length === 0 ? undefined : `[${written.join(',')}]`;
}

/** The reply to one request, or undefined where it was a notification. */
async function answerOne(server: jayson.Server, value: unknown, call: Call): Promise<string | undefined> {
  let envelope: Envelope;
  try {
    envelope = readEnvelope(value);
  } catch (error) {
    return writeError({ form: '2.0', id: null }, errorObject(asFault(error, call)));
  }
  const reply = await throughJayson(server, envelope, call);
  if (!reply) return undefined;
  if (reply.error === undefined) return writeResult(envelope, reply.result as string);
  // An error without data is jayson's own, and the only one it can still find is a request that is none.
  return writeError(envelope, 'data' in reply.error ? reply.error : errorObject(refusal(envelope)));
}

type JaysonReply = { readonly result: unknown; readonly error?: undefined } | { readonly error: object };

function throughJayson(server: jayson.Server, { request }: Envelope, call: Call): Promise<JaysonReply | undefined> {
  return new Promise((resolve) => {
    const context = { call, method: request.method };
    server.call(request as jayson.JSONRPCRequest, context, (error, success) => resolve((error ?? success) as JaysonReply | undefined));
  });
}

function createServer(rpc: Rpc): jayson.Server {
  // `invoke` looks names up itself, and counts and answers unknown ones, so one jayson method serves all procedures.
  const procedures = jaysonMethod(async (params, { call, method }) => JSON.stringify(toJson(await rpc.invoke(call, method, params))));
  let document: string | undefined;
  const discover = jaysonMethod(async () => {
    document ??= JSON.stringify(openRpcDocument(rpc.registry));
    return document;
  });
  return new jayson.Server({}, { router: (name) => (name === 'rpc.discover' ? discover : procedures) });
}

/** A jayson method around `run`, which gives the result as JSON text; it ends exactly once, with that or with a fault. */
function jaysonMethod(run: (params: CallParams, context: Context) => Promise<string>): jayson.Method {
  const handler = (params: CallParams | undefined, context: Context, done: Done) => {
    run(params ?? [], context).then(
      (resultJson) => done(null, resultJson),
      (error: unknown) => done(errorObject(asFault(error, context.call))),
    );
  };
  return new jayson.Method(handler as jayson.MethodHandlerContext, { useContext: true });
}

/** Anything but a fault stays in the log; the caller gets the id under which to find it. */
function asFault(error: unknown, call: Call): Fault {
  if (error instanceof Fault) return error;
  call.log.error({ err: error, requestId: call.requestId }, 'internal error');
  return internal(`the server failed; its log tells more under request ${call.requestId}`);
}
