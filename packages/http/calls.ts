import { type Call, type Credential, Fault, internal } from '@scrip/rpc';
import type { HttpReply, HttpRequest } from './message.ts';

/** How one protocol writes calls. `Call.protocol` is its name. */
export interface Codec {
  readonly name: string;
  /** Begins to answer a request. Never raises. */
  open(request: HttpRequest): Exchange;
}

/** One request while it is answered. Only its reading looks at the body; the pipeline does the rest in its order. */
export interface Exchange<Read = unknown, Result = unknown> {
  /** The calls. Raises a fault where the body as a whole has none. */
  read(): readonly Read[] | Promise<readonly Read[]>;
  /** Runs one call. Undefined where it wants no answer. */
  run(read: Read, call: Call): Promise<Result | undefined>;
  writeResult(read: Read, result: Result): string;
  /** Never raises. Without a call it is the fault of the whole request. */
  writeFault(fault: Fault, read?: Read): string;
  /** The reply that holds the answers, in the order of their calls. */
  reply(answers: readonly string[]): HttpReply;
}

/**
 * The way of every door that runs calls: read them, run them side by side, write results and faults. Never rejects; what
 * is no fault stays in the log, and the caller gets the id under which to find it.
 */
export async function answerCalls(codec: Codec, request: HttpRequest): Promise<HttpReply> {
  const call = callOf(request, codec.name);
  const exchange = codec.open(request);
  let calls: readonly unknown[];
  try {
    const read = exchange.read();
    calls = read instanceof Promise ? await read : read;
  } catch (error) {
    return exchange.reply([exchange.writeFault(faultOf(error, call))]);
  }
  // Most requests are one call, and need not be gathered.
  const answers = calls.length === 1 ? [await answerOne(exchange, calls[0], call)] : await answerAll(exchange, calls, call);
  return exchange.reply(answers.filter((answer) => answer !== undefined));
}

function answerAll(exchange: Exchange, calls: readonly unknown[], call: Call): Promise<(string | undefined)[]> {
  return Promise.all(calls.map((read) => answerOne(exchange, read, call)));
}

async function answerOne(exchange: Exchange, read: unknown, call: Call): Promise<string | undefined> {
  try {
    const result = await exchange.run(read, call);
    return result === undefined ? undefined : exchange.writeResult(read, result);
  } catch (error) {
    return exchange.writeFault(faultOf(error, call), read);
  }
}

function faultOf(error: unknown, { log, requestId }: Call): Fault {
  if (error instanceof Fault) return error;
  log.error({ err: error, requestId }, 'a call could not be read, or its answer not written');
  return internal(`the server failed; its log tells more under request ${requestId}`);
}

const BEARER = /^Bearer +(\S{1,4096}) *$/i;
const NO_CREDENTIALS: readonly Credential[] = Object.freeze([]);

function callOf({ headers, requestId, source, secure, log }: HttpRequest, protocol: string): Call {
  const { authorization } = headers;
  const token = typeof authorization === 'string' ? BEARER.exec(authorization)?.[1] : undefined;
  const credentials: readonly Credential[] = token === undefined ? NO_CREDENTIALS : [{ kind: 'capability', token }];
  return { requestId, protocol, source, secure, credentials, log };
}
