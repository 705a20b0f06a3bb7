import { type Avatars, notificationRider } from '@scrip/avatars';
import type { Rider } from '@scrip/database';
import type { Order } from '../orders/model.ts';

/** What those are told who wait for something that did not come: the buyer, and who was to get it. `note` is what a script says of it. */
export async function notDelivered(avatars: Avatars, order: Order, note: string): Promise<Rider[]> {
  const { id, merchant, buyer, recipient, productName } = order;
  const names = await avatars.names([merchant, recipient]);
  const what = `${JSON.stringify(productName)} of ${names.get(merchant) ?? merchant} could not be handed over to ${names.get(recipient) ?? recipient}`;
  const text = note === '' ? what : `${what}: ${note}`;
  return [...new Set([buyer, recipient])].map((akey) => notificationRider(akey, 'delivery_failed', text, id));
}
