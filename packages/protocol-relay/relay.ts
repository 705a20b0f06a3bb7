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
import { type Fault, invalidRequest, parseError, type Rpc, type Typed } from '@scrip/rpc';
import { replyTooLong } from './errors.ts';
import { type RelayCall, readCall } from './grammar.ts';
import { faultLine, resultLine } from './writer.ts';

/** Bytes that llHTTPRequest gives to a script unless it asks for more, and the most that it can ask for. */
const BODY_MAX = { usual: 2_048, most: 16_384 };
/** LSL's own types: text, and the one that it sends where a script names none. The body is no form in either. */
const MEDIA_TYPES: readonly string[] = ['text/plain', 'application/x-www-form-urlencoded', ''];
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The line protocol of in-world scripts, which get their replies whole only with status 200: every answer has it, faults
 * and refusals of HTTP too, but for another method. One request runs one call, and nothing is cut: what is longer than the
 * script takes (2,048 bytes, or its X-Scrip-Body-Max) becomes relay.reply_too_long.
 */
export function relayDoor(rpc: Rpc, addresses: readonly Address[]): Door {
  const codec: Codec = { name: 'relay', open: (request) => exchange(rpc, request) };
  return {
    name: 'relay',
    addresses,
    answer: (request) => answerCalls(codec, request),
    refuse(refusal, request) {
      const { reply, writeFault } = exchange(rpc, request);
      return reply([writeFault(refusalFault(refusal))]);
    },
  };
}

function exchange(rpc: Rpc, request: HttpRequest): Exchange<RelayCall, Typed> {
  const max = bodyMax(request);
  const tooLong = (line: string) => Buffer.byteLength(line) > max;
  const asksForLess = () => replyTooLong(`the reply has more than ${max} bytes; ask for fewer`);
  return {
    read: () => [readCall(textOf(request), rpc.registry)],
    run: async ({ name, readParams }, call) => rpc.invoke(call, name, readParams()),
    writeResult({ name }, result) {
      const line = resultLine(name, result);
      if (tooLong(line)) throw asksForLess();
      return line;
    },
    writeFault(fault: Fault, { name }: Pick<RelayCall, 'name'> = { name: '' }) {
      const line = faultLine(name, fault);
      return tooLong(line) ? faultLine(name, asksForLess()) : line;
    },
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
