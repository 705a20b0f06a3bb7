import { type Bank, currencyMismatch, type Deal, POSTING_FAULTS, type Prepared, requestHash } from '@scrip/bank';
import { type Chain, chainOf, type Principal } from '@scrip/capability';
import type { AvatarKey, Decimal } from '@scrip/kernel';
import { Fault } from '@scrip/rpc';
import { notForSale } from '../errors.ts';
import { wireId } from '../requests/model.ts';
import type { Sought } from './model.ts';

/** Buys a product for somebody as one deal: what the shop is to gifts. */
export interface Shop {
  gift(order: {
    readonly buyer: AvatarKey;
    readonly recipient: AvatarKey;
    readonly productId: number;
    readonly accountName: string;
    /** Major units; below zero: whatever it costs. */
    readonly maxPrice: Decimal;
    readonly requestId: string;
    readonly chain: Chain;
  }): Deal<unknown, unknown, unknown>;
}

/** Who gives, and out of what. */
export interface Giver {
  readonly principal: Principal;
  readonly accountName: string;
  readonly maxPrice: Decimal;
}

/** The deal that gives what a request asks for to its requester, once for each giver. */
export function carriedDeal(
  { bank, shop }: { readonly bank: Bank; readonly shop: Shop },
  { id, amount, currency, productId }: Sought,
  recipient: AvatarKey,
  { principal, accountName, maxPrice }: Giver,
): Deal<unknown, unknown, unknown> {
  const [giver, chain] = [principal.akey, chainOf(principal)];
  const requestId = `gift ${wireId(id)}`;
  if (productId !== null) return sold(shop.gift({ buyer: giver, recipient, productId, accountName, maxPrice, requestId, chain }));
  const payment: Deal<Prepared, unknown, unknown> = {
    async plan() {
      const account = await bank.accounts.get(giver, accountName);
      if (account.currency.code !== currency) {
        throw currencyMismatch(`the request asks for ${currency}; ${account.name} is in ${account.currency.code}`);
      }
      return bank.charges.prepare({
        ...{ principal: giver, requestId, chain, kind: 'gift', payer: giver },
        from: [{ account, amount }],
        to: [{ payee: { key: recipient, account: '', mayChoose: false }, amount }],
        requestHash: requestHash('gift', id, giver),
        comment: 'A gift',
        notify: true,
      });
    },
    lock: async () => {},
    book: (client, prepared) => bank.deals.pay(client, prepared),
  };
  return payment;
}

/** The shop's own refusals as one of this slice's. What a payment is refused for stays as it is. */
function sold(deal: Deal<unknown, unknown, unknown>): Deal<unknown, unknown, unknown> {
  return {
    ...deal,
    plan: (attempt) => refusedHere(deal.plan(attempt)),
    book: (client, plan, locked) => refusedHere(deal.book(client, plan, locked)),
  };
}

async function refusedHere<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Fault) || POSTING_FAULTS.some(({ code }) => code === error.spec.code)) throw error;
    throw notForSale(error.faultString);
  }
}
