-- DropIndex
DROP INDEX "payout_state_created_at_idx";

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "ceiling" BIGINT,
ADD COLUMN     "deposit_group" UUID,
ADD COLUMN     "last_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "public_deposit" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "state" TEXT NOT NULL DEFAULT 'open';

-- AlterTable
ALTER TABLE "hold" ADD COLUMN     "created_at" TIMESTAMPTZ(3),
ADD COLUMN     "expires_at" TIMESTAMPTZ(3),
ADD COLUMN     "posted" BIGINT NOT NULL DEFAULT 0;

-- Holds that are there already are as old as their journals.
UPDATE "hold" SET "created_at" = "journal"."created_at" FROM "journal" WHERE "journal"."id" = "hold"."journal_id";
ALTER TABLE "hold" ALTER COLUMN "created_at" SET NOT NULL;

-- AlterTable
ALTER TABLE "payout" DROP CONSTRAINT "payout_pkey",
ADD COLUMN     "leg" SMALLINT NOT NULL DEFAULT 0,
ADD CONSTRAINT "payout_pkey" PRIMARY KEY ("journal_id", "leg");
ALTER TABLE "payout" ALTER COLUMN "leg" DROP DEFAULT;

-- CreateTable
CREATE TABLE "refund" (
    "original_id" UUID NOT NULL,
    "leg" SMALLINT NOT NULL,
    "journal_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,

    CONSTRAINT "refund_pkey" PRIMARY KEY ("original_id","leg","journal_id")
);

-- CreateTable
CREATE TABLE "standing_order" (
    "id" UUID NOT NULL,
    "owner" UUID NOT NULL,
    "request_hash" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "account_name" TEXT NOT NULL,
    "payee" UUID NOT NULL,
    "payee_account" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "comment" TEXT NOT NULL,
    "every_days" INTEGER NOT NULL,
    "times" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "try_at" TIMESTAMPTZ(3) NOT NULL,
    "occurrence" INTEGER NOT NULL DEFAULT 1,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "paid" INTEGER NOT NULL DEFAULT 0,
    "missed" INTEGER NOT NULL DEFAULT 0,
    "last_fault" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'active',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "standing_order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unsealed" (
    "id" UUID NOT NULL,
    "journals" UUID[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "unsealed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seal" (
    "number" BIGINT NOT NULL,
    "journals" UUID[],
    "checks" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "seal_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "statement_block" (
    "account_id" UUID NOT NULL,
    "block" INTEGER NOT NULL,
    "terms" INTEGER[],

    CONSTRAINT "statement_block_pkey" PRIMARY KEY ("account_id","block")
);

-- CreateTable
CREATE TABLE "capability_grant" (
    "jti" UUID NOT NULL,
    "parents" UUID[],
    "kind" TEXT NOT NULL,
    "holder" UUID NOT NULL,
    "grantor" UUID NOT NULL,
    "limits" JSONB NOT NULL,
    "total" BIGINT,
    "spent" BIGINT NOT NULL DEFAULT 0,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "capability_grant_pkey" PRIMARY KEY ("jti")
);

-- CreateIndex
CREATE INDEX "standing_order_state_try_at_idx" ON "standing_order"("state", "try_at");

-- CreateIndex
CREATE INDEX "standing_order_owner_created_at_idx" ON "standing_order"("owner", "created_at");

-- CreateIndex
CREATE INDEX "statement_block_terms_idx" ON "statement_block" USING GIN ("terms");

-- CreateIndex
CREATE INDEX "capability_grant_grantor_issued_at_idx" ON "capability_grant"("grantor", "issued_at");

-- CreateIndex
CREATE INDEX "capability_grant_holder_issued_at_idx" ON "capability_grant"("holder", "issued_at");

-- CreateIndex
CREATE INDEX "capability_grant_expires_at_idx" ON "capability_grant"("expires_at");

-- CreateIndex
CREATE INDEX "capability_grant_parents_idx" ON "capability_grant" USING GIN ("parents");

-- CreateIndex
CREATE INDEX "entry_journal_id_idx" ON "entry"("journal_id");

-- CreateIndex
CREATE INDEX "hold_debit_id_state_created_at_journal_id_idx" ON "hold"("debit_id", "state", "created_at", "journal_id");

-- CreateIndex
CREATE INDEX "hold_credit_id_state_created_at_journal_id_idx" ON "hold"("credit_id", "state", "created_at", "journal_id");

-- CreateIndex
CREATE INDEX "hold_state_expires_at_idx" ON "hold"("state", "expires_at");

-- CreateIndex
CREATE INDEX "payout_state_created_at_journal_id_leg_idx" ON "payout"("state", "created_at", "journal_id", "leg");

-- CreateIndex
CREATE INDEX "refund_journal_id_idx" ON "refund"("journal_id");

-- From here on by hand: what the Prisma schema can't say, and what is in the books already.

-- The last line of defence, as in the migration `books`.
ALTER TABLE "account"
  ADD CONSTRAINT "account_state" CHECK ("state" IN ('open', 'frozen', 'closed')),
  ADD CONSTRAINT "account_ceiling" CHECK ("ceiling" >= 0),
  ADD CONSTRAINT "account_closed" CHECK ("state" <> 'closed' OR ("posted_credits" = "posted_debits" AND "held_debits" = 0 AND "held_credits" = 0));
ALTER TABLE "hold"
  DROP CONSTRAINT "hold_state",
  ADD CONSTRAINT "hold_state" CHECK ("state" IN ('open', 'posted', 'voided', 'expired')),
  ADD CONSTRAINT "hold_posted" CHECK ("posted" BETWEEN 0 AND "amount" AND ("posted" > 0) = ("state" = 'posted'));
ALTER TABLE "refund" ADD CONSTRAINT "refund_amount" CHECK ("amount" > 0);
ALTER TABLE "standing_order"
  ADD CONSTRAINT "standing_order_state" CHECK ("state" IN ('active', 'ended', 'cancelled')),
  ADD CONSTRAINT "standing_order_amount" CHECK ("amount" > 0 AND "every_days" > 0 AND "times" >= 0),
  ADD CONSTRAINT "standing_order_count" CHECK ("paid" + "missed" = "occurrence" - 1);
ALTER TABLE "capability_grant" ADD CONSTRAINT "capability_grant_spent" CHECK ("spent" >= 0 AND "spent" <= "total");

-- Searches find their blocks at once, instead of reading through what waits to be sorted into the index; and the planner does
-- not read the table instead, because of what waits.
ALTER INDEX "statement_block_terms_idx" SET (fastupdate = off);

-- What was booked before there were seals is sealed first.
INSERT INTO "unsealed" ("id", "journals")
SELECT gen_random_uuid(), array_agg("id" ORDER BY "created_at", "id")
FROM (SELECT "id", "created_at", (row_number() OVER (ORDER BY "created_at", "id") - 1) / 500 AS "part" FROM "journal") AS "old"
GROUP BY "part";
