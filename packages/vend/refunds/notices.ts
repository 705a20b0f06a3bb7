import { type Avatars, notificationRider } from '@scrip/avatars';
import type { BackPlan, Bank } from '@scrip/bank';
import type { Rider } from '@scrip/database';
import { type AvatarKey, formatMinor, type Uuid } from '@scrip/kernel';
import type { Order } from '../orders/model.ts';

export interface NoticedRefund {
  readonly order: Order;
  /** Who gave back of their own part; undefined: the merchant took everybody's back. */
  readonly giver: AvatarKey | undefined;
  /** Undefined where nothing had been paid, or all of it came back by itself. */
  readonly back: BackPlan | undefined;
  readonly comment: string;
}

/** What the buyer is told of a refund, each who gave something back without being asked, and the merchant of what others gave by themselves. */
export async function refundNotices(avatars: Avatars, bank: Bank, refund: NoticedRefund): Promise<Rider[]> {
  const { order, giver, back, comment } = refund;
  const { id, merchant, buyer, productName, currency } = order;
  const by = giver ?? merchant;
  const name = (await avatars.find(by))?.name ?? by;
  const { scale, code } = await bank.currencies.get(currency);
  const moneyOf = (amount: bigint) => `${formatMinor(amount, scale)} ${code}`;
  const money = moneyOf(back?.amount ?? 0n);
  const product = JSON.stringify(productName);
  const why = comment === '' ? '' : `: ${comment}`;
  if (giver !== undefined) {
    const told =
      buyer === giver ? [] : [notificationRider(buyer, 'refund', `${name} gave you back ${money} of your order of ${product}`, id)];
    if (merchant !== giver) told.push(notificationRider(merchant, 'refund', `${name} gave back ${money} of an order of ${product}`, id));
    return told;
  }
  const what =
    !back || back.amount === back.left
      ? `${name} took back your order of ${product} and paid you back ${money}`
      : `${name} paid you back ${money} of your order of ${product}`;
  const others = (back?.sides ?? []).filter(({ owner }) => owner !== merchant && owner !== buyer);
  return [
    notificationRider(buyer, 'refund', what + why, id),
    ...others.map(({ owner, amount }: { readonly owner: Uuid; readonly amount: bigint }) =>
      notificationRider(owner, 'refund', `${moneyOf(amount)} of what you got of an order of ${product} went back: ${name} refunded it`, id),
    ),
  ];
}
