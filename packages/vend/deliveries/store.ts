import type { Avatars } from '@scrip/avatars';
import { type Database, type Rider, writeRiders } from '@scrip/database';
import { type AvatarKey, isUuid, newId, type Uuid } from '@scrip/kernel';
import type { Retry } from '@scrip/rpc';
import type { PoolClient } from 'pg';
import type { Order } from '../orders/model.ts';
import { nextState, type OrderState } from '../orders/states.ts';
import { lockOrder, type Orders, setOrderState } from '../orders/store.ts';
import { orderRefunded } from './errors.ts';
import type { Delivery, PulledDelivery } from './model.ts';
import { notDelivered } from './notices.ts';
import { FIND, PULL, SETTLE } from './statements.ts';
import { acknowledged } from './states.ts';

/** Of one order, where somebody asks about it. */
export const MAX_SHOWN = 20;

export interface DeliveriesOptions {
  readonly database: Database;
  readonly avatars: Avatars;
  readonly orders: Orders;
}

/** The queue between orders and the scripts that hand products over. Each delivery is handed out until somebody has acknowledged it. */
export class Deliveries {
  readonly #database: Database;
  readonly #avatars: Avatars;
  readonly #orders: Orders;

  constructor({ database, avatars, orders }: DeliveriesOptions) {
    this.#database = database;
    this.#avatars = avatars;
    this.#orders = orders;
  }

  /** A delivery and its order. What is no id is the id of no delivery. */
  async find(id: string): Promise<{ readonly delivery: Delivery; readonly order: Order } | undefined> {
    const delivery = isUuid(id) ? await FIND.first(this.#database.pool, id) : undefined;
    const order = delivery && (await this.#orders.find(delivery.orderId));
    return order && { delivery, order };
  }

  /** The newest first, at most 20. */
  ofOrder({ id }: Order): Promise<Delivery[]> {
    return this.#database.prisma.vendDelivery.findMany({
      select: { id: true, orderId: true, state: true, attempts: true, note: true, createdAt: true, finishedAt: true },
      where: { orderId: id },
      orderBy: { createdAt: 'desc' },
      take: MAX_SHOWN,
    });
  }

  /**
   * Those that wait longest, hidden from other scripts for `holdSecs`; of all the merchant's collections where none is given. A retry
   * gets what the first request got.
   */
  pull(merchant: AvatarKey, collectionId: Uuid | undefined, limit: number, holdSecs: number, retry?: Retry): Promise<PulledDelivery[]> {
    const { object = null, nonce = null } = retry ?? {};
    return PULL.all(this.#database.pool, merchant, collectionId ?? null, limit, holdSecs, object, nonce);
  }

  /**
   * What a script says of a delivery; returns the state of the order. Saying it again changes nothing, and neither does
   * anything that is said of an order that was refunded.
   */
  async acknowledge(order: Order, { id }: Delivery, ok: boolean, note: string): Promise<OrderState> {
    const notices: readonly Rider[] = ok ? [] : await notDelivered(this.#avatars, order, note);
    return this.#database.transaction(async (client) => {
      const { state } = await lockOrder(client, order.id);
      const before = await FIND.first(client, id);
      const after = before && acknowledged(before.state, ok);
      const next = nextState(state, ok ? 'handed over' : 'not handed over');
      if (state === 'refunded' || !after || !next || after === before.state) return state;
      await SETTLE.run(client, id, after, ok ? '' : note);
      if (next !== state) await setOrderState(client, order.id, next);
      await writeRiders(client, notices);
      return next;
    });
  }

  /** One more delivery, unless one waits already; returns its id and the state of the order. Raises vend.order_refunded. */
  redeliver({ id }: Order): Promise<{ readonly deliveryId: Uuid; readonly state: OrderState }> {
    return this.#database.transaction(async (client) => {
      const order = await lockOrder(client, id);
      const state = nextState(order.state, 'redeliver');
      if (!state) throw orderRefunded(`order ${id} was refunded at ${order.refundedAt?.toISOString()}`);
      const deliveryId = await this.#queue(client, order);
      if (state !== order.state) await setOrderState(client, id, state);
      return { deliveryId, state };
    });
  }

  /** The delivery that waits, which is a new one if none does. Under the order's lock there is never a second one. */
  #queue(client: PoolClient, { id: orderId, merchant }: Order): Promise<Uuid> {
    return this.#database.join(client, async ({ vendDelivery }) => {
      const waiting = await vendDelivery.findFirst({ where: { orderId, state: 'queued' }, select: { id: true } });
      const data = { id: newId(), orderId, merchant, state: 'queued', note: '' } as const;
      return (waiting ?? (await vendDelivery.create({ data, select: { id: true } }))).id;
    });
  }
}
