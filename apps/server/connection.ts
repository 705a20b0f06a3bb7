import type { RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { pace } from '@scrip/http';
import { type NoHttp, noHttpReply, TOO_MANY_PIPELINED } from './no-http.ts';

/** So many requests may wait behind the one that is being answered. Node reads up to 64 KiB at once, which can hold more. */
const MAX_WAITING = 256;
/** From here on nothing more is read until some are answered. */
const PAUSE_AT = 32;
/** How long the last reply may stay on its way before the connection goes, so that the client finds it before the reset. */
const LINGER_ms = 1_000;

/**
 * One connection. Its requests are begun one after the other, in the order in which they came, so that it never has more than
 * one reply on its way. Between two of them others have their turn. What is no HTTP is answered after all whole requests
 * before it, since a call that was booked must be answered.
 */
export class Connection {
  readonly #socket: Socket;
  readonly #answer: RequestListener;
  readonly #waiting: ServerResponse[] = [];
  #current: ServerResponse | undefined;
  #failure: NoHttp | undefined;

  constructor(socket: Socket, answer: RequestListener) {
    this.#socket = socket;
    this.#answer = answer;
    // Node reads on by itself whenever somebody reads the body of a request.
    socket.on('resume', () => this.#holdBack());
  }

  /** Begins a request, or lets it wait for those before it. */
  take(response: ServerResponse): void {
    if (this.#failure) return;
    if (!this.#current) this.#begin(response);
    else if (this.#waiting.length === MAX_WAITING) this.fail(TOO_MANY_PIPELINED);
    else {
      this.#waiting.push(response);
      this.#holdBack();
    }
  }

  /** Tells why nothing more is read, once: at once, or when all that came whole before it is answered. */
  fail(failure: NoHttp): void {
    if (this.#failure) return;
    this.#failure = failure;
    // The last one may have come in part only, and never will be whole.
    if (this.#waiting.at(-1)?.req.complete === false) this.#waiting.pop();
    const current = this.#current;
    if (!current || (!current.req.complete && !current.headersSent)) this.#end(failure);
    else this.#holdBack();
  }

  /** Reads nothing while there is enough to do. Bytes that come would keep a client from being cut that does not read. */
  #holdBack(): void {
    if (this.#waiting.length >= PAUSE_AT || (this.#failure && this.#current)) this.#socket.pause();
  }

  #begin(response: ServerResponse): void {
    this.#current = response;
    // Comes when the reply is handed to the system, and also when the connection is gone.
    response.on('close', this.#next);
    this.#answer(response.req, response);
  }

  readonly #next = (): void => {
    if (this.#socket.destroyed) return;
    this.#current = this.#waiting.shift();
    if (this.#current) void this.#beginNext();
    else if (this.#failure) this.#end(this.#failure);
    if (this.#waiting.length === PAUSE_AT - 1) this.#socket.resume();
  };

  async #beginNext(): Promise<void> {
    await pace();
    if (this.#current && !this.#socket.destroyed) this.#begin(this.#current);
  }

  #end(failure: NoHttp): void {
    const socket = this.#socket;
    this.#current = undefined;
    // A reply that said `Connection: close` was the last one.
    if (!socket.writable) return;
    socket.end(noHttpReply(failure));
    socket.resume();
    setTimeout(() => socket.destroy(), LINGER_ms).unref();
  }
}
