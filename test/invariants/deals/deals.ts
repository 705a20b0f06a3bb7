import type { Uuid } from '@scrip/kernel';
import { settlementId } from '../../../packages/bank/ledger/ids.ts';
import { groupBy } from '../../faults/group.ts';
import type { DealBooks, Ending, Moved, Purchase, Refund } from './books.ts';

export const legKey = (journal: Uuid, leg: number) => `${journal}/${leg}`;
const sumOf = (rows: readonly { readonly amount: bigint }[]) => rows.reduce((sum, { amount }) => sum + amount, 0n);

/** Something that was paid for, with all that came of it. */
export interface Deal {
  readonly name: string;
  readonly id: Uuid;
  /** Who sold it or let it. */
  readonly owner: Uuid;
  /** Who paid, with their store credit, and to whom it was passed on. */
  readonly payers: ReadonlySet<Uuid>;
  /** What was paid for it, and what was paid back. */
  readonly originals: readonly Uuid[];
  readonly refunds: readonly Uuid[];
  /** An order all of which is said to be refunded. */
  readonly isUndone: boolean;
  readonly lease: { readonly purchases: readonly Purchase[]; readonly ending: Ending | undefined } | undefined;
}

/** The books of a history, by what people did. */
export class DealView {
  readonly books: DealBooks;
  readonly deals: readonly Deal[];
  readonly legs: ReadonlyMap<string, Moved>;
  readonly movedBy: ReadonlyMap<Uuid, readonly Moved[]>;
  readonly refundsBy: ReadonlyMap<Uuid, readonly Refund[]>;
  readonly refundsOf: ReadonlyMap<Uuid, readonly Refund[]>;
  readonly #purchases: ReadonlyMap<Uuid, Purchase>;

  constructor(books: DealBooks) {
    this.books = books;
    // What came back from in-world by itself was never paid.
    const paid = [...books.moved, ...books.held.filter(({ state }) => state !== 'voided' && state !== 'expired')];
    this.legs = new Map(paid.map((one) => [legKey(one.journal, one.leg), one]));
    this.movedBy = groupBy(paid, ({ journal }) => journal);
    this.refundsBy = groupBy(books.refunds, ({ journal }) => journal);
    this.refundsOf = groupBy(books.refunds, ({ original }) => original);
    this.#purchases = new Map(books.purchases.map((purchase) => [purchase.journal, purchase]));
    this.deals = [...this.#sales(), ...this.#leases()];
  }

  ownerOf(account: Uuid): Uuid {
    return this.books.owners.get(account) ?? account;
  }

  /** Who is to get what goes back of a transfer. */
  receiverOf({ journal, debit }: Moved): Uuid {
    return this.#purchases.get(journal)?.refundTo ?? this.ownerOf(debit);
  }

  /** What somebody paid somebody else by a journal, in minor units. */
  paidBy(journal: Uuid): bigint {
    return sumOf((this.movedBy.get(journal) ?? []).filter(({ debit, credit }) => this.ownerOf(debit) !== this.ownerOf(credit)));
  }

  /** What everybody has by a deal, after all. */
  nets({ originals, refunds }: Deal): Map<Uuid, bigint> {
    const inWorld = this.books.held.map(({ journal, leg }) => [journal, settlementId({ journalId: journal, leg })] as const);
    const journals = new Set([...originals, ...refunds]);
    for (const [journal, ended] of inWorld) if (journals.has(journal)) journals.add(ended);
    const nets = new Map<Uuid, bigint>();
    const count = (account: Uuid, amount: bigint) => nets.set(this.ownerOf(account), (nets.get(this.ownerOf(account)) ?? 0n) + amount);
    for (const { journal, debit, credit, amount } of this.books.moved) {
      if (!journals.has(journal)) continue;
      count(debit, -amount);
      count(credit, amount);
    }
    return nets;
  }

  #refundsOf(originals: readonly Uuid[]): Uuid[] {
    return [...new Set(originals.flatMap((id) => (this.refundsOf.get(id) ?? []).map(({ journal }) => journal)))];
  }

  #payersOf(originals: readonly Uuid[]): Uuid[] {
    return originals.flatMap((id) => (this.movedBy.get(id) ?? []).map(({ debit }) => this.ownerOf(debit)));
  }

  #sales(): Deal[] {
    return this.books.orders.map(({ id, merchant, buyer, state }) => ({
      name: `order ${id}`,
      id,
      owner: merchant,
      payers: new Set([buyer, ...this.#payersOf([id])]),
      originals: [id],
      refunds: this.#refundsOf([id]),
      isUndone: state === 'refunded',
      lease: undefined,
    }));
  }

  #leases(): Deal[] {
    const endings = new Map(this.books.endings.map((ending) => [ending.lease, ending]));
    return [...groupBy(this.books.purchases, ({ lease }) => lease)].map(([id, purchases]) => {
      const originals = purchases.map(({ journal }) => journal);
      return {
        name: `lease ${id}`,
        id,
        owner: (purchases[0] as Purchase).owner,
        payers: new Set([...this.#payersOf(originals), ...purchases.map(({ refundTo }) => refundTo)]),
        originals,
        refunds: this.#refundsOf(originals),
        isUndone: false,
        lease: { purchases, ending: endings.get(id) },
      };
    });
  }
}
