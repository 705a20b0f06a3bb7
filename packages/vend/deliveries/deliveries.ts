import { type Avatars, notificationRider } from '@scrip/avatars';
import { type Rider, writeRiders } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';
import { orderRefunded } from '../orders/errors.ts';
import type { Delivery, Order, Pulled } from '../orders/model.ts';
import { acknowledged, nextState, type OrderState } from '../orders/rules.ts';
import type { Store } from '../orders/store.ts';

/** The queue between orders and the scripts that hand products over. Each delivery is handed out until somebody has acknowledged it. */
export class Deliveries {
  readonly #avatars: Avatars;
  readonly #store: Store;

  constructor(avatars: Avatars, store: Store) {
    this.#avatars = avatars;
    this.#store = store;
  }

  /** Those that wait longest, hidden from other scripts for `holdSecs`; of all the merchant's collections where none is given. */
  pull(merchant: Uuid, collectionId: Uuid | undefined, limit: number, holdSecs: number): Promise<readonly Pulled[]> {
    return this.#store.pull(merchant, collectionId, limit, holdSecs);
  }

  /**
   * What a script says of a delivery; returns the state of the order. Saying it again changes nothing, and neither does
   * anything that is said of an order that was refunded.
   */
  async acknowledge(order: Order, { id }: Delivery, ok: boolean, note: string): Promise<OrderState> {
    const notices = ok ? [] : await this.#notices(order, note);
    return this.#store.transaction(async (rows, client) => {
      const { state } = await rows.lock(order.id);
      const before = await rows.delivery(id);
      const after = before && acknowledged(before.state, ok);
      const next = nextState(state, ok ? 'handed over' : 'not handed over');
      if (state === 'refunded' || !after || !next || after === before.state) return state;
      await rows.settleDelivery(id, after, ok ? '' : note);
      if (next !== state) await rows.move(order.id, next);
      await writeRiders(client, notices);
      return next;
    });
  }

  /** One more delivery, unless one waits already; returns its id and the state of the order. Raises vend.order_refunded. */
  redeliver({ id }: Order): Promise<{ readonly deliveryId: Uuid; readonly state: OrderState }> {
    return this.#store.transaction(async (rows) => {
      const order = await rows.lock(id);
      const state = nextState(order.state, 'redeliver');
      if (!state) throw orderRefunded(`order ${id} was refunded at ${order.refundedAt?.toISOString()}`);
      const deliveryId = await rows.queueDelivery(order);
      if (state !== order.state) await rows.move(id, state);
      return { deliveryId, state };
    });
  }

  /** Whoever waits for it learns that it did not come. */
  async #notices({ id, merchant, buyer, recipient, productName }: Order, note: string): Promise<Rider[]> {
    const names = await this.#avatars.names([merchant, recipient]);
    const what = `${JSON.stringify(productName)} of ${names.get(merchant) ?? merchant} could not be handed over to ${names.get(recipient) ?? recipient}`;
    const text = note === '' ? what : `${what}: ${note}`;
    return [...new Set([buyer, recipient])].map((akey) => notificationRider(akey, 'delivery_failed', text, id));
  }
}
