import { type Call, type Credential, Fault, internal } from '@scrip/rpc';
import { pace } from './budget/pace.ts';
import { type RequestBudget, SMALL } from './budget/request-budget.ts';
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

/** Bytes of a body from which on reading it takes so long that others have their turn first. */
export const LONG_BODY = 16 * 1024;
/** Calls of one batch that are under way at once. */
const SIDE_BY_SIDE = 16;

/**
 * The way of every door that runs calls: read them, run them side by side, write results and faults, all within the budgets
 * of docs/decisions/budgets.md. Never rejects; what is no fault stays in the log, and the caller gets the id under which to
 * find it.
 */
export async function answerCalls(codec: Codec, request: HttpRequest): Promise<HttpReply> {
  const call = callOf(request, codec.name);
  const exchange = codec.open(request);
  const turn = request.body.length > LONG_BODY ? pace() : undefined;
  if (turn) await turn;
  let calls: readonly unknown[];
  try {
    if (turn) request.budget.check();
    const read = exchange.read();
    calls = read instanceof Promise ? await read : read;
  } catch (error) {
    return exchange.reply([exchange.writeFault(faultOf(error, call))]);
  }
  // Most requests are one call, and need not be gathered.
  const answers =
    calls.length === 1
      ? [await answerAlone(exchange, calls[0], call, request.budget)]
      : await answerAll(exchange, calls, call, request.budget);
  request.budget.logSum(request.log, request.requestId);
  return exchange.reply(answers.filter((answer) => answer !== undefined));
}

/** The one call of its request. It is run even where its client has closed its side meanwhile, unless it had to wait. */
async function answerAlone(exchange: Exchange, read: unknown, call: Call, budget: RequestBudget): Promise<string | undefined> {
  const { calls } = budget.source;
  const room = calls.enter();
  if (room) await room;
  try {
    if (room) budget.check();
    const answer = await answerOne(exchange, read, call);
    if (answer !== undefined && answer.length > SMALL) budget.spend(answer.length);
    return answer;
  } catch (error) {
    return exchange.writeFault(faultOf(error, call), read);
  } finally {
    calls.leave();
  }
}

async function answerAll(
  exchange: Exchange,
  calls: readonly unknown[],
  call: Call,
  budget: RequestBudget,
): Promise<(string | undefined)[]> {
  const answers: (string | undefined)[] = Array(calls.length).fill(undefined);
  const rest = calls.entries();
  const work = async () => {
    for (const [index, read] of rest) answers[index] = await answerBatched(exchange, read, call, budget);
  };
  await Promise.all(Array.from({ length: Math.min(calls.length, SIDE_BY_SIDE) }, work));
  return answers;
}

async function answerBatched(exchange: Exchange, read: unknown, call: Call, budget: RequestBudget): Promise<string | undefined> {
  const { batchedCalls } = budget.source;
  const room = batchedCalls.enter();
  if (room) await room;
  try {
    const turn = pace();
    if (turn) await turn;
    budget.check();
    const answer = await answerOne(exchange, read, call);
    budget.spend(answer?.length ?? 0);
    return answer;
  } catch (error) {
    return exchange.writeFault(faultOf(error, call), read);
  } finally {
    batchedCalls.leave();
  }
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

function callOf({ headers, requestId, source, secure, budget, log }: HttpRequest, protocol: string): Call {
  const { authorization } = headers;
  const token = typeof authorization === 'string' ? BEARER.exec(authorization)?.[1] : undefined;
  const credentials: readonly Credential[] = token === undefined ? NO_CREDENTIALS : [{ kind: 'capability', token }];
  return { requestId, protocol, source, secure, credentials, budget, log };
}
