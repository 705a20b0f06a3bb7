import { accountId, journalId } from '@scrip/bank';
import { deriveId, type Uuid } from '@scrip/kernel';
import type { LeaseLogRow, UnitRow } from './deal-books.ts';

// What is done beside moving money, or without any: time at a unit is bought or given, a lease passes on, a product or a gift
// card is sold. The slices keep rows of their own about it.

/** What a request does beside its payment, if it has one. Amounts are minor units. */
export type Deal =
  | { readonly what: 'new' | 'extend'; readonly unit: string; readonly secs: number; readonly amount: bigint }
  /** What goes back depends on the moment; nothing, where the lessee waives it. */
  | { readonly what: 'terminated'; readonly unit: string; readonly waived: boolean }
  | Deed
  | {
      readonly what: 'order';
      readonly product: number;
      readonly recipient: Uuid;
      readonly amount: bigint;
      /** Who gets a commission. */
      readonly affiliate: Uuid | null;
    }
  | { readonly what: 'refund'; readonly order: Uuid }
  | { readonly what: 'card'; readonly merchant: Uuid; readonly amount: bigint }
  | { readonly what: 'redeemed'; readonly card: Uuid; readonly by: Uuid };

/** Without money and without a request id: no attempt at it is known to be a retry. */
export type Deed =
  | { readonly what: 'free'; readonly unit: string }
  /** To the new lessee, or to whom the lease may be extended by too. */
  | { readonly what: 'transfer' | 'payer'; readonly unit: string; readonly to: Uuid };

const DEEDS: readonly Deal['what'][] = ['free', 'transfer', 'payer'];

export function isDeed(deal: Deal): deal is Deed {
  return DEEDS.includes(deal.what);
}

/** How a unit is called among those of all owners. */
export const unitKey = (owner: Uuid, name: string) => `${owner}/${name}`;

/** What a change of a lease stands for; undefined where nobody asks for such a thing. */
export function dealOf(row: LeaseLogRow, { owner, name }: Pick<UnitRow, 'owner' | 'name'>): Deal | undefined {
  const { type, secs, amount, journal, akey } = row;
  const unit = unitKey(owner, name);
  if (type === 'transfer' || type === 'payer') return { what: type, unit, to: akey };
  if (type === 'extend' && journal === null) return { what: 'free', unit };
  if (type === 'new' || type === 'extend') return { what: type, unit, secs, amount };
  return type === 'terminated' ? { what: type, unit, waived: amount === 0n } : undefined;
}

/** Equal for what is the same deal, whether it was asked for or is in the books. */
export function dealText(deal: Deal | undefined): string {
  if (!deal) return '';
  switch (deal.what) {
    case 'order':
      return `product ${deal.product} for ${deal.recipient} at ${deal.amount}, sold by ${deal.affiliate ?? 'the merchant'}`;
    case 'refund':
      return `refund of order ${deal.order}`;
    case 'terminated':
      return `terminated of ${deal.unit}`;
    case 'free':
      return `free extension of ${deal.unit}`;
    case 'transfer':
    case 'payer':
      return `${deal.what} of ${deal.unit} to ${deal.to}`;
    case 'card':
      return `gift card for ${deal.merchant} of ${deal.amount}`;
    case 'redeemed':
      return `gift card ${deal.card} redeemed by ${deal.by}`;
    default:
      return `${deal.what} of ${deal.unit} for ${deal.secs} s at ${deal.amount}`;
  }
}

/** The store credit that somebody has at a merchant. */
export function creditAccountId(merchant: Uuid, holder: Uuid): Uuid {
  return accountId(deriveId('store credit', merchant, holder), 'credit');
}

/** The money of a gift card is in an account of its own until somebody redeems it, who is then paid by the card itself. */
export const cardOwner = (card: Uuid): Uuid => deriveId('gift card', card);
export const cardAccountId = (card: Uuid): Uuid => accountId(cardOwner(card), 'card');
export const redemptionId = (card: Uuid): Uuid => journalId(cardOwner(card), 'redeem');

/**
 * What a lease that ended with nothing paid back stands for beside the journals: it has the id that its payment would have
 * had, and under that id may be a payment of something else, which is no conflict.
 */
export const nothingPaid = (journal: Uuid) => `${journal}, nothing paid`;
