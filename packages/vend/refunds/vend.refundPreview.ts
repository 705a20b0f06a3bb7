import { minorToMajor } from '@scrip/kernel';
import { type Procedure, procedure, t } from '@scrip/rpc';
import { orderAuthority } from '../orders/authority.ts';
import * as params from '../orders/params.ts';
import { RIGHTS } from '../rights.ts';
import type { Vend } from '../vend.ts';

const PREVIEW = t.struct({
  amount: t.double(),
  currency: t.string(),
  missing: t.double(),
  sides: t.array(t.struct({ akey: t.string(), name: t.string(), amount: t.double(), missing: t.double(), on_its_way: t.boolean() })),
});

export const refundPreview = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.refundPreview',
    summary: 'Tells what each side would give back now if all that is left of an order were refunded, and what is missing of it.',
    notes: [
      'Those who sell see all sides, and who got a share of the sale their own one: what vend.giveBack could give. Nothing is moved, and nothing is',
      'set aside: it can be another amount by the time of the refund.',
    ].join('\n'),
    params: { capabilities: params.capabilities, order_id: params.orderId },
    result: PREVIEW,
    resultDoc: [
      'Major units of the currency: what is left to be given back, how much of that somebody does not have, and for each side what it would give',
      'and what is missing of that. The name is that of the avatar or group; on_its_way tells that it waits to be handed over in-world, so that it',
      'can not be covered either. No sides where nothing was paid or all is back.',
    ].join(' '),
    isRepeatable: true,
    faults: [],
    authority: orderAuthority(vend, RIGHTS.refundPreview),
    async handler(_input, { order, principal }) {
      const currency = await vend.bank.currencies.get(order.currency);
      const major = (minor: bigint) => minorToMajor(minor, currency);
      const plan = await vend.refunds.preview(order, principal.as === 'sharer' ? principal.akey : undefined);
      const sides = plan?.sides ?? [];
      const names = await vend.bank.owners.names(sides.map(({ owner }) => owner));
      return {
        amount: major(plan?.amount ?? 0n),
        currency: currency.code,
        missing: major(plan?.missing ?? 0n),
        sides: sides.map(({ owner, amount, missing, isOnItsWay }) => ({
          akey: owner,
          name: names.get(owner) ?? '',
          amount: major(amount),
          missing: major(missing),
          on_its_way: isOnItsWay,
        })),
      };
    },
  });
