import type { Avatars } from '@scrip/avatars';
import { type Bank, chainOf, currencyMismatch, type Prepared, sameAccount } from '@scrip/bank';
import { writeRiders } from '@scrip/database';
import { formatMinor, minorToMajor, newId, type Uuid } from '@scrip/kernel';
import type { PoolClient } from 'pg';
import type { Estate } from '../estate/estate.ts';
import type { PresentLease } from '../model.ts';
import { findBanned, mustBeAdmitted, mustNotBeBanned } from './access.ts';
import type { Change, Changes, Place, Request } from './changes.ts';
import { endExpired } from './due.ts';
import { priceChanged } from './errors.ts';
import { rentedNotices, timeOf } from './notices.ts';
import type { Quote } from './price.ts';
import { type Quotes, taken } from './quotes.ts';
import { mustBeSold, mustStillHave, runningLease, type Standing, timesAfter } from './rules.ts';
import { type Answer, type Store, tenancyOf } from './store.ts';

export interface PurchaseOrder extends Request {
  readonly place: Place;
  readonly secs: number;
  /** Which of the caller's accounts pays. */
  readonly account: string;
  /** The most that it may cost, in major units; undefined: whatever it costs. */
  readonly maxAmount: number | undefined;
}

/** What is written of a purchase. */
interface Bought {
  readonly type: 'new' | 'extend';
  readonly order: PurchaseOrder;
  readonly place: Place;
  /** As it is with the time that was bought. */
  readonly lease: Pick<PresentLease, 'id' | 'lessee' | 'paidUntil'>;
  readonly quote: Quote;
  readonly prepared: Prepared;
}

/** Time for money: renting and extending, each one transaction with its payment. */
export class Purchases {
  readonly #avatars: Avatars;
  readonly #bank: Bank;
  readonly #estate: Estate;
  readonly #quotes: Quotes;
  readonly #changes: Changes;
  readonly #store: Store;

  constructor(of: { avatars: Avatars; bank: Bank; estate: Estate; quotes: Quotes; changes: Changes; store: Store }) {
    this.#avatars = of.avatars;
    this.#bank = of.bank;
    this.#estate = of.estate;
    this.#quotes = of.quotes;
    this.#changes = of.changes;
    this.#store = of.store;
  }

  /** Rents a vacant unit (lease.rent). */
  rent(order: PurchaseOrder): Promise<Answer> {
    const { akey } = order.principal;
    return this.#changes.answer(order.place, order, async (place): Promise<Change<Answer>> => {
      const { location } = place;
      const quote = this.#quotes.of(place, order.secs);
      const prepared = await this.#charge(order, place, quote);
      const admission = await this.#estate.people.admission(location, akey);
      const former = place.unit.lease?.lessee;
      const names = await this.#avatars.names(former ? [akey, former] : [akey]);
      return async (client, { unit, now }) => {
        if (runningLease(unit.lease, now)) throw taken(place);
        mustBeAdmitted(akey, admission);
        mustBeSold(location, quote.secs, now, now);
        this.#mustCost(order, quote);
        // The job has not come to the one before yet.
        if (unit.lease) await endExpired(this.#store, client, [tenancyOf(location, unit, unit.lease)], names);
        const lease = { id: newId(), lessee: akey, leasedAt: now, ...timesAfter(now, quote.secs, location, now) };
        await this.#bank.poster.postWithin(client, prepared);
        await this.#store.begin(client, unit.id, lease);
        const notices = rentedNotices(tenancyOf(location, unit, lease), names, lease.paidUntil, this.#priceOf(quote));
        await writeRiders(client, notices);
        return this.#record(client, { type: 'new', order, place: { location, unit }, lease, quote, prepared });
      };
    });
  }

  /** Buys more time for a lease, on an account of who asks (lease.extend). */
  extend(order: PurchaseOrder & { readonly standing: Standing }): Promise<Answer> {
    const { standing } = order;
    return this.#changes.answer(order.place, order, async (place): Promise<Change<Answer>> => {
      const { location } = place;
      const quote = this.#quotes.of(place, order.secs);
      const prepared = await this.#charge(order, place, quote);
      const banned = await findBanned(this.#estate.people, location, [standing.akey, place.unit.lease?.lessee]);
      return async (client, { unit, now }) => {
        const lease = mustStillHave(standing, unit.lease, now);
        mustNotBeBanned(banned);
        mustBeSold(location, quote.secs, lease.paidUntil, now);
        this.#mustCost(order, quote);
        const bought = { ...lease, ...timesAfter(lease.paidUntil, quote.secs, location, now) };
        await this.#bank.poster.postWithin(client, prepared);
        await this.#store.prolong(client, unit.id, bought, false);
        return this.#record(client, { type: 'extend', order, place: { location, unit }, lease: bought, quote, prepared });
      };
    });
  }

  /** The owner is never a payer, in whatever group the income is shared: what they paid would come back to them. */
  async #charge({ principal, requestId, requestHash, account }: PurchaseOrder, { location, unit }: Place, { amount }: Quote) {
    const { owner, incomeGroup } = location;
    const { currency } = this.#quotes;
    if (principal.akey === owner) throw sameAccount('the owner of the unit would pay themselves');
    const from = await this.#bank.accounts.get(principal.akey, account);
    if (from.currency.code !== currency.code) {
      throw currencyMismatch(`${from.name} is in ${from.currency.code}; rent is paid in ${currency.code}`);
    }
    return this.#bank.charges.prepare({
      kind: 'rent',
      principal: principal.akey,
      chain: chainOf(principal),
      requestId,
      requestHash,
      payer: principal.akey,
      from: [{ account: from, amount }],
      to: [{ payee: { key: incomeGroup ?? owner, account: '', mayChoose: false }, amount }],
      comment: `${unit.name} at ${location.name}`,
      notify: false,
    });
  }

  #mustCost({ maxAmount }: PurchaseOrder, quote: Quote): void {
    if (maxAmount === undefined || minorToMajor(quote.amount, this.#quotes.currency) <= maxAmount) return;
    throw priceChanged(`it costs ${this.#priceOf(quote)}, and no more than ${maxAmount} was to be paid`);
  }

  #priceOf({ amount }: Quote): string {
    const { code, scale } = this.#quotes.currency;
    return `${formatMinor(amount, scale)} ${code}`;
  }

  async #record(client: PoolClient, { type, order, place, lease, quote, prepared }: Bought): Promise<Answer> {
    const { location, unit } = place;
    const { akey } = order.principal;
    const { requestHash } = order;
    const { secs, amount, discountPercent } = quote;
    const { id: leaseId, paidUntil } = lease;
    const { id: journalId } = prepared.journal;
    const { refundPercent } = location;
    await this.#store.addPurchase(client, { journalId, leaseId, secs, amount: spentBy(akey, prepared), refundTo: akey, refundPercent });
    const discount = discountPercent > 0 ? `, ${discountPercent} % off` : '';
    const detail = `paid until ${timeOf(paidUntil)}${discount}`;
    const what = { type, leaseId, amount, durationSecs: secs, journalId, requestHash, paidUntil, detail };
    await this.#estate.log(client, { locationId: location.id, unit, akey: lease.lessee, actor: akey, ...what });
    return { requestHash, leaseId, amount, secs, paidUntil, transactionId: journalId };
  }
}

/** What left an avatar for good, in minor units: not the payer's own share in the income group, which would be paid back twice. */
function spentBy(akey: Uuid, { journal, accounts }: Prepared): bigint {
  const own = accounts.filter(({ owner }) => owner === akey).map(({ id }) => id);
  return journal.transfers.reduce((sum, { credit, amount }) => (own.includes(credit) ? sum : sum + amount), 0n);
}
