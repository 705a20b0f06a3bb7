import { isDeepStrictEqual } from 'node:util';
import { type BackPlan, type Bank, type Due, WORKING } from '@scrip/bank';
import type { Queryable } from '@scrip/database';
import type { Standing } from '../leasing/rules.ts';
import type { Location, Premises } from '../model.ts';
import { refundNotFunded } from './errors.ts';
import { duesOf, type Purchase, unusedSecs } from './refunds.ts';
import type { EndingStore } from './store.ts';

/** Who ends a lease, and how. */
export interface EndingTerms {
  readonly standing: Standing;
  /** Whether what is unused is paid back; only the lessee may do without. */
  readonly refund: boolean;
  /** Whether the owner pays what others are short of. */
  readonly cover: boolean;
}

/** What is due for ending a lease at a moment, whoever has it. */
interface Claim {
  /** Seconds that are paid and not used. */
  readonly unused: number;
  /** Of the newest purchase that cost anything. */
  readonly percent: number;
  readonly dues: readonly Due[];
}

/** What ending a lease at a moment would pay back. */
export interface RefundPlan extends Claim {
  readonly at: Date;
  /** Undefined where nothing is due. */
  readonly back: BackPlan | undefined;
}

/** Works out what goes back when a lease ends: of each purchase from those who got it, by the bank's rule of giving back. */
export class RefundPlans {
  readonly #bank: Bank;
  readonly #store: EndingStore;

  constructor(bank: Bank, store: EndingStore) {
    this.#bank = bank;
    this.#store = store;
  }

  /** `at` is a moment ago where money is to be paid: what is due must be known before the transaction that pays it. */
  async plan(premises: Premises, terms: EndingTerms, at: Date): Promise<RefundPlan> {
    const claim = await this.#claim(premises, terms, at);
    if (claim.dues.length === 0) return { at, ...claim, back: undefined };
    const cover = terms.cover ? await this.#bank.accounts.get(premises.location.owner, WORKING) : undefined;
    const back = await this.#bank.givingBack.plan({ dues: claim.dues, cover });
    return { at, ...claim, back: back.amount > 0n ? back : undefined };
  }

  /** Whether a plan is what it would be now; `client` is that of a transaction that the lease is locked in. */
  async isAsPlanned({ at, back, ...claim }: RefundPlan, premises: Premises, terms: EndingTerms, client: Queryable): Promise<boolean> {
    // It may have been extended or passed on meanwhile, or somebody may have given something back.
    if (!isDeepStrictEqual(await this.#claim(premises, terms, at, client), claim)) return false;
    return !back || this.#bank.givingBack.isAsPlanned(back, client);
  }

  /** Raises lease.refund_not_funded, with each who is short of what they would give back. */
  async mustBeFunded({ back }: RefundPlan): Promise<void> {
    if (back && back.missing > 0n) throw refundNotFunded(await this.#bank.givingBack.shortage(back));
  }

  async #claim({ location, unit: { lease } }: Premises, terms: EndingTerms, at: Date, on?: Queryable): Promise<Claim> {
    const unused = lease ? unusedSecs(lease.paidUntil, at) : 0;
    const purchases = lease ? await this.#store.purchases(lease.id, on) : [];
    const share = shareFor(location, terms);
    const newest = purchases.find(({ amount }) => amount > 0n);
    return { unused, percent: newest ? share(newest) : 0, dues: duesOf(purchases, unused, share) };
  }
}

/**
 * Who ends a lease for the owner pays back all that is unused; a lessee gets what was promised when it was bought. So do managers of
 * what they paid themselves: nobody rents on better terms for having a right here.
 */
function shareFor({ owner }: Location, { standing: { akey, as }, refund }: EndingTerms): (purchase: Purchase) => number {
  if (as === 'lessee') return ({ refundPercent }) => (refund ? refundPercent : 0);
  return ({ refundTo, refundPercent }) => (refundTo === akey && akey !== owner ? refundPercent : 100);
}
