import type { FaultCode } from './api.ts';
import { badAnswer } from './exchange.ts';
import type { FaultDetails } from './faults.ts';

/** What the server answered to one call. */
export type Answer =
  | { readonly result: unknown }
  /** `notRun`: the fault is that of the request, and the call may go through in another one. */
  | { readonly fault: FaultDetails; readonly notRun?: boolean };

const CODE = /^[a-z_]+(\.[a-z_]+)?$/;
const NO_ANSWER: Answer = { fault: badAnswer('the server answered, but not once and validly to this call').details };

/**
 * What a JSON-RPC reply answers to each of the ids. An id that is answered twice, invalidly or not at all gets client.bad_answer;
 * ids that nobody asked for are ignored. A single error without an id is the answer to all.
 */
export function readAnswers(text: string, ids: readonly number[]): Map<number, Answer> {
  const answers = new Map<number, Answer>();
  const value = parse(text);
  const whole = readAnswer(value);
  const forAll = whole && 'fault' in whole && idOf(value) === null ? { ...whole, notRun: true } : NO_ANSWER;
  for (const reply of Array.isArray(value) ? value : [value]) {
    const id = idOf(reply);
    if (typeof id === 'number') answers.set(id, (!answers.has(id) && readAnswer(reply)) || NO_ANSWER);
  }
  return new Map(ids.map((id) => [id, answers.get(id) ?? forAll]));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function idOf(reply: unknown): unknown {
  return isObject(reply) ? reply['id'] : undefined;
}

function readAnswer(reply: unknown): Answer | undefined {
  if (!isObject(reply) || reply['jsonrpc'] !== '2.0') return undefined;
  const { error } = reply;
  if (Object.hasOwn(reply, 'result')) return error === undefined ? { result: reply['result'] } : undefined;
  if (!isObject(error) || !isObject(error['data'])) return undefined;
  const { code: fault, message, data } = error;
  const { code } = data as { code?: unknown };
  if (typeof fault !== 'number' || typeof message !== 'string' || typeof code !== 'string' || !CODE.test(code)) return undefined;
  // `busy` and `internal` are said of what was committed, too.
  const mayBeDone = code === 'busy' || code === 'internal';
  return { fault: { code: code as FaultCode, fault, message, mayBeDone }, notRun: code === 'reply_too_large' };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
