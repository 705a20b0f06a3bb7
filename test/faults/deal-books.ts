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
  /** Who else may extend it. */
  readonly payer: Uuid | null;
  readonly leasedAt_ms: number | null;
  readonly paidUntil_ms: number | null;
  /** Whether it had its free extension. */
  readonly freeUsed: boolean;
  /** Who shares the rent, by weight, in the order in which they joined; nobody where it is the owner's. */
  readonly income: readonly { readonly key: Uuid; readonly weight: number }[];
}

/** A lease that began, went on, passed on or ended. */
export interface LeaseLogRow {
  readonly type: string;
  readonly unit: Uuid;
  readonly lease: Uuid;
  /** The lessee, from then on; where a payer was named the payer. */
  readonly akey: Uuid;
  /** Null where the server did it. */
  readonly actor: Uuid | null;
  readonly amount: bigint;
  readonly secs: number;
  /** The payment, or the id that it would have had; null where there was no request id. */
  readonly journal: Uuid | null;
  /** Of the lease, by then. */
  readonly paidUntil_ms: number | null;
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
  /** Of whoever sold it, in the same measure. */
  readonly commission: number;
}

export interface OrderRow {
  readonly id: Uuid;
  readonly product: number;
  readonly merchant: Uuid;
  readonly buyer: Uuid;
  readonly recipient: Uuid;
  /** Who sold it for a commission. */
  readonly affiliate: Uuid | null;
  readonly amount: bigint;
  /** How much of it was store credit. */
  readonly credit: bigint;
  readonly account: string;
  readonly state: string;
  readonly refund: Uuid | null;
  /** The states of its deliveries, with commas. */
  readonly deliveries: string;
}

export interface CardRow {
  readonly id: Uuid;
  readonly merchant: Uuid;
  readonly buyer: Uuid;
  readonly amount: bigint;
  readonly redeemedBy: Uuid | null;
}

export interface DealBooks {
  readonly units: readonly UnitRow[];
  readonly leaseLog: readonly LeaseLogRow[];
  /** Of each lease the newest first, as refunds walk them. */
  readonly purchases: readonly PurchaseRow[];
  readonly products: readonly ProductRow[];
  readonly orders: readonly OrderRow[];
  readonly cards: readonly CardRow[];
}

const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`;

export const DEAL_QUERIES: { readonly [K in keyof DealBooks]: string } = {
  units: `SELECT u.id, u.owner, u.name, l.refund_percent AS "refundPercent", u.lease_id AS lease, u.lessee, u.payer,
            ${ms('u.leased_at')} AS "leasedAt_ms", ${ms('u.paid_until')} AS "paidUntil_ms", u.grace_used AS "freeUsed",
            coalesce((SELECT json_agg(json_build_object('key', akey, 'weight', weight) ORDER BY joined_at)
              FROM group_member WHERE gkey = l.income_group), '[]') AS income
          FROM lease_unit u JOIN lease_location l ON l.id = u.location_id`,
  leaseLog: `SELECT type, unit_id AS unit, lease_id AS lease, akey, actor, amount, duration_secs AS secs, journal_id AS journal,
               ${ms('paid_until')} AS "paidUntil_ms"
             FROM lease_log WHERE lease_id IS NOT NULL`,
  purchases: `SELECT journal_id AS journal, lease_id AS lease, secs, amount, refund_to AS "refundTo"
              FROM lease_purchase ORDER BY lease_id, at DESC, journal_id`,
  products: `SELECT p.id, p.merchant, p.quantity AS left, p.sales, c.commission,
               coalesce((SELECT json_agg(json_build_object('key', key, 'share', share) ORDER BY key)
                 FROM vend_partner WHERE product_id = p.id), '[]') AS partners
             FROM vend_product p JOIN vend_collection c ON c.id = p.collection_id`,
  orders: `SELECT id, product_id AS product, merchant, buyer, recipient, affiliate, amount, credit_used AS credit, account_name AS account, state,
             refund_journal AS refund, (SELECT coalesce(string_agg(state::text, ','), '') FROM vend_delivery d WHERE d.order_id = o.id) AS deliveries
           FROM vend_order o`,
  cards: 'SELECT id, merchant, buyer, amount, redeemed_by AS "redeemedBy" FROM vend_gift_card',
};
