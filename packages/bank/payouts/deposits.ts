import { type Avatars, unknownAvatar } from '@scrip/avatars';
import { riderStatement, text, uuid } from '@scrip/database';
import { type Decimal, type JournalId, NIL_UUID } from '@scrip/kernel';
import type { Dispenser } from '@scrip/objects';
import { isFault, requestConflict } from '@scrip/rpc';
import type { Accounts } from '../accounts/accounts.ts';
import { WORKING } from '../accounts/model.ts';
import { depositId, payoutId, requestHash } from '../ledger/ids.ts';
import { spendingOf, toMinor } from '../posting/instruction.ts';
import type { Poster } from '../posting/poster.ts';
import { gridTransactionConflict } from './errors.ts';

const NOTE = riderStatement({
  name: 'bank-note-deposit',
  text: `INSERT INTO deposit (realm, grid_transaction, journal_id, object_key) SELECT * FROM unnest($1::text[], $2::text[], $3::uuid[], $4::uuid[])`,
  columns: [text, text, uuid, uuid],
});

export interface DepositInstruction {
  /** Who paid, by the key or name of the dispenser's grid. */
  readonly akey: string;
  /** Major units. */
  readonly amount: Decimal;
  readonly gridTransaction: string;
}

/** What avatars paid to dispensers in-world, credited to their `working`. See docs/decisions/payouts.md. */
export class Deposits {
  readonly #avatars: Avatars;
  readonly #accounts: Accounts;
  readonly #poster: Poster;

  constructor(avatars: Avatars, accounts: Accounts, poster: Poster) {
    this.#avatars = avatars;
    this.#accounts = accounts;
    this.#poster = poster;
  }

  /**
   * Credits it, once for each transaction of the grid, whichever of its dispensers tells of it; returns the transaction id. Raises
   * general.unknown_avatar, bank.unknown_account where the avatar has no login here, and bank.grid_transaction_conflict.
   */
  async book(by: Dispenser, { akey, amount: major, gridTransaction }: DepositInstruction): Promise<JournalId> {
    const { realm, key, chain } = by;
    const avatar = await this.#avatars.findIn(realm, akey);
    if (!avatar) throw unknownAvatar(`nobody of the dispenser's grid is registered as ${JSON.stringify(akey)}`);
    const to = await this.#accounts.get(avatar.akey, WORKING);
    const amount = toMinor(major, to.currency);
    const id = depositId(realm, gridTransaction);
    try {
      await this.#poster.post({
        journal: {
          id,
          principal: NIL_UUID,
          requestHash: requestHash('deposit', to.id, amount),
          kind: 'deposit',
          comment: gridTransaction,
          transfers: [{ debit: payoutId(to.currency.code), credit: to.id, amount }],
          ...spendingOf({ chain }, 0n, to.currency),
        },
        riders: [NOTE.row(realm, gridTransaction, id, key)],
        requestId: gridTransaction,
        accounts: [to],
      });
      return id;
    } catch (error) {
      if (!isFault(error, requestConflict)) throw error;
      throw gridTransactionConflict(
        'a deposit of another amount, or for another avatar, was booked under this grid_transaction before; nothing was booked now',
      );
    }
  }
}
