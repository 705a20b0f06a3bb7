import { notificationRider } from '@scrip/avatars';
import { capabilityRevoked, type Revocation } from '@scrip/capability';
import { writeRiders } from '@scrip/database';
import type { PoolClient } from 'pg';
import type { StandingOrderStore } from './store.ts';

const WHY = capabilityRevoked('the login that started the order was revoked').faultString;

/**
 * Ends the orders that were started on what is revoked, in the transaction of the revocation, and tells their owners. One whose
 * payment is under way is waited for, and no payment of it follows.
 */
export async function endOrders(store: StandingOrderStore, client: PoolClient, revocation: Revocation): Promise<void> {
  // What an avatar gave to others starts no orders.
  if ('grantor' in revocation) return;
  const ended =
    'jti' in revocation ? await store.end(client, 'login', revocation.jti, WHY) : await store.end(client, 'owner', revocation.avatar, WHY);
  await writeRiders(
    client,
    ended.map(({ id, owner, amount, accountName }) => {
      const what = `Your standing order of ${amount} from ${accountName}`;
      return notificationRider(owner, 'standing_order', `${what} has ended, since the login that started it was revoked`, id);
    }),
  );
}
