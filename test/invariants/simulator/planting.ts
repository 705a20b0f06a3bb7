import { deriveId } from '@scrip/kernel';
import { type Books, type Decision, decide, type Journal } from './ledger.ts';
import type { Client } from './pool.ts';
import type { Plant } from './run.ts';
import type { Flaws } from './server.ts';
import type { Answer } from './session.ts';

/** Something that could be wrong with the system, and the checks that must see it. */
export interface Bug {
  readonly name: string;
  readonly plant: Plant;
  readonly seenBy: readonly string[];
}

export type Rules = typeof decide;
export type Sent = Parameters<Client['query']>[0];

export const textOf = (sent: Sent) => (typeof sent === 'string' ? sent : sent.text);
export const rules = (of: Rules, drops: readonly string[] = []): Plant => ({ server: { decide: of }, database: { drops } });
/** The rules over books that are not what they are. */
export const over =
  (change: (books: Books) => Partial<Books>): Rules =>
  (books, journals) =>
    decide({ ...books, ...change(books) }, journals);
/** What the rules decided, and what became of it. */
export const afterwards = (change: (decision: Decision, books: Books) => Partial<Decision>): Rules => {
  return (books, journals) => {
    const decision = decide(books, journals);
    return { ...decision, ...change(decision, books) };
  };
};
export const accountsAs = (books: Books, change: Partial<Books['accounts'] extends ReadonlyMap<string, infer A> ? A : never>) =>
  new Map([...books.accounts].map(([id, account]) => [id, { ...account, ...change }]));
/** More held on an account than there should be. */
export const heldMore = ({ accounts }: Decision, id: string | undefined, amount: bigint) =>
  accounts.map((account) => (account.id === id ? { ...account, heldDebits: account.heldDebits + amount } : account));
export const fresh = (journal: Journal, nth: number): Journal =>
  journal.settles ? journal : { ...journal, id: deriveId('fresh', journal.id, String(nth)) };

export function wire(query: (client: Client, sent: Sent) => Promise<Answer>): NonNullable<Flaws['wire']> {
  return (client) => ({
    query: (sent) => query(client, sent),
    on: (event, listener) => client.on(event, listener),
    off: (event, listener) => client.off(event, listener),
    release: (destroy) => client.release(destroy),
  });
}

/** Sends what `early` names only behind what `late` names. */
export function swapped(early: string, late: string): NonNullable<Flaws['wire']> {
  const kept = new WeakMap<Client, () => void>();
  return wire((client, sent) => {
    if (textOf(sent).includes(early)) {
      return new Promise((resolve, reject) => kept.set(client, () => void client.query(sent).then(resolve, reject)));
    }
    const answer = client.query(sent);
    if (textOf(sent).includes(late)) {
      kept.get(client)?.();
      kept.delete(client);
    }
    return answer;
  });
}

/** Says that it was done, and does it when the transaction is over. */
export function behindCommit(what: string): NonNullable<Flaws['wire']> {
  const kept = new WeakMap<Client, Sent[]>();
  return wire((client, sent) => {
    if (textOf(sent).includes(what)) {
      kept.set(client, [sent]);
      return Promise.resolve(NOTHING);
    }
    const answer = client.query(sent);
    if (sent === 'COMMIT') {
      for (const late of kept.get(client) ?? []) client.query(late).catch(() => {});
      kept.delete(client);
    }
    return answer;
  });
}

export const NOTHING: Answer = { rows: [], rowCount: 0, command: 'COMMIT' };
