import type { Avatars } from '@scrip/avatars';
import { type Bank, currencyMismatch, type Prepared, sameAccount } from '@scrip/bank';
import { chainOf } from '@scrip/capability';
import { type AvatarKey, type Decimal, decimalOfMinor, formatMinor, isMore, newId } from '@scrip/kernel';
import type { PoolClient } from 'pg';
import { admissionOf, mustBeAdmitted, mustNotBeBanned } from '../access/admission.ts';
import type { Access } from '../access/store.ts';
import type { Due } from '../due/due.ts';
import type { Change, Changes, Request } from '../leasing/changes.ts';
import { rentedNotices, timeOf } from '../leasing/notices.ts';
import { mustBeSold, mustStillHave, runningLease, type Standing, timesAfter } from '../leasing/rules.ts';
import type { Answer, LeaseStore } from '../leasing/store.ts';
import { tenancyOf } from '../leasing/tenancy.ts';
import type { Premises, PresentLease } from '../model.ts';
import { priceChanged } from './errors.ts';
import type { Quote } from './price.ts';
import { type Quotes, taken } from './quotes.ts';

export interface PurchaseRequest extends Request {
  readonly premises: Premises;
  readonly secs: number;
  /** Which of the caller's accounts pays. */
  readonly account: string;
  /** The most that it may cost, in major units; undefined: whatever it costs. */
  readonly maxAmount: Decimal | undefined;
}

/** Time that was paid for, and is not written yet. */
interface Sale {
  readonly type: 'new' | 'extend';
  readonly premises: Premises;
  /** As it is with the time that was bought. */
  readonly lease: PresentLease;
  readonly quote: Quote;
  readonly payment: Prepared;
}

export interface PurchasesOptions {
  readonly avatars: Avatars;
  readonly bank: Bank;
  readonly access: Access;
  readonly quotes: Quotes;
  readonly changes: Changes;
  readonly due: Due;
  readonly leases: LeaseStore;
}

/** Time for money: renting and extending, each one transaction with its payment. */
export class Purchases {
  readonly #avatars: Avatars;
  readonly #bank: Bank;
  readonly #access: Access;
  readonly #quotes: Quotes;
  readonly #changes: Changes;
  readonly #due: Due;
  readonly #leases: LeaseStore;

  constructor({ avatars, bank, access, quotes, changes, due, leases }: PurchasesOptions) {
    this.#avatars = avatars;
    this.#bank = bank;
    this.#access = access;
    this.#quotes = quotes;
    this.#changes = changes;
    this.#due = due;
    this.#leases = leases;
  }

  /** Rents a vacant unit (lease.rent). */
  rent(request: PurchaseRequest): Promise<Answer> {
    const { akey } = request.principal;
    const attempt = async (premises: Premises): Promise<Change<Answer>> => {
      const { location } = premises;
      const quote = this.#quotes.quote(premises, request.secs);
      const payment = await this.#charge(request, premises, quote);
      const membership = await this.#access.membership(location, akey);
      const former = premises.unit.lease?.lessee;
      const names = await this.#avatars.names(former ? [akey, former] : [akey]);
      return async (client, { unit, now, listed }) => {
        if (runningLease(unit.lease, now)) throw taken(premises);
        mustBeAdmitted(akey, admissionOf(listed, akey, membership));
        mustBeSold(location, quote.secs, now, now);
        this.#mustCost(request, quote);
        const times = timesAfter(now, quote.secs, location, now);
        const lease = { id: newId(), lessee: akey, payer: null, leasedAt: now, graceUsed: false, ...times };
        const notices = rentedNotices(tenancyOf(location, unit, lease), names, lease.paidUntil, this.#priceOf(quote));
        await this.#bank.deals.pay(client, payment, notices);
        // The job has not come to the one before yet.
        if (unit.lease) await this.#due.end(client, [tenancyOf(location, unit, unit.lease)], names);
        return this.#write(client, request, { type: 'new', premises: { location, unit }, lease, quote, payment });
      };
    };
    return this.#changes.answer(request.premises, request, attempt, { about: [akey] });
  }

  /** Buys more time for a lease, on an account of who asks (lease.extend). */
  extend(request: PurchaseRequest & { readonly standing: Standing }): Promise<Answer> {
    const { standing } = request;
    const attempt = async (premises: Premises): Promise<Change<Answer>> => {
      const { location } = premises;
      const quote = this.#quotes.quote(premises, request.secs);
      const payment = await this.#charge(request, premises, quote);
      return async (client, { unit, now, listed }) => {
        const before = mustStillHave(standing, unit.lease, now);
        mustNotBeBanned(listed);
        mustBeSold(location, quote.secs, before.paidUntil, now);
        this.#mustCost(request, quote);
        await this.#bank.deals.pay(client, payment);
        const lease = { ...before, ...timesAfter(before.paidUntil, quote.secs, location, now) };
        return this.#write(client, request, { type: 'extend', premises: { location, unit }, lease, quote, payment });
      };
    };
    return this.#changes.answer(request.premises, request, attempt, { about: [standing.akey] });
  }

  /** The owner is never a payer, in whatever group the income is shared: what they paid would come back to them. */
  async #charge({ principal, requestId, requestHash, account }: PurchaseRequest, { location, unit }: Premises, { amount }: Quote) {
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

  #mustCost({ maxAmount }: PurchaseRequest, quote: Quote): void {
    if (maxAmount === undefined || !isMore(decimalOfMinor(quote.amount, this.#quotes.currency.scale), maxAmount)) return;
    throw priceChanged(`it costs ${this.#priceOf(quote)}, and no more than ${maxAmount} was to be paid`);
  }

  #priceOf({ amount }: Quote): string {
    const { code, scale } = this.#quotes.currency;
    return `${formatMinor(amount, scale)} ${code}`;
  }

  async #write(client: PoolClient, { principal: { akey }, requestHash }: PurchaseRequest, sale: Sale): Promise<Answer> {
    const { type, premises, lease, quote, payment } = sale;
    const { location, unit } = premises;
    const { secs, amount, discountPercent } = quote;
    const { id: leaseId, lessee, paidUntil } = lease;
    const { id: journalId } = payment.journal;
    const added = { journalId, secs, amount: spentBy(akey, payment), refundTo: akey, refundPercent: location.refundPercent };
    const discount = discountPercent > 0 ? `, ${discountPercent} % off` : '';
    const about = { locationId: location.id, type, unit, leaseId, akey: lessee, actor: akey, amount, durationSecs: secs, paidUntil };
    const detail = `paid until ${timeOf(paidUntil)}${discount}`;
    await this.#leases.addTime(client, unit.id, lease, added, { ...about, journalId, requestHash, detail });
    return { requestHash, leaseId, amount, secs, paidUntil, transactionId: journalId };
  }
}

/** What left an avatar for good, in minor units: not the payer's own share in the income group, which would be paid back twice. */
function spentBy(akey: AvatarKey, { journal, accounts }: Prepared): bigint {
  const own = accounts.filter(({ owner }) => owner === akey).map(({ id }) => id);
  return journal.transfers.reduce((sum, { credit, amount }) => (own.includes(credit) ? sum : sum + amount), 0n);
}
