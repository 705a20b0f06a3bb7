import { type Call, type CallParams, openRpcDocument, type Rpc, toJson } from '@scrip/rpc';
import jayson from 'jayson';
import { type Envelope, refusal } from './envelope.ts';

/** Runs one request: the result as JSON text, or undefined for a notification, which has no answer even where it fails. */
export type Dispatch = (envelope: Envelope, call: Call) => Promise<string | undefined>;

/** What jayson hands through to a method beside the parameters, and what the method came to. */
interface Context {
  readonly call: Call;
  readonly method: unknown;
  /** What the method failed with. jayson carries error objects, and those are written by the form of the request. */
  failure?: { readonly error: unknown };
}

/** A jayson handler's way to end. The error stands in the context, so that jayson only learns that there is one. */
type Done = (error: typeof FAILED | null, resultJson?: string) => void;

const FAILED = { code: 0, message: 'the context has it' };

export function createDispatch(rpc: Rpc): Dispatch {
  const server = createServer(rpc);
  return async (envelope, call) => {
    if (!envelope.request) throw refusal(envelope);
    const context: Context = { call, method: envelope.request.method };
    const reply = await throughJayson(server, envelope.request as jayson.JSONRPCRequest, context);
    if (!reply) return undefined;
    if (context.failure) throw context.failure.error;
    // Without a method's failure an error is jayson's own, and the only one it can still find is a request that is none.
    if ('error' in reply) throw refusal(envelope);
    return reply.result;
  };
}

type JaysonReply = { readonly result: string } | { readonly error: object };

function throughJayson(server: jayson.Server, request: jayson.JSONRPCRequest, context: Context): Promise<JaysonReply | undefined> {
  return new Promise((resolve) => {
    server.call(request, context, (error, success) => resolve((error ?? success) as JaysonReply | undefined));
  });
}

function createServer(rpc: Rpc): jayson.Server {
  // `invoke` looks names up itself, and counts and answers unknown ones, so one jayson method serves all procedures.
  const procedures = jaysonMethod(async (params, { call, method }) =>
    JSON.stringify(toJson(await rpc.invoke(call, method as string, params))),
  );
  let document: string | undefined;
  const discover = jaysonMethod(async () => {
    document ??= JSON.stringify(openRpcDocument(rpc.registry));
    return document;
  });
  return new jayson.Server({}, { router: (name) => (name === 'rpc.discover' ? discover : procedures) });
}

/** A jayson method around `run`, which gives the result as JSON text; it ends exactly once, with that or with a failure. */
function jaysonMethod(run: (params: CallParams, context: Context) => Promise<string>): jayson.Method {
  const handler = (params: CallParams | undefined, context: Context, done: Done) => {
    run(params ?? [], context).then(
      (resultJson) => done(null, resultJson),
      (error: unknown) => {
        context.failure = { error };
        done(FAILED);
      },
    );
  };
  return new jayson.Method(handler as jayson.MethodHandlerContext, { useContext: true });
}
