import type { Avatars } from '@scrip/avatars';
import { type Bank, Changed, isStaleRefund, journalId, type Prepared } from '@scrip/bank';
import { chainOf } from '@scrip/capability';
import { formatMinor } from '@scrip/kernel';
import type { PoolClient } from 'pg';
import type { Change, Changes, Request } from '../leasing/changes.ts';
import { notLeased } from '../leasing/errors.ts';
import { refundNotices, terminatedNotices, timeOf } from '../leasing/notices.ts';
import { mustStillHave, runningLease, type Standing } from '../leasing/rules.ts';
import type { Answer, LeaseStore } from '../leasing/store.ts';
import { tenancyOf } from '../leasing/tenancy.ts';
import type { Premises, PresentLease } from '../model.ts';
import { refundDue } from './errors.ts';
import type { EndingTerms, RefundPlan, RefundPlans } from './plans.ts';
import type { EndingStore } from './store.ts';

export interface Termination extends Request, EndingTerms {
  readonly premises: Premises;
}

export interface EndingsOptions {
  readonly avatars: Avatars;
  readonly bank: Bank;
  readonly changes: Changes;
  readonly leases: LeaseStore;
  readonly plans: RefundPlans;
  readonly store: EndingStore;
}

/** Leases that are ended before their time. */
export class Endings {
  readonly #avatars: Avatars;
  readonly #bank: Bank;
  readonly #changes: Changes;
  readonly #leases: LeaseStore;
  readonly #plans: RefundPlans;
  readonly #store: EndingStore;

  constructor({ avatars, bank, changes, leases, plans, store }: EndingsOptions) {
    this.#avatars = avatars;
    this.#bank = bank;
    this.#changes = changes;
    this.#leases = leases;
    this.#plans = plans;
    this.#store = store;
  }

  /** What ending the lease would pay back now (lease.refundPreview). Raises lease.not_leased. */
  async preview(premises: Premises, standing: Standing): Promise<RefundPlan> {
    const at = await this.#leases.now();
    if (!runningLease(premises.unit.lease, at)) throw notLeased('nobody leases the unit');
    return this.#plans.plan(premises, { standing, refund: true, cover: false }, at);
  }

  /** Ends a lease; who got what was paid for it gives back what is due (lease.terminate). Raises lease.refund_not_funded. */
  async terminate(termination: Termination): Promise<Answer> {
    const { standing, refund } = termination;
    if (standing.as !== 'lessee' && !refund) throw refundDue('only the lessee may end the lease without a refund');
    const attempt = async (premises: Premises): Promise<Change<Answer>> => {
      const { location } = premises;
      const plan = await this.#plans.plan(premises, termination, await this.#leases.now());
      await this.#plans.mustBeFunded(plan);
      const payment = await this.#payment(termination, premises, plan);
      const lessee = premises.unit.lease?.lessee;
      const names = await this.#avatars.names(lessee ? [standing.akey, lessee] : [standing.akey]);
      return async (client, { unit, now }) => {
        const lease = mustStillHave(standing, unit.lease, now);
        if (!(await this.#plans.isAsPlanned(plan, { location, unit }, termination, client))) throw new Changed();
        const tenancy = tenancyOf(location, unit, lease);
        const money = (minor: bigint) => this.#money(minor);
        await this.#bank.deals.pay(client, payment, [
          ...terminatedNotices(tenancy, names, standing.akey, plan.back ? money(plan.back.amount) : ''),
          ...(plan.back && payment ? refundNotices(tenancy, plan.back, money, payment.journal.id, standing.akey) : []),
        ]);
        return this.#write(client, termination, { location, unit }, lease, plan, payment);
      };
    };
    return this.#changes.answer(termination.premises, termination, attempt, { isStale: isStaleRefund });
  }

  /** Under the request's id too where nothing was paid: a retry has to find it. */
  async #write(
    client: PoolClient,
    { principal, requestId, requestHash }: Termination,
    { location, unit }: Premises,
    { id: leaseId, lessee, paidUntil }: PresentLease,
    { back, unused }: RefundPlan,
    payment: Prepared | undefined,
  ): Promise<Answer> {
    const transactionId = payment?.journal.id ?? null;
    const amount = back?.amount ?? 0n;
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

  async #payment({ principal, requestId, requestHash }: Termination, { location, unit }: Premises, { back }: RefundPlan) {
    if (!back) return undefined;
    return this.#bank.givingBack.prepare(back, {
      kind: 'rent_refund',
      principal: principal.akey,
      chain: chainOf(principal),
      spender: location.owner,
      requestId,
      requestHash,
      comment: `${unit.name} at ${location.name}`,
    });
  }

  #money(minor: bigint): string {
    const { code, scale } = this.#bank.currencies.default;
    return `${formatMinor(minor, scale)} ${code}`;
  }
}
