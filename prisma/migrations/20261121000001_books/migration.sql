-- What the Prisma schema can't say about the books. `prisma migrate diff` looks at none of this.

-- An account's totals change with every payment and its indexed columns never do: with room left in the page, the new
-- version of the row stays beside the old one and no index is touched.
ALTER TABLE "account" SET (fillfactor = 50);

-- The last line of defence. The ledger decides all of this before it writes; a bug in it must not reach the books.
ALTER TABLE "account"
  ADD CONSTRAINT "account_totals" CHECK ("posted_debits" >= 0 AND "posted_credits" >= 0 AND "held_debits" >= 0 AND "held_credits" >= 0),
  ADD CONSTRAINT "account_floor" CHECK ("floor" IS NULL OR "posted_credits" - "posted_debits" - "held_debits" >= "floor"),
  ADD CONSTRAINT "account_seq" CHECK ("last_seq" >= 0);
ALTER TABLE "entry" ADD CONSTRAINT "entry_amount" CHECK ("amount" <> 0 AND "seq" > 0 AND "account_id" <> "counter_id");
ALTER TABLE "hold"
  ADD CONSTRAINT "hold_amount" CHECK ("amount" > 0 AND "debit_id" <> "credit_id"),
  ADD CONSTRAINT "hold_state" CHECK ("state" IN ('open', 'posted', 'voided'));
ALTER TABLE "payout" ADD CONSTRAINT "payout_state" CHECK ("state" IN ('queued', 'dispensed', 'failed'));
ALTER TABLE "currency" ADD CONSTRAINT "currency_scale" CHECK ("scale" BETWEEN 0 AND 6);
