import type { Uuid } from '@scrip/kernel';
import type { Journal, Refusal } from './ledger.ts';

export type Reply =
  | { readonly kind: 'accepted'; readonly replay: boolean }
  | { readonly kind: 'refused'; readonly why: Refusal['why'] }
  /** It may be in the books or not. */
  | { readonly kind: 'unknown' }
  /** An error that nobody should get. */
  | { readonly kind: 'failed'; readonly text: string };

export interface Attempt {
  readonly server: number;
  readonly sent_ms: number;
  answered_ms?: number;
  reply?: Reply;
}

/** What somebody wants of the ledger: written down before it is sent, with every attempt at it. */
export interface Request {
  readonly name: string;
  readonly journal: Journal;
  /** How many notices travel with it. */
  readonly notices: 0 | 1;
  /** Whether it is posted in a transaction of a slice's own. */
  readonly within: boolean;
  /** Whether somebody waits for the answer until there is one. */
  readonly awaited: boolean;
  readonly attempts: Attempt[];
}

/** What came of one request, or of one run. */
export interface Violation {
  readonly check: string;
  readonly detail: string;
}

/** Everything that was asked for in a history, and what happened beside the books. */
export class Record {
  readonly requests: Request[] = [];
  readonly incidents: Violation[] = [];

  add(request: Request): Request {
    this.requests.push(request);
    return request;
  }

  incident(check: string, detail: string): void {
    this.incidents.push({ check, detail });
  }
}

export const repliesOf = ({ attempts }: Request): Reply[] => attempts.flatMap(({ reply }) => reply ?? []);

/** Whether it was answered, and in a way that settles it. */
export function isAcknowledged(request: Request): boolean {
  return request.attempts.some(({ reply }) => reply?.kind === 'accepted');
}

/** Requests of one journal id and one hash are one request, whoever made them. */
export function identityOf({ journal }: Request): `${Uuid}/${Uuid}` {
  return `${journal.id}/${journal.requestHash}`;
}
