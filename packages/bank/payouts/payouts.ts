import { type Avatars, notificationRider } from '@scrip/avatars';
import type { Chain } from '@scrip/capability';
import type { Database } from '@scrip/database';
import { type AvatarKey, formatMinor, type JournalId, NIL_UUID, type Page, type Uuid } from '@scrip/kernel';
import type { Hold } from '../holds/model.ts';
import type { Settlements } from '../holds/settlements.ts';
import type { HoldStore } from '../holds/store.ts';
import type { HoldKey } from '../ledger/model.ts';
import { spendingOf } from '../posting/instruction.ts';
import { unknownTransaction } from '../transactions/errors.ts';
import { leaveRider, type PayoutState } from './queue.ts';
import { listPayouts } from './store.ts';

const STATE_OF: Readonly<Record<Hold['state'], PayoutState>> = { open: 'queued', posted: 'dispensed', voided: 'failed', expired: 'failed' };

export interface Payout extends Hold {
  readonly inWorld: AvatarKey;
  readonly payout: PayoutState;
}

/** The payments that wait for an in-world dispenser, which tells what became of them. */
export class Payouts {
  readonly #database: Database;
  readonly #avatars: Avatars;
  readonly #holds: HoldStore;
  readonly #settlements: Settlements;

  constructor(database: Database, avatars: Avatars, holds: HoldStore, settlements: Settlements) {
    this.#database = database;
    this.#avatars = avatars;
    this.#holds = holds;
    this.#settlements = settlements;
  }

  /** Oldest first. */
  async list(state: PayoutState, page: Page): Promise<Payout[]> {
    return (await listPayouts(this.#database, state, page)).filter(isPayout).map((hold) => ({ ...hold, payout: STATE_OF[hold.state] }));
  }

  /** It was handed over: the payer's money goes to the currency's payout account. Returns the transaction id. */
  async confirm(key: HoldKey, chain: Chain): Promise<JournalId> {
    const hold = await this.#get(key);
    return this.#settlements.settle(hold, {
      principal: NIL_UUID,
      how: 'post',
      kind: 'payout',
      amount: hold.amount,
      ...spendingOf({ chain }, 0n, hold.from.currency),
      riders: [leaveRider(hold, 'dispensed')],
    });
  }

  /** It can not be handed over: the money goes back to the payer, who is told so. Returns the transaction id. */
  async fail(key: HoldKey, chain: Chain): Promise<JournalId> {
    const hold = await this.#get(key);
    const { amount, from, journalId } = hold;
    const [payer, payee] = await Promise.all([this.#avatars.find(from.owner), this.#avatars.find(hold.inWorld)]);
    const money = `${formatMinor(amount, from.currency.scale)} ${from.currency.code}`;
    const text = `${money} could not be handed to ${payee?.name ?? hold.inWorld} in-world and went back to ${from.name}`;
    // A group has nobody who reads its notifications; the officer who paid does.
    const reader: Uuid = payer?.akey ?? hold.principal;
    const notice = notificationRider(reader, 'payout_failed', text, journalId);
    return this.#settlements.settle(hold, {
      principal: NIL_UUID,
      how: 'void',
      kind: 'void',
      amount: 0n,
      ...spendingOf({ chain }, 0n, from.currency),
      riders: [leaveRider(hold, 'failed'), notice],
    });
  }

  async #get(key: HoldKey): Promise<Hold & { readonly inWorld: AvatarKey }> {
    const hold = await this.#holds.find(key);
    if (hold && isPayout(hold)) return hold;
    throw unknownTransaction(`no transaction ${JSON.stringify(key.journalId)} pays anybody in-world by its transfer ${key.leg}`);
  }
}

function isPayout(hold: Hold): hold is Hold & { readonly inWorld: AvatarKey } {
  return hold.inWorld !== null;
}
