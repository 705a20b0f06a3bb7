import { type Budget, busy, invalidRequest, type Log, replyTooLarge } from '@scrip/rpc';
import { pace } from './pace.ts';
import type { Source } from './sources.ts';

/** Bytes from which on a body or a reply counts as held: less hardly weighs more than its connection. */
export const SMALL = 16 * 1024;
/** Bytes of replies after which a request begins no further call. */
const REPLY_BYTES = 1024 * 1024;
/** Milliseconds after which a request begins no further call. */
const TIME_ms = 15_000;
/** Lines that the refused calls of one request get in the log; the rest is summed up in one more. */
const LOGGED = 20;

/** The side of a connection that shows whether somebody still waits: node:net's Socket. */
export interface Caller {
  readonly destroyed: boolean;
  /** True as well where the client has closed its side. */
  readonly readableEnded: boolean;
}

/**
 * What one request may use up: calls, bytes of reply, time. It is looked at before a call begins, and never afterwards: what
 * was done is answered, whatever it takes. So a reply may be longer than the budget by what was under way.
 */
export class RequestBudget implements Budget {
  readonly source: Source;
  readonly #caller: Caller;
  readonly #began_ms = performance.now();
  #innerCalls = 0;
  #reply_bytes = 0;
  #refused = 0;
  #summedUp: Record<string, number> | undefined;

  constructor(source: Source, caller: Caller) {
    this.source = source;
    this.#caller = caller;
  }

  /** Of the reply so far. The source holds them until `release`. */
  get held_bytes(): number {
    return this.#reply_bytes;
  }

  /** Raises the fault of a call that is not begun any more. */
  check(): void {
    if (this.#caller.destroyed || this.#caller.readableEnded) throw busy('the caller has left; this call was not run');
    if (this.#reply_bytes >= REPLY_BYTES) {
      throw replyTooLarge(`the replies of this request have ${REPLY_BYTES} bytes already; this call was not run, send it in another one`);
    }
    if (performance.now() - this.#began_ms >= TIME_ms) {
      throw busy(`this request has taken ${TIME_ms / 1_000} seconds already; this call was not run, send it in another one`);
    }
    if (this.source.full) {
      throw busy('too many replies to your address wait to be read; this call was not run, read them and try again');
    }
  }

  beginInner(most: number): Promise<void> | undefined {
    const turn = pace();
    if (turn) return turn.then(() => this.#countInner(most));
    this.#countInner(most);
    return undefined;
  }

  #countInner(most: number): void {
    if (++this.#innerCalls > most) {
      throw invalidRequest(`the multicalls of one request hold at most ${most} calls together; this one was not run`);
    }
    this.check();
  }

  spend(bytes: number): void {
    this.#reply_bytes += bytes;
    this.source.hold(bytes);
  }

  /** The reply has gone, or nobody will get it. */
  release(): void {
    this.source.release(this.#reply_bytes);
    this.#reply_bytes = 0;
  }

  logs(code: string): boolean {
    if (++this.#refused <= LOGGED) return true;
    this.#summedUp ??= {};
    this.#summedUp[code] = (this.#summedUp[code] ?? 0) + 1;
    return false;
  }

  /** Logs the sum of what got no line of its own. */
  logSum(log: Log, requestId: string): void {
    if (this.#summedUp) log.info({ requestId, faults: this.#summedUp }, 'more calls of this request refused');
  }
}
