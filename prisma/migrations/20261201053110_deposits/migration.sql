-- CreateTable
CREATE TABLE "deposit" (
    "realm" TEXT NOT NULL,
    "grid_transaction" TEXT NOT NULL,
    "journal_id" UUID NOT NULL,
    "object_key" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "deposit_pkey" PRIMARY KEY ("realm","grid_transaction")
);

-- CreateIndex
CREATE UNIQUE INDEX "deposit_journal_id_key" ON "deposit"("journal_id");
