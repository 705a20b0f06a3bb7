import { type Avatars, notificationRider } from '@scrip/avatars';
import type { Bank } from '@scrip/bank';
import type { Rider } from '@scrip/database';
import { type AvatarKey, formatMinor } from '@scrip/kernel';
import type { Order } from '../orders/model.ts';

export interface NoticedRefund {
  readonly order: Order;
  /** Who gave back of their own part; undefined: the merchant took everybody's back. */
  readonly giver: AvatarKey | undefined;
  /** Minor units of the order's currency. */
  readonly amount: bigint;
  /** Whether nothing is left of the order. */
  readonly isWhole: boolean;
  readonly comment: string;
}

/** What the buyer is told of a refund, and the merchant of what somebody else gave back. */
export async function refundNotices(avatars: Avatars, bank: Bank, refund: NoticedRefund): Promise<Rider[]> {
  const { order, giver, amount, isWhole, comment } = refund;
  const { id, merchant, buyer, productName, currency } = order;
  const by = giver ?? merchant;
  const name = (await avatars.find(by))?.name ?? by;
  const { scale, code } = await bank.currencies.get(currency);
  const money = `${formatMinor(amount, scale)} ${code}`;
  const product = JSON.stringify(productName);
  const why = comment === '' ? '' : `: ${comment}`;
  if (giver !== undefined) {
    const told =
      buyer === giver ? [] : [notificationRider(buyer, 'refund', `${name} gave you back ${money} of your order of ${product}`, id)];
    if (merchant !== giver) told.push(notificationRider(merchant, 'refund', `${name} gave back ${money} of an order of ${product}`, id));
    return told;
  }
  const what = isWhole
    ? `${name} took back your order of ${product} and paid you back ${money}`
    : `${name} paid you back ${money} of your order of ${product}`;
  return [notificationRider(buyer, 'refund', what + why, id)];
}
