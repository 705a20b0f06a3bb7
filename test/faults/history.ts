import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Uuid } from '@scrip/kernel';
import type { Deal } from './deals.ts';

/** Money from one account to another, in minor units. */
export interface Leg {
  readonly debit: Uuid;
  readonly credit: Uuid;
  readonly amount: bigint;
}

/** What a request does to the books, should it be accepted: exactly this and nothing else. */
export interface Effect {
  readonly kind: string;
  readonly comment: string;
  /** In the order of the journal's legs. Of a deal they are held against its own rows instead, which tell what was due. */
  readonly transfers: readonly Leg[];
  readonly holds: readonly Leg[];
  /** The hold that it ends (the first leg of that journal), and how much of it was posted. Two that do the same are one. */
  readonly settles?: { readonly hold: Uuid; readonly posted: bigint };
  /** Of a hold that has an end: the journal that ends it, which nobody asks for when it expires. */
  readonly expiry?: Uuid;
  /** What is bought or given back by it. */
  readonly deal?: Deal;
  /** Whose journal it is, where that is not who asks. */
  readonly principal?: Uuid;
  /** Rows of other slices that come with the journal; null where their number depends on the moment. */
  readonly notices: number | null;
  readonly payouts: number;
}

export type Protocol = 'json' | 'xml';

export type Outcome =
  /** The id is empty where nothing was to be paid. `told` is what else is the same in the answer to every retry. */
  | { readonly kind: 'acknowledged'; readonly id: string; readonly told: string }
  | { readonly kind: 'refused'; readonly fault: number; readonly text: string }
  /** It may be in the books or not: no answer, a cut one, or one that says so (busy). */
  | { readonly kind: 'unknown'; readonly why: string };

export interface Attempt {
  readonly protocol: Protocol;
  readonly server: number;
  /** Ticks of the history's own clock: of two events the later one has the higher tick. */
  readonly sent: number;
  answered?: number;
  outcome?: Outcome;
}

/** What a client wants: written down before anything is sent, with every attempt at it and what came of that. */
export interface Request {
  readonly client: number;
  /** The name of its row in the table of operations. */
  readonly operation: string;
  readonly principal: Uuid;
  readonly requestId: string;
  /**
   * The id that its journal has, if it has one. Requests that share it must not both be booked. Empty for a deed, which has no
   * request id: every attempt at it may do it.
   */
  readonly journal: Uuid;
  readonly method: string;
  /** Without the capabilities, which come first. */
  readonly params: readonly unknown[];
  readonly effect: Effect;
  /** Faults with which the rules may answer it; any other refusal is wrong. */
  readonly refusals: readonly number[];
  readonly attempts: Attempt[];
}

/** What an onlooker read from the database in the middle of it all, in one snapshot. */
export interface Sighting {
  readonly tick: number;
  /** Of all posted balances together. */
  readonly sum: bigint;
  readonly minted: bigint;
  /** Accounts below their floors. */
  readonly overdrawn: number;
  /** Transaction ids that had been acknowledged before it looked, and were not there. */
  readonly missing: readonly string[];
}

export interface History {
  readonly requests: readonly Request[];
  readonly sightings: readonly Sighting[];
  /** What was created before the run, in minor units, and by which journals. */
  readonly minted: bigint;
  readonly mints: readonly Uuid[];
  /** How many pieces there were of each product that has an end. */
  readonly stocks: readonly { readonly product: number; readonly pieces: number }[];
  /** Everything that should not have happened beside the books, such as a server that ended by itself. */
  readonly incidents: readonly string[];
}

/** The history while it is being made. */
export class Recorder implements History {
  readonly requests: Request[] = [];
  readonly sightings: Sighting[] = [];
  readonly mints: Uuid[] = [];
  readonly stocks: { product: number; pieces: number }[] = [];
  readonly incidents: string[] = [];
  minted = 0n;
  #tick = 0;

  tick(): number {
    this.#tick += 1;
    return this.#tick;
  }

  intend(request: Omit<Request, 'attempts'>): Request {
    const written = { ...request, attempts: [] };
    this.requests.push(written);
    return written;
  }

  send(request: Request, protocol: Protocol, server: number): Attempt {
    const attempt: Attempt = { protocol, server, sent: this.tick() };
    request.attempts.push(attempt);
    return attempt;
  }

  answer(attempt: Attempt, outcome: Outcome): void {
    attempt.answered = this.tick();
    attempt.outcome = outcome;
  }
}

/** One line of JSON each, so that it can be searched with the usual tools; amounts as text, the ends of the servers' logs last. */
export function writeHistory(path: string, history: History, logs: readonly (readonly string[])[]): void {
  const { requests, sightings, ...rest } = history;
  const line = (value: unknown) => JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? String(part) : part));
  const { minted, mints, stocks, incidents } = rest;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(
    path,
    [line({ minted, mints, stocks, incidents }), ...requests.map(line), ...sightings.map(line), ...logs.map(line), ''].join('\n'),
  );
}
