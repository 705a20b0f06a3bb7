-- Adding values keeps the view of Studio and servers of before, which know some of them.
ALTER TYPE "payout_state" RENAME VALUE 'dispensed' TO 'done';
ALTER TYPE "payout_state" ADD VALUE 'pulled' AFTER 'queued';
ALTER TYPE "payout_state" ADD VALUE 'accepted' AFTER 'pulled';
ALTER TYPE "payout_state" ADD VALUE 'unknown' AFTER 'failed';

ALTER TABLE "object" ADD COLUMN     "dispenser" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "payout" ADD COLUMN     "accepted_under" TEXT,
ADD COLUMN     "due_at" TIMESTAMPTZ(3),
ADD COLUMN     "grid_transaction" TEXT,
ADD COLUMN     "hold_secs" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "nonce" TEXT,
ADD COLUMN     "object_key" UUID,
ADD COLUMN     "realm" TEXT NOT NULL DEFAULT '';

UPDATE payout SET realm = a.realm FROM avatar a WHERE a.akey = payout.akey AND a.realm <> '';

CREATE INDEX "payout_state_realm_created_at_journal_id_leg_idx" ON "payout"("state", "realm", "created_at", "journal_id", "leg");
CREATE INDEX "payout_state_due_at_idx" ON "payout"("state", "due_at");
CREATE UNIQUE INDEX "payout_object_key_nonce_key" ON "payout"("object_key", "nonce");
CREATE UNIQUE INDEX "payout_realm_grid_transaction_key" ON "payout"("realm", "grid_transaction");

-- What came in from the world can be more than went out to it.
UPDATE account SET floor = NULL WHERE owner = '00000000-0000-0000-0000-000000000000' AND name LIKE 'payout %';
