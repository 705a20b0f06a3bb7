import type { Uuid } from '@scrip/kernel';
import { LOCATION, type Stage, UNITS } from './stage.ts';

const PLENTY = 100_000;

/** The owner undoes all that is open at the expense of nobody else: they pay what the others are short of. */
export async function unwind(stage: Stage): Promise<void> {
  const { cast, world } = stage;
  const owner = cast.is('owner');
  for (const akey of stage.made.frozen) await stage.operator('operator.freezeAccount', { akey, account_name: 'working', frozen: 0 });
  await world.call('operator.mint', [[world.operator], owner.akey, 'working', PLENTY, 'for covering']);
  for (const unit_name of UNITS) {
    const unit = { owner_akey: owner.akey, location_name: LOCATION, unit_name, cover: 1 };
    const ended = await stage.ask<{ transaction_id: Uuid }>(owner, 'lease.terminate', unit);
    if (ended) stage.made.covered.add(ended.transaction_id);
  }
  for (const order_id of stage.made.orders) {
    const refunded = await stage.do<{ transaction_id: Uuid }>(owner, 'vend.refundOrder', { order_id, comment: '', cover: 1 });
    if (refunded) stage.made.covered.add(refunded.transaction_id);
  }
}
