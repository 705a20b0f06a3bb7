import type { Bank } from '@scrip/bank';
import { type Currency, majorToMinor, type Uuid } from '@scrip/kernel';
import { mustBeAdmitted, mustNotBeBanned } from '../access/admitted.ts';
import type { Estate } from '../estate.ts';
import type { Place } from '../leasing/changes.ts';
import { notVacant } from '../leasing/errors.ts';
import { mostSecs, mustBeSold, runningLease, timesAfter } from '../leasing/rules.ts';
import type { Store } from '../leasing/store.ts';
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
  readonly #estate: Estate;
  readonly #store: Store;

  constructor(bank: Bank, estate: Estate, store: Store) {
    this.#bank = bank;
    this.#estate = estate;
    this.#store = store;
  }

  /** In what everything about leases is paid. */
  get currency(): Currency {
    return this.#bank.currencies.default;
  }

  of({ location, unit }: Place, secs: number): Quote {
    return quoteOf(this.#tariff({ location, unit }), secs);
  }

  /**
   * What an avatar would pay to rent the unit, or to extend the lease they have a part in: for so many seconds, or how many
   * they get for so many whole major units (lease.quote). Raises what that would be refused for, but for the money.
   */
  async offer(akey: Uuid, place: Place, asked: { readonly secs: number } | { readonly amount: number }): Promise<Offer> {
    const { location, unit } = place;
    const now = await this.#store.now();
    const lease = runningLease(unit.lease, now);
    if (lease && lease.lessee !== akey && lease.payer !== akey) throw taken(place);
    const { people } = this.#estate;
    if (lease) mustNotBeBanned(await people.listed(location, [akey, lease.lessee]));
    else mustBeAdmitted(akey, await people.admission(location, akey));
    const from = lease?.paidUntil ?? now;
    const most = mostSecs(location, from, now);
    const secs = 'secs' in asked ? asked.secs : secsFor(this.#tariff(place), majorToMinor(asked.amount, this.currency), most);
    mustBeSold(location, secs, from, now);
    const { paidUntil } = timesAfter(from, secs, location, now);
    return { ...this.of(place, secs), paidUntil, minSecs: location.minSecs, mostSecs: most };
  }

  #tariff({ location, unit }: Place): Tariff {
    const rate = unit.rate * 10n ** BigInt(this.currency.scale);
    return { rate, periodSecs: unit.periodSecs, discounts: location.discounts };
  }
}

export function taken({ location, unit }: Place) {
  return notVacant(`${JSON.stringify(unit.name)} at ${JSON.stringify(location.name)} is leased`);
}
