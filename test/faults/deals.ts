import { accountId } from '@scrip/bank';
import { deriveId, type Uuid } from '@scrip/kernel';
import type { LeaseLogRow, UnitRow } from './deal-books.ts';

// Payments that buy something: time at a unit, or a product. Their slices keep rows of their own about them.

/** What a request does beside its payment. Amounts are minor units. */
export type Deal =
  | { readonly what: 'new' | 'extend'; readonly unit: string; readonly secs: number; readonly amount: bigint }
  /** What goes back depends on the moment; nothing, where the lessee waives it. */
  | { readonly what: 'terminated'; readonly unit: string; readonly waived: boolean }
  | { readonly what: 'order'; readonly product: number; readonly recipient: Uuid; readonly amount: bigint }
  | { readonly what: 'refund'; readonly order: Uuid };

/** How a unit is called among those of all owners. */
export const unitKey = (owner: Uuid, name: string) => `${owner}/${name}`;

/** What a change of a lease stands for; undefined where nobody asks for such a thing. */
export function dealOf({ type, secs, amount }: LeaseLogRow, { owner, name }: Pick<UnitRow, 'owner' | 'name'>): Deal | undefined {
  const unit = unitKey(owner, name);
  if (type === 'new' || type === 'extend') return { what: type, unit, secs, amount };
  return type === 'terminated' ? { what: type, unit, waived: amount === 0n } : undefined;
}

/** Equal for what is the same deal, whether it was asked for or is in the books. */
export function dealText(deal: Deal | undefined): string {
  if (!deal) return '';
  switch (deal.what) {
    case 'order':
      return `product ${deal.product} for ${deal.recipient} at ${deal.amount}`;
    case 'refund':
      return `refund of order ${deal.order}`;
    case 'terminated':
      return `terminated of ${deal.unit}`;
    default:
      return `${deal.what} of ${deal.unit} for ${deal.secs} s at ${deal.amount}`;
  }
}

/** The store credit that somebody has at a merchant. */
export function creditAccountId(merchant: Uuid, holder: Uuid): Uuid {
  return accountId(deriveId('store credit', merchant, holder), 'credit');
}

/**
 * What a lease that ended with nothing paid back stands for beside the journals: it has the id that its payment would have
 * had, and under that id may be a payment of something else, which is no conflict.
 */
export const nothingPaid = (journal: Uuid) => `${journal}, nothing paid`;
