import type { Currency } from '@scrip/kernel';
import { invalidParams } from '@scrip/rpc';
import { currencyExists, unknownCurrency } from './errors.ts';
import type { CurrencyStore } from './store.ts';

/** Codes stand in lists, in names of accounts and before amounts. */
const CODE = /^[^\p{C}\p{Z}\s,#:]{1,16}$/u;

/** The currencies of the books. A currency is never removed, and neither its code nor its scale ever changes. */
export class Currencies {
  readonly #store: CurrencyStore;
  /** By code in lower case: codes match in any case, as do the names of the accounts that are made of them. */
  readonly #known = new Map<string, Currency>();
  #default: Currency;

  private constructor(store: CurrencyStore, wanted: Currency) {
    this.#store = store;
    this.#default = wanted;
  }

  /** Makes sure that the default currency is there; the scale that it has in the books already is the one that counts. */
  static async open(store: CurrencyStore, wanted: Currency): Promise<Currencies> {
    const currencies = new Currencies(store, wanted);
    await store.add(wanted);
    currencies.#default = (await currencies.find(wanted.code)) ?? wanted;
    return currencies;
  }

  get default(): Currency {
    return this.#default;
  }

  /** By its code, in any case; undefined where there is none. Another server may have added it since the last look. */
  async find(code: string): Promise<Currency | undefined> {
    const known = this.#known.get(code.toLowerCase());
    if (known) return known;
    await this.list();
    return this.#known.get(code.toLowerCase());
  }

  /** As `find`; empty is the default. Raises bank.unknown_currency. */
  async get(code: string): Promise<Currency> {
    const currency = code === '' ? this.#default : await this.find(code);
    if (currency) return currency;
    const codes = [...this.#known.values()].map((known) => known.code);
    throw unknownCurrency(`no currency ${JSON.stringify(code)}; there is ${codes.join(', ')}`);
  }

  /** All of them as they are in the books, the default first and the others by code. */
  async list(): Promise<Currency[]> {
    const rows = await this.#store.list();
    for (const row of rows) this.#known.set(row.code.toLowerCase(), row);
    const isDefault = ({ code }: Currency) => Number(code === this.#default.code);
    return rows.sort((a, b) => isDefault(b) - isDefault(a));
  }

  /** Adds a currency with its mint; the same again changes nothing. Raises bank.currency_exists. */
  async add(code: string, scale: number): Promise<Currency> {
    if (!CODE.test(code)) {
      throw invalidParams(`code is ${JSON.stringify(code)}; 1 to 16 printable characters without spaces, commas, # and : are needed`);
    }
    const there = (await this.find(code)) ?? (await this.#store.add({ code, scale }));
    if (there.code !== code) throw currencyExists(`there is ${there.code}, and codes must differ in more than the case of their letters`);
    if (there.scale !== scale) throw currencyExists(`${code} has the scale ${there.scale}, which can not change; ${scale} was asked for`);
    return there;
  }
}
