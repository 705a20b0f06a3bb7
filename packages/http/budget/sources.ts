import { Lane, networkOf } from '@scrip/kernel';

/** Calls of one source that are under way at once, where each came in a request of its own. */
const CALLS = 128;
/** The same for calls out of batches: they cost their sender next to nothing. */
const BATCHED_CALLS = 16;
/** Bytes of bodies and replies that the server holds for one source, and for all together. */
const HELD_BYTES = 16 * 1024 * 1024;
const ALL_HELD_BYTES = 64 * 1024 * 1024;
/** Sources that are remembered; those that nothing is done for are forgotten first. */
const MAX_KNOWN = 1_000;

/** One source of requests, and what the server does for it at the moment. */
export class Source {
  readonly calls = new Lane(CALLS);
  readonly batchedCalls = new Lane(BATCHED_CALLS);
  readonly #all: Sources;
  #held_bytes = 0;

  constructor(all: Sources) {
    this.#all = all;
  }

  get idle(): boolean {
    return this.calls.idle && this.batchedCalls.idle && this.#held_bytes === 0;
  }

  /** Whether the server holds as much for it, or for all, as it may. It passes when replies are read. */
  get full(): boolean {
    return this.#held_bytes >= HELD_BYTES || this.#all.held_bytes >= ALL_HELD_BYTES;
  }

  hold(bytes: number): void {
    this.#held_bytes += bytes;
    this.#all.held_bytes += bytes;
  }

  release(bytes: number): void {
    this.hold(-bytes);
  }
}

/** The sources of one server: by address, and IPv6 by network, since its subscribers have many addresses. */
export class Sources {
  readonly #known = new Map<string, Source>();
  held_bytes = 0;

  /** `address` is the peer's, or what a trusted proxy says of it. */
  of(address: string): Source {
    const network = address.includes(':') ? networkOf(address) : address;
    const known = this.#known.get(network);
    if (known) return known;
    if (this.#known.size >= MAX_KNOWN) this.#forgetIdle();
    const source = new Source(this);
    this.#known.set(network, source);
    return source;
  }

  #forgetIdle(): void {
    for (const [network, source] of this.#known) if (source.idle) this.#known.delete(network);
  }
}
