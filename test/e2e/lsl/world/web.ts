import type { Timeline } from './timeline.ts';

/** A request as a simulator sends it. */
export interface WebRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface WebReply {
  readonly status: number;
  readonly body: string;
}

/**
 * What becomes of a request. `lost`: the server never gets it. `unanswered`: it gets it, and the reply is lost. `twice`: the
 * simulator sends it again because it waits in vain, and the script hears the second reply. `late_s`: the reply takes so
 * long. `reply`: somebody between answers instead.
 */
export type Delivery = 'delivered' | 'lost' | 'unanswered' | 'twice' | { readonly late_s: number } | { readonly reply: WebReply };

/** What a script is told when there was no answer within 60 s. */
const NO_ANSWER: WebReply = { status: 499, body: 'Operation timed out after 60000 milliseconds with 0 bytes received' };
const TIMEOUT_S = 60;

/** How simulators reach servers: they are real, and what is between may lose, double and delay. */
export class Web {
  readonly shard: string;
  /** All that scripts sent, also what was lost. */
  readonly sent: WebRequest[] = [];
  /** A test may decide otherwise. */
  decide: (request: WebRequest) => Delivery = () => 'delivered';
  readonly #timeline: Timeline;

  constructor(timeline: Timeline, shard: string) {
    this.#timeline = timeline;
    this.shard = shard;
  }

  /** `hear` is called when the script gets its reply; the promise is fulfilled when the server has done its part. */
  async send(request: WebRequest, hear: (reply: WebReply) => void): Promise<void> {
    this.sent.push(request);
    const delivery = this.decide(request);
    const later = (seconds: number, reply: WebReply) => {
      this.#timeline.after(seconds, () => hear(reply));
    };
    if (typeof delivery === 'object' && 'reply' in delivery) return later(0, delivery.reply);
    if (delivery === 'lost') return later(TIMEOUT_S, NO_ANSWER);
    if (delivery === 'twice') await exchange(request);
    const reply = await exchange(request);
    if (typeof delivery === 'object') return later(Math.min(delivery.late_s, TIMEOUT_S), delivery.late_s < TIMEOUT_S ? reply : NO_ANSWER);
    if (delivery === 'unanswered') return later(TIMEOUT_S, NO_ANSWER);
    hear(reply);
  }
}

/** A server that is away is told as one that does not answer. */
async function exchange({ url, method, headers, body }: WebRequest): Promise<WebReply> {
  if (!['127.0.0.1', 'localhost'].includes(new URL(url).hostname)) throw new Error(`only servers of this machine are called, not ${url}`);
  try {
    const reply = await fetch(url, { method, headers, ...(method !== 'GET' && { body }) });
    return { status: reply.status, body: await reply.text() };
  } catch {
    return NO_ANSWER;
  }
}
