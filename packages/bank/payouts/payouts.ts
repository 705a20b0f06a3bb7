import { type Avatars, notificationRider } from '@scrip/avatars';
import type { Chain } from '@scrip/capability';
import type { Job } from '@scrip/database';
import { formatMinor, isUuid, type JournalId, NIL_UUID, type Page, type Uuid } from '@scrip/kernel';
import type { Dispenser } from '@scrip/objects';
import type { Deals } from '../deals/deals.ts';
import type { Hold } from '../holds/model.ts';
import { endedOtherwise, type Settlements } from '../holds/settlements.ts';
import type { HoldStore } from '../holds/store.ts';
import { settlementId } from '../ledger/ids.ts';
import type { HoldKey } from '../ledger/model.ts';
import { spendingOf } from '../posting/instruction.ts';
import type { Prepared } from '../posting/poster.ts';
import { unknownTransaction } from '../transactions/errors.ts';
import { gridTransactionConflict, payoutState } from './errors.ts';
import type { Payout, Pulled, Standing } from './model.ts';
import { endsBy, notSo, type Report } from './reports.ts';
import { isEnd, type PayoutEnd, type PayoutState } from './states.ts';
import { type PayoutStore, type Step, violates } from './store.ts';

const PASS_ms = 1_000;

/** What is written when a payout ends. */
interface Ending {
  readonly end: PayoutEnd;
  readonly gridTransaction: string | null;
  readonly chain: Chain;
}

/** The payments that are handed over in-world, by dispensers that pull them and tell what became of them. See docs/decisions/payouts.md. */
export class Payouts {
  readonly #store: PayoutStore;
  readonly #avatars: Avatars;
  readonly #holds: HoldStore;
  readonly #settlements: Settlements;
  readonly #deals: Deals;

  constructor(parts: {
    readonly store: PayoutStore;
    readonly avatars: Avatars;
    readonly holds: HoldStore;
    readonly settlements: Settlements;
    readonly deals: Deals;
  }) {
    this.#store = parts.store;
    this.#avatars = parts.avatars;
    this.#holds = parts.holds;
    this.#settlements = parts.settlements;
    this.#deals = parts.deals;
  }

  /** What dispensers did not do in time. */
  get job(): Job {
    return { name: 'pass payouts on', every_ms: PASS_ms, run: async () => void (await this.#store.pass()) };
  }

  /** Oldest first. */
  list(state: PayoutState, page: Page): Promise<Payout[]> {
    return this.#store.list(state, page);
  }

  /** How many are on their way, by state. */
  count(): Promise<ReadonlyMap<PayoutState, number>> {
    return this.#store.count();
  }

  /** The payout that waits longest for the dispenser's grid, which has so long to accept it. The same request gets the same one again. */
  pull({ key: object, nonce, realm }: Dispenser, holdSecs: number): Promise<Pulled | undefined> {
    return this.#store.pull({ object, nonce, realm, holdSecs });
  }

  /** The dispenser hands it over from now on. Only the request that was first is told so: another one would hand it over again. */
  async accept(key: HoldKey, { key: object, nonce }: Dispenser, gridTransaction: string | null): Promise<void> {
    const step: Step = { ...key, object, gridTransaction };
    if (await this.#store.accept(step, nonce).catch(transactionTaken)) return;
    const { state, acceptedUnder } = await this.#pulledBy(step);
    if (state === 'accepted' && acceptedUnder === nonce) return;
    throw state === 'accepted'
      ? payoutState('the payout was accepted by another request, which hands it over')
      : notSo(state === 'pulled' ? 'not accepted in time, and queued again' : state);
  }

  /** The dispenser does not know what became of it. */
  async doubt(key: HoldKey, { key: object }: Dispenser, gridTransaction: string | null): Promise<void> {
    const step: Step = { ...key, object, gridTransaction };
    if (await this.#store.doubt(step).catch(transactionTaken)) return;
    const { state } = await this.#pulledBy(step);
    if (state !== 'unknown') throw notSo(state);
  }

  /** The dispenser tells what became of it. Said again it changes nothing. */
  async report(key: HoldKey, { key: object, chain }: Dispenser, report: Report): Promise<void> {
    await this.#end(key, { ...report, chain }, (standing) => {
      if (standing?.object !== object) throw notPulled(key);
      return endsBy(standing, report);
    });
  }

  /** An operator tells what became of it, unless a dispenser is handing it over. Returns the transaction id of what ended it. */
  decide(key: HoldKey, end: PayoutEnd, chain: Chain): Promise<JournalId> {
    return this.#end(key, { end, gridTransaction: null, chain }, (standing, hold) => {
      if (!standing) throw unknownPayout(key);
      const { state, due } = standing;
      if (state === 'accepted') {
        throw payoutState(`a dispenser is handing the payout over; it is unknown at ${due?.toISOString()}, if nothing is reported by then`);
      }
      if (!isEnd(state)) return true;
      if (state === end) return false;
      throw endedOtherwise({ ...hold, state: state === 'done' ? 'posted' : 'voided', posted: hold.amount });
    });
  }

  /**
   * Ends it, with the hold of its money, unless `isDue` says that it was ended like that before. It is asked under the lock of the
   * payout, so nobody pulls or accepts what is ended.
   */
  async #end(key: HoldKey, ending: Ending, isDue: (standing: Standing | undefined, hold: Hold) => boolean): Promise<JournalId> {
    const { end, gridTransaction } = ending;
    if (!isUuid(key.journalId)) throw unknownPayout(key);
    try {
      return await this.#deals.settle({
        plan: () => this.#prepare(key, ending),
        lock: (client) => this.#store.lock(client, key),
        book: async (client, { hold, prepared }, standing) => {
          if (isDue(standing, hold)) {
            await this.#store.end(client, key, end, gridTransaction);
            await this.#deals.pay(client, prepared);
          }
          return settlementId(hold);
        },
      });
    } catch (error) {
      return transactionTaken(error);
    }
  }

  /** done: the payer's money goes to the currency's payout account. failed: it goes back to the payer, who is told so. */
  async #prepare(key: HoldKey, { end, chain }: Ending): Promise<{ readonly hold: Hold; readonly prepared: Prepared }> {
    const hold = await this.#holds.find(key);
    if (!hold?.inWorld) throw unknownPayout(key);
    const spends = spendingOf({ chain }, 0n, hold.from.currency);
    const shared = { principal: NIL_UUID, ...spends };
    const prepared = this.#settlements.prepare(
      hold,
      end === 'done'
        ? { ...shared, how: 'post', kind: 'payout', amount: hold.amount, riders: [] }
        : { ...shared, how: 'void', kind: 'void', amount: 0n, riders: [await this.#failureNotice(hold, hold.inWorld)] },
    );
    return { hold, prepared };
  }

  async #failureNotice({ amount, from, journalId, principal }: Hold, inWorld: Uuid) {
    const [payer, payee] = await Promise.all([this.#avatars.find(from.owner), this.#avatars.find(inWorld)]);
    const money = `${formatMinor(amount, from.currency.scale)} ${from.currency.code}`;
    const text = `${money} could not be handed to ${payee?.name ?? inWorld} in-world and went back to ${from.name}`;
    // A group has nobody who reads its notifications; the officer who paid does.
    const reader: Uuid = payer?.akey ?? principal;
    return notificationRider(reader, 'payout_failed', text, journalId);
  }

  /** Raises bank.unknown_transaction where another object has it, or none: who has it is nobody else's business. */
  async #pulledBy(step: Step): Promise<Standing> {
    const standing = await this.#store.find(step);
    if (standing?.object !== step.object) throw notPulled(step);
    return standing;
  }
}

function unknownPayout({ journalId, leg }: HoldKey) {
  return unknownTransaction(`no transaction ${JSON.stringify(journalId)} pays anybody in-world by its transfer ${leg}`);
}

function notPulled({ journalId }: HoldKey) {
  return unknownTransaction(`${JSON.stringify(journalId)} is no payout that this object has pulled, or it was queued again meanwhile`);
}

function transactionTaken(error: unknown): never {
  if (!violates(error, 'payout_realm_grid_transaction_key')) throw error;
  throw gridTransactionConflict('another payout was reported with this grid_transaction');
}
