import {
  type Address,
  answerCalls,
  type Codec,
  type Door,
  type Exchange,
  type HttpRequest,
  mediaType,
  refusalFault,
  textReply,
} from '@scrip/http';
import { type Call, Fault, invalidRequest, parseError, type Rpc } from '@scrip/rpc';
import { nonceConflict, replyTooLong } from './errors.ts';
import { type RelayCall, readCall } from './grammar.ts';
import { type Answered, type ObjectDirectory, objectOf } from './objects.ts';
import { faultLine, resultLine } from './writer.ts';

/** Bytes that llHTTPRequest gives to a script unless it asks for more, and the most that it can ask for. */
const BODY_MAX = { usual: 2_048, most: 16_384 };
/** LSL's own types: text, and the one that it sends where a script names none. The body is no form in either. */
const MEDIA_TYPES: readonly string[] = ['text/plain', 'application/x-www-form-urlencoded', ''];
/** Kinds of faults after which the same call may go well. */
const PASSING: ReadonlySet<string> = new Set(['unavailable', 'rate_limited', 'internal']);
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The line protocol of in-world scripts, which get their replies whole only with status 200: every answer has it, faults
 * and refusals of HTTP too, but for another method. One request runs one call, and nothing is cut: what is longer than the
 * script takes (2,048 bytes, or its X-Scrip-Body-Max) becomes relay.reply_too_long. An object that is known gets the first
 * reply again where it sends the same call under the same nonce.
 */
export function relayDoor(rpc: Rpc, objects: ObjectDirectory, addresses: readonly Address[]): Door {
  const codec: Codec = { name: 'relay', open: (request) => exchange(rpc, objects, request) };
  return {
    name: 'relay',
    addresses,
    answer: (request) => answerCalls(codec, request),
    refuse(refusal, request) {
      const { reply, writeFault } = exchange(rpc, objects, request);
      return reply([writeFault(refusalFault(refusal))]);
    },
  };
}

function exchange(rpc: Rpc, objects: ObjectDirectory, request: HttpRequest): Exchange<RelayCall, string> {
  const max = bodyMax(request);
  const tooLong = (line: string) => Buffer.byteLength(line) > max;
  const asksForLess = () => replyTooLong(`the reply has more than ${max} bytes; ask for fewer`);
  const writeFault = (fault: Fault, { name }: Pick<RelayCall, 'name'> = { name: '' }) => {
    const line = faultLine(name, fault);
    return tooLong(line) ? faultLine(name, asksForLess()) : line;
  };
  const run = async ({ name, readParams }: RelayCall, call: Call, requestId?: string) => {
    const line = resultLine(name, await rpc.invoke(call, name, readParams(requestId)));
    if (tooLong(line)) throw asksForLess();
    return line;
  };
  /** What is to be said again under the same nonce. Where the server was busy or failed, nothing was decided. */
  const answer = async (read: RelayCall, call: Call, requestId: string): Promise<Answered> => {
    try {
      return { reply: await run(read, call, requestId), isFinal: true };
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return { reply: writeFault(error, read), isFinal: !PASSING.has(error.spec.kind) };
    }
  };
  const runKnown = async (read: RelayCall, call: Call) => {
    const object = await objectOf(request, objects);
    if (!object) return run(read, call);
    const { key, nonce } = object;
    const known: Call = { ...call, credentials: [...call.credentials, { kind: 'object', object }] };
    if (nonce === undefined) return run(read, known);
    const { isRepeatable, hasRequestId } = read;
    const attempt = { object, nonce, body: textOf(request), isRepeatable, hasRequestId };
    const reply = await objects.replies.answer(attempt, () => answer(read, known, `${key}:${nonce}`));
    if (reply === undefined) throw nonceConflict(`nonce ${nonce} was sent with another call before; a new call needs a new one`);
    return reply;
  };
  return {
    read: () => [readCall(textOf(request), rpc.registry)],
    async run(read, call) {
      try {
        return await runKnown(read, call);
      } catch (error) {
        throw error instanceof Fault ? error : (rpc.asFault(error) ?? error);
      }
    },
    writeResult: (_read, line) => line,
    writeFault,
    reply: ([line = '']) => textReply('text/plain; charset=utf-8', line),
  };
}

function bodyMax({ headers }: HttpRequest): number {
  const asked = headers['x-scrip-body-max'];
  if (typeof asked !== 'string' || !/^[1-9]\d{0,5}$/.test(asked)) return BODY_MAX.usual;
  return Math.min(Number(asked), BODY_MAX.most);
}

function textOf(request: HttpRequest): string {
  const type = mediaType(request);
  if (!MEDIA_TYPES.includes(type)) {
    throw invalidRequest(`the Content-Type is ${JSON.stringify(type.slice(0, 80))}; a call is text/plain`);
  }
  try {
    return UTF8.decode(request.body);
  } catch {
    throw parseError('the body is not UTF-8');
  }
}
