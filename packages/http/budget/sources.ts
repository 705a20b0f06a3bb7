import { Lane, networkOf } from '@scrip/kernel';

/** Calls of one source that are under way at once, where each came in a request of its own. */
const CALLS = 128;
/** The same for calls out of batches: they cost their sender next to nothing. */
const BATCHED_CALLS = 16;
const MIB = 1024 * 1024;
/** Bytes of bodies and replies that the server holds for one source. */
const HELD_BYTES = 16 * MIB;
/** The longest body may be so many times in what is held: one alone must not use that up. */
const BODIES = 4;
/** When so many sources' worth is held, only those are served that little is held for: a few can't keep the others out. */
const FULL_SOURCES = 4;
/** What is little. */
const LITTLE_BYTES = MIB;
/** When so many sources' worth is held, nobody is served. */
const MOST_SOURCES = 16;
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
    const { held_bytes, most_bytes } = this.#all;
    const sources = this.#held_bytes < LITTLE_BYTES ? MOST_SOURCES : FULL_SOURCES;
    return this.#held_bytes >= most_bytes || held_bytes >= most_bytes * sources;
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
  /** Held for one source. */
  readonly most_bytes: number;
  /** For all of them. */
  held_bytes = 0;

  /** `bodyLimit`: bytes of the longest body that is taken. */
  constructor(bodyLimit: number) {
    this.most_bytes = Math.max(HELD_BYTES, BODIES * bodyLimit);
  }

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
