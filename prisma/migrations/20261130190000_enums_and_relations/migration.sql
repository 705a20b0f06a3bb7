-- States and kinds become enums. Their values stay as they are written. A column that a seal covers keeps its type: the
-- sealed bytes contain the type's number, so journal.kind is still text.
CREATE TYPE "account_state" AS ENUM ('open', 'frozen', 'closed');
CREATE TYPE "hold_state" AS ENUM ('open', 'posted', 'voided', 'expired');
CREATE TYPE "payout_state" AS ENUM ('queued', 'dispensed', 'failed');
CREATE TYPE "standing_order_state" AS ENUM ('active', 'ended', 'cancelled');
CREATE TYPE "revocation_scope" AS ENUM ('jti', 'grantor', 'avatar');
CREATE TYPE "lease_access_kind" AS ENUM ('ban', 'allow');
CREATE TYPE "lease_log_type" AS ENUM ('new', 'extend', 'terminated', 'expire', 'transfer', 'payer', 'unit', 'price', 'location', 'access', 'manager');
CREATE TYPE "vend_order_state" AS ENUM ('queued', 'delivered', 'failed', 'refunded');
CREATE TYPE "vend_delivery_state" AS ENUM ('queued', 'delivered', 'failed');
CREATE TYPE "vend_access_kind" AS ENUM ('ban', 'vip');

-- A constraint that compares a state with texts would keep comparing texts.
ALTER TABLE "account"
  DROP CONSTRAINT "account_state",
  DROP CONSTRAINT "account_closed",
  ALTER COLUMN "state" DROP DEFAULT,
  ALTER COLUMN "state" TYPE "account_state" USING "state"::"account_state",
  ALTER COLUMN "state" SET DEFAULT 'open',
  ADD CONSTRAINT "account_closed" CHECK ("state" <> 'closed' OR ("posted_credits" = "posted_debits" AND "held_debits" = 0 AND "held_credits" = 0));
ALTER TABLE "hold"
  DROP CONSTRAINT "hold_state",
  DROP CONSTRAINT "hold_posted",
  ALTER COLUMN "state" DROP DEFAULT,
  ALTER COLUMN "state" TYPE "hold_state" USING "state"::"hold_state",
  ALTER COLUMN "state" SET DEFAULT 'open',
  ADD CONSTRAINT "hold_posted" CHECK ("posted" BETWEEN 0 AND "amount" AND ("posted" > 0) = ("state" = 'posted'));
ALTER TABLE "payout"
  DROP CONSTRAINT "payout_state",
  ALTER COLUMN "state" DROP DEFAULT,
  ALTER COLUMN "state" TYPE "payout_state" USING "state"::"payout_state",
  ALTER COLUMN "state" SET DEFAULT 'queued';
ALTER TABLE "standing_order"
  DROP CONSTRAINT "standing_order_state",
  ALTER COLUMN "state" DROP DEFAULT,
  ALTER COLUMN "state" TYPE "standing_order_state" USING "state"::"standing_order_state",
  ALTER COLUMN "state" SET DEFAULT 'active';
ALTER TABLE "revocation" ALTER COLUMN "scope" TYPE "revocation_scope" USING "scope"::"revocation_scope";
ALTER TABLE "lease_access"
  DROP CONSTRAINT "lease_access_kind",
  ALTER COLUMN "kind" TYPE "lease_access_kind" USING "kind"::"lease_access_kind";
ALTER TABLE "lease_log" ALTER COLUMN "type" TYPE "lease_log_type" USING "type"::"lease_log_type";
ALTER TABLE "vend_order"
  DROP CONSTRAINT "vend_order_state",
  DROP CONSTRAINT "vend_order_refund",
  ALTER COLUMN "state" TYPE "vend_order_state" USING "state"::"vend_order_state",
  ADD CONSTRAINT "vend_order_refund" CHECK (("state" = 'refunded') = ("refunded_at" IS NOT NULL));
ALTER TABLE "vend_delivery"
  DROP CONSTRAINT "vend_delivery_state",
  ALTER COLUMN "state" TYPE "vend_delivery_state" USING "state"::"vend_delivery_state";
ALTER TABLE "vend_access"
  DROP CONSTRAINT "vend_access_kind",
  ALTER COLUMN "kind" TYPE "vend_access_kind" USING "kind"::"vend_access_kind";

-- What belongs to a product or a collection. Neither is ever deleted, and none of these rows is written where somebody pays.
ALTER TABLE "vend_searchable" ADD CONSTRAINT "vend_searchable_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "vend_product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "vend_vendor" ADD CONSTRAINT "vend_vendor_collection_id_fkey" FOREIGN KEY ("collection_id") REFERENCES "vend_collection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "vend_vendor" ADD CONSTRAINT "vend_vendor_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "vend_product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "vend_vote" ADD CONSTRAINT "vend_vote_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "vend_product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
