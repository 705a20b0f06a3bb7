import { isDeepStrictEqual } from 'node:util';
import type { Avatars } from '@scrip/avatars';
import { type Bank, Changed, insufficientFunds, journalId, type Prepared, WORKING } from '@scrip/bank';
import { chainOf } from '@scrip/capability';
import type { Queryable, Rider } from '@scrip/database';
import { formatMinor } from '@scrip/kernel';
import { isFault } from '@scrip/rpc';
import type { PoolClient } from 'pg';
import type { Change, Changes, Request } from '../leasing/changes.ts';
import { notLeased } from '../leasing/errors.ts';
import { terminatedNotices, timeOf } from '../leasing/notices.ts';
import { mustStillHave, runningLease, type Standing } from '../leasing/rules.ts';
import type { Answer, LeaseStore } from '../leasing/store.ts';
import { tenancyOf } from '../leasing/tenancy.ts';
import type { Premises, PresentLease } from '../model.ts';
import { refundDue, refundNotFunded } from './errors.ts';
import { type Purchase, type Refund, refundsOf, unusedSecs } from './refunds.ts';
import type { EndingStore } from './store.ts';

export interface Termination extends Request {
  readonly premises: Premises;
  readonly standing: Standing;
  /** Whether what is unused is paid back; only the lessee may do without. */
  readonly refund: boolean;
}

/** What ending a lease at a moment would pay back. Amounts are minor units. */
export interface RefundPlan {
  readonly at: Date;
  /** Seconds that are paid and not used. */
  readonly unused: number;
  /** Of the newest purchase that cost anything. */
  readonly percent: number;
  readonly refunds: readonly Refund[];
  readonly amount: bigint;
}

/** How much of each purchase that was not used is paid back. */
type Share = (purchase: Purchase) => number;

export interface EndingsOptions {
  readonly avatars: Avatars;
  readonly bank: Bank;
  readonly changes: Changes;
  readonly leases: LeaseStore;
  readonly store: EndingStore;
}

/** Leases that are ended before their time. */
export class Endings {
  readonly #avatars: Avatars;
  readonly #bank: Bank;
  readonly #changes: Changes;
  readonly #leases: LeaseStore;
  readonly #store: EndingStore;

  constructor({ avatars, bank, changes, leases, store }: EndingsOptions) {
    this.#avatars = avatars;
    this.#bank = bank;
    this.#changes = changes;
    this.#leases = leases;
    this.#store = store;
  }

  /** What ending the lease would pay back now (lease.refundPreview). Raises lease.not_leased. */
  async preview(premises: Premises, standing: Standing): Promise<RefundPlan> {
    const at = await this.#leases.now();
    if (!runningLease(premises.unit.lease, at)) throw notLeased('nobody leases the unit');
    return this.#plan(premises, shareFor(premises, standing, true), at);
  }

  /** Ends a lease and pays back what is due (lease.terminate). */
  async terminate(termination: Termination): Promise<Answer> {
    const { standing, refund } = termination;
    if (standing.as !== 'lessee' && !refund) throw refundDue('only the lessee may end the lease without a refund');
    return this.#changes.answer(termination.premises, termination, async (premises): Promise<Change<Answer>> => {
      const { location } = premises;
      const share = shareFor(premises, standing, refund);
      const plan = await this.#plan(premises, share, await this.#leases.now());
      const payment = plan.amount > 0n ? await this.#charge(termination, premises, plan) : undefined;
      const lessee = premises.unit.lease?.lessee;
      const names = await this.#avatars.names(lessee ? [standing.akey, lessee] : [standing.akey]);
      return async (client, { unit, now }) => {
        const lease = mustStillHave(standing, unit.lease, now);
        const due = await this.#plan({ location, unit }, share, plan.at, client);
        // It was extended or passed on meanwhile.
        if (!isDeepStrictEqual(due, plan)) throw new Changed();
        const back = payment ? this.#money(plan) : '';
        await this.#pay(client, payment, plan, terminatedNotices(tenancyOf(location, unit, lease), names, standing.akey, back));
        return this.#write(client, termination, { location, unit }, lease, plan, payment);
      };
    });
  }

  /** Under the request's id too where nothing was paid: a retry has to find it. */
  async #write(
    client: PoolClient,
    { principal, requestId, requestHash }: Termination,
    { location, unit }: Premises,
    { id: leaseId, lessee, paidUntil }: PresentLease,
    { amount, unused }: RefundPlan,
    payment: Prepared | undefined,
  ): Promise<Answer> {
    const transactionId = payment?.journal.id ?? null;
    const about = { locationId: location.id, type: 'terminated', unit, leaseId, akey: lessee, actor: principal.akey } as const;
    await this.#store.end(client, unit.id, {
      ...about,
      amount,
      durationSecs: unused,
      paidUntil,
      journalId: transactionId ?? journalId(principal.akey, requestId),
      requestHash,
      detail: `was paid until ${timeOf(paidUntil)}`,
    });
    return { requestHash, leaseId, amount, secs: unused, paidUntil, transactionId };
  }

  /** `at` is a moment ago where money is to be paid: what is due must be known before the transaction that pays it. */
  async #plan({ unit }: Premises, share: Share, at: Date, on?: Queryable): Promise<RefundPlan> {
    const { lease } = unit;
    const unused = lease ? unusedSecs(lease.paidUntil, at) : 0;
    const purchases = lease ? await this.#store.purchases(lease.id, on) : [];
    const refunds = refundsOf(purchases, unused, share);
    const newest = purchases.find(({ amount }) => amount > 0n);
    return { at, unused, percent: newest ? share(newest) : 0, refunds, amount: refunds.reduce((sum, { amount }) => sum + amount, 0n) };
  }

  async #charge({ principal, requestId, requestHash }: Termination, { location, unit }: Premises, { refunds, amount }: RefundPlan) {
    const { owner } = location;
    return this.#bank.charges.prepare({
      kind: 'rent_refund',
      principal: principal.akey,
      chain: chainOf(principal),
      requestId,
      requestHash,
      payer: owner,
      from: [{ account: await this.#bank.accounts.get(owner, WORKING), amount }],
      to: refunds.map((refund) => ({ payee: { key: refund.to, account: '', mayChoose: false }, amount: refund.amount })),
      comment: `${unit.name} at ${location.name}`,
      notify: true,
    });
  }

  /** What the owner has is nobody's business, so the fault does not tell it. */
  async #pay(client: PoolClient, payment: Prepared | undefined, plan: RefundPlan, notices: readonly Rider[]): Promise<void> {
    await this.#bank.deals.pay(client, payment, notices).catch((error: unknown) => {
      if (!isFault(error, insufficientFunds)) throw error;
      throw refundNotFunded(`the owner's ${WORKING} account can not pay back ${this.#money(plan)} now`);
    });
  }

  #money({ amount }: RefundPlan): string {
    const { code, scale } = this.#bank.currencies.default;
    return `${formatMinor(amount, scale)} ${code}`;
  }
}

/**
 * Who ends a lease for the owner pays back all that is unused; a lessee gets what was promised when it was bought. So do managers of
 * what they paid themselves: nobody rents on better terms for having a right here.
 */
function shareFor({ location }: Premises, { akey, as }: Standing, refund: boolean): Share {
  if (as === 'lessee') return ({ refundPercent }) => (refund ? refundPercent : 0);
  return ({ refundTo, refundPercent }) => (refundTo === akey && akey !== location.owner ? refundPercent : 100);
}
