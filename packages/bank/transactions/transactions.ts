import type { OwnerKey } from '@scrip/kernel';
import type { Account } from '../accounts/model.ts';
import { unknownTransaction } from './errors.ts';
import type { TransactionDetails } from './model.ts';
import type { TransactionStore } from './store.ts';

/** Of transfers and of refunds, in one answer. */
export const MAX_PARTS = 1_000;

/** Single transactions, for those who have a part in them. */
export class Transactions {
  readonly #store: TransactionStore;

  constructor(store: TransactionStore) {
    this.#store = store;
  }

  /**
   * A transaction as `reader` may see it who reaches some of their accounts only, with what was refunded of it. Raises
   * bank.unknown_transaction.
   */
  async describe(id: string, reader: OwnerKey, mayReach: (accountName: string) => boolean): Promise<TransactionDetails> {
    const transaction = await this.#store.find(id, reader);
    const reached = (account: Account) => account.owner === reader && mayReach(account.name);
    const legs = (transaction?.legs ?? []).filter(({ from, to }) => reached(from) || reached(to)).slice(0, MAX_PARTS);
    if (!transaction || legs.length === 0) throw unknownTransaction(`${reader} has no part in a transaction ${JSON.stringify(id)}`);
    const numbers = legs.map(({ leg }) => leg);
    const [refunds, refundOf] = await Promise.all([
      this.#store.refunds(transaction.id, numbers, MAX_PARTS),
      this.#store.refundedBy(transaction.id),
    ]);
    return { ...transaction, legs, refunds, refundOf };
  }
}
