import { type Bank, toMinor } from '@scrip/bank';
import type { AvatarKey, Currency, Decimal } from '@scrip/kernel';
import { mustBeAdmitted, mustNotBeBanned } from '../access/admission.ts';
import type { Access } from '../access/store.ts';
import { mostSecs, mustBeSold, runningLease, timesAfter } from '../leasing/rules.ts';
import type { LeaseStore } from '../leasing/store.ts';
import type { Premises } from '../model.ts';
import { notVacant } from './errors.ts';
import { type Quote, quoteOf, secsFor, type Tariff } from './price.ts';

/** What buying time would come to at this moment. */
export interface Offer extends Quote {
  readonly paidUntil: Date;
  /** The least and the most that can be bought now. */
  readonly minSecs: number;
  readonly mostSecs: number;
}

/** What time costs. */
export class Quotes {
  readonly #bank: Bank;
  readonly #access: Access;
  readonly #leases: LeaseStore;

  constructor(bank: Bank, access: Access, leases: LeaseStore) {
    this.#bank = bank;
    this.#access = access;
    this.#leases = leases;
  }

  /** In what everything about leases is paid. */
  get currency(): Currency {
    return this.#bank.currencies.default;
  }

  /** For so many seconds. */
  quote({ location, unit }: Premises, secs: number): Quote {
    return quoteOf(this.#tariff({ location, unit }), secs);
  }

  /**
   * What an avatar would pay to rent the unit, or to extend the lease they have a part in: for so many seconds, or how many
   * they get for so many major units (lease.quote). Raises what that would be refused for, but for the money.
   */
  async offer(akey: AvatarKey, premises: Premises, asked: { readonly secs: number } | { readonly amount: Decimal }): Promise<Offer> {
    const { location, unit } = premises;
    const now = await this.#leases.now();
    const lease = runningLease(unit.lease, now);
    if (lease && lease.lessee !== akey && lease.payer !== akey) throw taken(premises);
    if (lease) mustNotBeBanned(await this.#access.listed(location, [akey, lease.lessee]));
    else mustBeAdmitted(akey, await this.#access.admission(location, akey));
    const from = lease?.paidUntil ?? now;
    const most = mostSecs(location, from, now);
    const secs = 'secs' in asked ? asked.secs : secsFor(this.#tariff(premises), toMinor(asked.amount, this.currency), most);
    mustBeSold(location, secs, from, now);
    const { paidUntil } = timesAfter(from, secs, location, now);
    return { ...this.quote(premises, secs), paidUntil, minSecs: location.minSecs, mostSecs: most };
  }

  #tariff({ location, unit }: Premises): Tariff {
    const rate = unit.rate * 10n ** BigInt(this.currency.scale);
    return { rate, periodSecs: unit.periodSecs, discounts: location.discounts };
  }
}

export function taken({ location, unit }: Premises) {
  return notVacant(`${JSON.stringify(unit.name)} at ${JSON.stringify(location.name)} is leased`);
}
