import type { Bank } from '@scrip/bank';
import { type Currency, type Decimal, MAX_MINOR, toScale } from '@scrip/kernel';
import { invalidParams } from '@scrip/rpc';
import type { Studio } from '../studios/store.ts';
import type { Plan, PlanStore } from './store.ts';

/** As an operator writes it: the price in major units. */
export type PlanWanted = Omit<Plan, 'price' | 'scale'> & { readonly price: Decimal };

/** Lists are short: clients show all plans at once. */
export const MAX_PLANS = 100;

/** Card processors charge in these. */
const ISO_4217 = /^[A-Z]{3}$/;

/** What a studio's users can subscribe to. */
export class Plans {
  readonly #store: PlanStore;
  readonly #currencies: Bank['currencies'];

  constructor(store: PlanStore, currencies: Bank['currencies']) {
    this.#store = store;
    this.#currencies = currencies;
  }

  /** Adds a plan, or changes the one of that number. Raises invalid_params. */
  async set({ id: studio }: Studio, { price, currency: code, ...plan }: PlanWanted): Promise<void> {
    const currency = await this.#currency(code);
    const minor = toScale(price, currency.scale);
    if (minor === undefined || minor < 0n || minor > MAX_MINOR) {
      throw invalidParams(`plan.price is ${price}; 0 or more with at most ${currency.scale} decimal places is needed in ${currency.code}`);
    }
    const plans = await this.#store.list(studio, MAX_PLANS);
    if (plans.length === MAX_PLANS && !plans.some(({ id }) => id === plan.id)) {
      throw invalidParams(`the studio has ${MAX_PLANS} plans, which is the most`);
    }
    await this.#store.set(studio, { ...plan, price: minor, currency: currency.code, scale: currency.scale });
  }

  list({ id }: Studio): Promise<Plan[]> {
    return this.#store.list(id, MAX_PLANS);
  }

  find({ id }: Studio, plan: number): Promise<Plan | undefined> {
    return this.#store.find(id, plan);
  }

  /** One of the bank's, or one that cards are charged in. */
  async #currency(code: string): Promise<Currency> {
    const known = await this.#currencies.find(code);
    if (known) return known;
    if (!ISO_4217.test(code)) {
      throw invalidParams(`plan.currency is ${JSON.stringify(code)}; a currency of the bank, or three capitals such as USD, are needed`);
    }
    const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions();
    return { code, scale: maximumFractionDigits };
  }
}
