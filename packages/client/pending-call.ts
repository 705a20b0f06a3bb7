import { MAX_TRIES } from './backoff.ts';
import { type FaultDetails, ScripFault } from './faults.ts';
import type { CallOptions } from './options.ts';

export interface CallParts {
  readonly method: string;
  /** JSON text, without the capabilities that are filled in. */
  readonly params: string;
  /** Grants that go along with the logins; undefined where no capabilities are filled in. */
  readonly grants: readonly string[] | undefined;
  /** Sending it twice does what sending it once does. */
  readonly repeatable: boolean;
  readonly requestId: string | undefined;
}

/** A call from when it is made until it has a result, has failed, or is given up. */
export class PendingCall {
  readonly parts: CallParts;
  readonly result: Promise<unknown>;
  tries = 0;
  /** It goes in a request of its own. */
  alone = false;
  /** It was sent with capabilities that were refused, and logins were renewed for it. */
  renewed = false;
  underWay = false;
  /** An earlier attempt was sent, and nobody told what became of it. */
  lost = false;
  /** The capabilities that it was last sent with. */
  used: readonly string[] = [];
  ended = false;
  /** Who works on it now hears of its end. */
  onEnd: () => void = () => {};
  readonly #resolve: (value: unknown) => void;
  readonly #reject: (fault: ScripFault) => void;
  readonly #release: () => void;

  constructor(parts: CallParts, { timeout_ms, signal }: CallOptions & { readonly timeout_ms: number }) {
    let settle: [resolve: (value: unknown) => void, reject: (fault: ScripFault) => void] | undefined;
    this.result = new Promise((...both) => {
      settle = both;
    });
    [this.#resolve, this.#reject] = settle as NonNullable<typeof settle>;
    this.parts = parts;
    const giveUp = (code: 'client.timeout' | 'client.aborted', message: string, cause?: unknown) =>
      this.fail({ code, message: `${parts.method} ${message}`, mayBeDone: this.underWay, cause });
    const abort = () => giveUp('client.aborted', 'was aborted by its caller', signal?.reason);
    const timer = setTimeout(() => giveUp('client.timeout', `has not ended within ${timeout_ms} ms`), timeout_ms);
    signal?.addEventListener('abort', abort);
    this.#release = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
    if (signal?.aborted) abort();
  }

  /** Whether it may be sent again after a failure; `unsent` where the server can't have run it. */
  mayRepeat(unsent: boolean): boolean {
    return this.tries < MAX_TRIES && (unsent || this.parts.repeatable);
  }

  succeed(result: unknown): void {
    this.#end(() => this.#resolve(result));
  }

  fail(details: FaultDetails): void {
    // Any other fault of the server tells that no attempt was done: it knows the request id.
    const unknown = this.lost && /^(auth|client)\./.test(details.code);
    const mayBeDone = details.mayBeDone || unknown;
    this.#end(() => this.#reject(new ScripFault({ ...details, mayBeDone }, this.parts.method, this.parts.requestId)));
  }

  #end(settle: () => void): void {
    if (this.ended) return;
    this.ended = true;
    this.#release();
    settle();
    this.onEnd();
  }
}
