-- Standing orders in currencies with cents: whole amounts stay as they were, so that a server of the version before can still pay them.
-- The view is made again, since PostgreSQL changes no column that one shows.
DROP VIEW "studio"."standing_orders";

-- AlterTable
ALTER TABLE "standing_order" ALTER COLUMN "amount" SET DATA TYPE DECIMAL;

CREATE VIEW "studio"."standing_orders" AS
  SELECT coalesce(w.name, o.owner::text) AS payer, o.account_name AS payer_account, coalesce(p.name, o.payee::text) AS payee, o.payee_account,
    o.amount, a.currency, o.every_days, o.times, o.paid, o.missed, o.state, o.due_at, o.last_fault, o.comment, o.created_at, o.id
  FROM standing_order o
  JOIN account a ON a.id = o.account_id
  LEFT JOIN "studio"."who" w ON w.key = o.owner
  LEFT JOIN "studio"."who" p ON p.key = o.payee;
