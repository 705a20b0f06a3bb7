import { type Avatars, notificationRider } from '@scrip/avatars';
import { type Database, enumOf, int2, type Rider, riderStatement, uuid } from '@scrip/database';
import { formatMinor, NIL_UUID, type Page, type Uuid } from '@scrip/kernel';
import { findHeld, type Held, listInWorld, PAYOUT_STATES, type PayoutState } from '../holds/held.ts';
import { endHold } from '../holds/settling.ts';
import type { HoldKey } from '../ledger/model.ts';
import type { Poster } from '../posting/poster.ts';
import { unknownTransaction } from '../transactions/errors.ts';

const QUEUE = riderStatement({
  name: 'bank-queue-payout',
  text: 'INSERT INTO payout (journal_id, leg, akey) SELECT * FROM unnest($1::uuid[], $2::smallint[], $3::uuid[])',
  columns: [uuid, int2, uuid],
});

const LEAVE = riderStatement({
  name: 'bank-leave-payout',
  text: `UPDATE payout SET state = n.state FROM unnest($1::uuid[], $2::smallint[], $3::payout_state[]) AS n (journal_id, leg, state)
         WHERE payout.journal_id = n.journal_id AND payout.leg = n.leg`,
  columns: [uuid, int2, enumOf('payout_state', PAYOUT_STATES)],
});

/** Queues a transfer of this journal, whose money is held, to be handed over to the avatar in-world. */
export function payoutRider(journalId: Uuid, leg: number, akey: Uuid): Rider {
  return QUEUE.row(journalId, leg, akey);
}

const STATE_OF: Readonly<Record<Held['state'], PayoutState>> = { open: 'queued', posted: 'dispensed', voided: 'failed', expired: 'failed' };

export interface Payout extends Held {
  readonly inWorld: Uuid;
  readonly payout: PayoutState;
}

/** The payments that wait for an in-world dispenser, which tells what became of them. */
export class Payouts {
  readonly #database: Database;
  readonly #avatars: Avatars;
  readonly #poster: Poster;

  constructor(database: Database, avatars: Avatars, poster: Poster) {
    this.#database = database;
    this.#avatars = avatars;
    this.#poster = poster;
  }

  /** Oldest first. */
  async list(state: PayoutState, page: Page): Promise<Payout[]> {
    return (await listInWorld(this.#database, state, page)).filter(isPayout).map((held) => ({ ...held, payout: STATE_OF[held.state] }));
  }

  /** It was handed over: the payer's money goes to the currency's payout account. Returns the transaction id. */
  async confirm(key: HoldKey): Promise<Uuid> {
    const held = await this.#get(key);
    const riders = [leaveRider(held, 'dispensed')];
    return endHold(this.#database, this.#poster, held, {
      principal: NIL_UUID,
      how: 'post',
      kind: 'payout',
      amount: held.amount,
      riders,
    });
  }

  /** It can not be handed over: the money goes back to the payer, who is told so. Returns the transaction id. */
  async fail(key: HoldKey): Promise<Uuid> {
    const held = await this.#get(key);
    const { amount, from, journalId } = held;
    const [payer, payee] = await Promise.all([this.#avatars.find(from.owner), this.#avatars.find(held.inWorld)]);
    const money = `${formatMinor(amount, from.currency.scale)} ${from.currency.code}`;
    const text = `${money} could not be handed to ${payee?.name ?? held.inWorld} in-world and went back to ${from.name}`;
    // A group has nobody who reads its notifications; the officer who paid does.
    const notice = notificationRider(payer?.akey ?? held.principal, 'payout_failed', text, journalId);
    return endHold(this.#database, this.#poster, held, {
      principal: NIL_UUID,
      how: 'void',
      kind: 'void',
      amount: 0n,
      riders: [leaveRider(held, 'failed'), notice],
    });
  }

  async #get(key: HoldKey): Promise<Held & { readonly inWorld: Uuid }> {
    const held = await findHeld(this.#database, key);
    if (held && isPayout(held)) return held;
    throw unknownTransaction(`no transaction ${JSON.stringify(key.journalId)} pays anybody in-world by its transfer ${key.leg}`);
  }
}

function isPayout(held: Held): held is Held & { readonly inWorld: Uuid } {
  return held.inWorld !== null;
}

function leaveRider({ journalId, leg }: HoldKey, state: PayoutState): Rider {
  return LEAVE.row(journalId, leg, state);
}
