import type { Uuid } from '@scrip/kernel';

// What the slices of leases and of products keep about payments, as it stands in the database.

export interface UnitRow {
  readonly id: Uuid;
  readonly owner: Uuid;
  readonly name: string;
  /** Of what the lessee who ends a lease has not used. */
  readonly refundPercent: number;
  /** The present lease; null where there is none. */
  readonly lease: Uuid | null;
  readonly lessee: Uuid | null;
  readonly leasedAt_ms: number | null;
  readonly paidUntil_ms: number | null;
}

/** A lease that began, went on or ended. */
export interface LeaseLogRow {
  readonly type: string;
  readonly unit: Uuid;
  readonly lease: Uuid;
  readonly lessee: Uuid;
  /** Null where the server did it. */
  readonly actor: Uuid | null;
  readonly amount: bigint;
  readonly secs: number;
  /** The payment, or the id that it would have had; null where nobody asked for it. */
  readonly journal: Uuid | null;
}

export interface PurchaseRow {
  readonly journal: Uuid;
  readonly lease: Uuid;
  readonly secs: number;
  readonly amount: bigint;
  readonly refundTo: Uuid;
}

export interface ProductRow {
  readonly id: number;
  readonly merchant: Uuid;
  /** Null where there is no end of it. */
  readonly left: number | null;
  readonly sales: number;
  /** Who shares in each sale, in hundredths of a percent; the merchant gets the rest. */
  readonly partners: readonly { readonly key: Uuid; readonly share: number }[];
}

export interface OrderRow {
  readonly id: Uuid;
  readonly product: number;
  readonly merchant: Uuid;
  readonly buyer: Uuid;
  readonly recipient: Uuid;
  readonly amount: bigint;
  /** How much of it was store credit. */
  readonly credit: bigint;
  readonly account: string;
  readonly state: string;
  readonly refund: Uuid | null;
  /** The states of its deliveries, with commas. */
  readonly deliveries: string;
}

export interface DealBooks {
  readonly units: readonly UnitRow[];
  readonly leaseLog: readonly LeaseLogRow[];
  /** Of each lease the newest first, as refunds walk them. */
  readonly purchases: readonly PurchaseRow[];
  readonly products: readonly ProductRow[];
  readonly orders: readonly OrderRow[];
}

const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`;

export const DEAL_QUERIES: { readonly [K in keyof DealBooks]: string } = {
  units: `SELECT u.id, u.owner, u.name, l.refund_percent AS "refundPercent", u.lease_id AS lease, u.lessee,
            ${ms('u.leased_at')} AS "leasedAt_ms", ${ms('u.paid_until')} AS "paidUntil_ms"
          FROM lease_unit u JOIN lease_location l ON l.id = u.location_id`,
  leaseLog: `SELECT type, unit_id AS unit, lease_id AS lease, akey AS lessee, actor, amount, duration_secs AS secs, journal_id AS journal
             FROM lease_log WHERE lease_id IS NOT NULL`,
  purchases: `SELECT journal_id AS journal, lease_id AS lease, secs, amount, refund_to AS "refundTo"
              FROM lease_purchase ORDER BY lease_id, at DESC, journal_id`,
  products: `SELECT id, merchant, quantity AS left, sales, coalesce((SELECT json_agg(json_build_object('key', key, 'share', share) ORDER BY key)
               FROM vend_partner WHERE product_id = id), '[]') AS partners FROM vend_product`,
  orders: `SELECT id, product_id AS product, merchant, buyer, recipient, amount, credit_used AS credit, account_name AS account, state,
             refund_journal AS refund, (SELECT coalesce(string_agg(state, ','), '') FROM vend_delivery d WHERE d.order_id = o.id) AS deliveries
           FROM vend_order o`,
};
