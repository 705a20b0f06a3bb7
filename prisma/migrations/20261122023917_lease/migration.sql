-- CreateTable
CREATE TABLE "lease_location" (
    "id" UUID NOT NULL,
    "owner" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT,
    "income_group" UUID,
    "manager_group" UUID,
    "tenant_group" UUID,
    "min_secs" INTEGER NOT NULL,
    "max_secs" INTEGER NOT NULL,
    "overdue_secs" INTEGER NOT NULL,
    "grace_secs" INTEGER NOT NULL,
    "refund_percent" SMALLINT NOT NULL,
    "reminders" INTEGER[],
    "discount_secs" INTEGER[],
    "discount_percents" INTEGER[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "lease_location_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lease_unit" (
    "id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "owner" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT,
    "sort_key" TEXT NOT NULL,
    "number" INTEGER,
    "model" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "region_key" TEXT NOT NULL,
    "x" INTEGER NOT NULL,
    "y" INTEGER NOT NULL,
    "z" INTEGER NOT NULL,
    "rate" BIGINT NOT NULL,
    "period_secs" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "announced_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),
    "lease_id" UUID,
    "lessee" UUID,
    "payer" UUID,
    "leased_at" TIMESTAMPTZ(3),
    "paid_until" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "remind_at" TIMESTAMPTZ(3),
    "grace_used" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "lease_unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lease_purchase" (
    "journal_id" UUID NOT NULL,
    "lease_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "secs" INTEGER NOT NULL,
    "amount" BIGINT NOT NULL,
    "refund_to" UUID NOT NULL,
    "refund_percent" SMALLINT NOT NULL,

    CONSTRAINT "lease_purchase_pkey" PRIMARY KEY ("journal_id")
);

-- CreateTable
CREATE TABLE "lease_access" (
    "location_id" UUID NOT NULL,
    "akey" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lease_access_pkey" PRIMARY KEY ("location_id","akey")
);

-- CreateTable
CREATE TABLE "lease_manager" (
    "location_id" UUID NOT NULL,
    "akey" UUID NOT NULL,
    "rights" TEXT[],
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lease_manager_pkey" PRIMARY KEY ("location_id","akey")
);

-- CreateTable
CREATE TABLE "lease_log" (
    "id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "type" TEXT NOT NULL,
    "unit_id" UUID,
    "unit_name" TEXT NOT NULL,
    "lease_id" UUID,
    "akey" UUID,
    "actor" UUID,
    "amount" BIGINT NOT NULL,
    "duration_secs" INTEGER NOT NULL,
    "journal_id" UUID,
    "request_hash" UUID,
    "paid_until" TIMESTAMPTZ(3),
    "detail" TEXT NOT NULL,

    CONSTRAINT "lease_log_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "lease_location_income_group_idx" ON "lease_location"("income_group");

-- CreateIndex
CREATE INDEX "lease_location_manager_group_idx" ON "lease_location"("manager_group");

-- CreateIndex
CREATE UNIQUE INDEX "lease_location_owner_name_key_key" ON "lease_location"("owner", "name_key");

-- CreateIndex
CREATE INDEX "lease_unit_location_id_sort_key_idx" ON "lease_unit"("location_id", "sort_key");

-- CreateIndex
CREATE INDEX "lease_unit_owner_region_key_idx" ON "lease_unit"("owner", "region_key");

-- CreateIndex
CREATE INDEX "lease_unit_lessee_idx" ON "lease_unit"("lessee");

-- CreateIndex
CREATE INDEX "lease_unit_payer_idx" ON "lease_unit"("payer");

-- CreateIndex
CREATE INDEX "lease_unit_ends_at_idx" ON "lease_unit"("ends_at");

-- CreateIndex
CREATE INDEX "lease_unit_remind_at_idx" ON "lease_unit"("remind_at");

-- CreateIndex
CREATE UNIQUE INDEX "lease_unit_location_id_name_key_key" ON "lease_unit"("location_id", "name_key");

-- CreateIndex
CREATE INDEX "lease_purchase_lease_id_at_idx" ON "lease_purchase"("lease_id", "at");

-- CreateIndex
CREATE INDEX "lease_manager_akey_idx" ON "lease_manager"("akey");

-- CreateIndex
CREATE UNIQUE INDEX "lease_log_journal_id_key" ON "lease_log"("journal_id");

-- CreateIndex
CREATE INDEX "lease_log_location_id_at_id_idx" ON "lease_log"("location_id", "at" DESC, "id");

-- CreateIndex
CREATE INDEX "lease_log_lease_id_at_idx" ON "lease_log"("lease_id", "at");

-- AddForeignKey
ALTER TABLE "lease_unit" ADD CONSTRAINT "lease_unit_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "lease_location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lease_access" ADD CONSTRAINT "lease_access_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "lease_location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lease_manager" ADD CONSTRAINT "lease_manager_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "lease_location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By code points, whatever the database's collation: the order in which units are listed.
ALTER TABLE "lease_unit" ALTER COLUMN "sort_key" TYPE TEXT COLLATE "C";

-- The last line of defence.
ALTER TABLE "lease_location" ADD CONSTRAINT "lease_location_named" CHECK (("name_key" IS NULL) = ("removed_at" IS NOT NULL));
ALTER TABLE "lease_unit" ADD CONSTRAINT "lease_unit_named" CHECK (("name_key" IS NULL) = ("removed_at" IS NOT NULL));
-- A lease is there as a whole or not at all, and nowhere without a unit.
ALTER TABLE "lease_unit" ADD CONSTRAINT "lease_unit_lease" CHECK (
  num_nulls("lease_id", "lessee", "leased_at", "paid_until", "ends_at") IN (0, 5)
  AND ("lease_id" IS NOT NULL OR (num_nonnulls("payer", "remind_at") = 0 AND NOT "grace_used"))
  AND ("lease_id" IS NULL OR "removed_at" IS NULL)
);
ALTER TABLE "lease_unit" ADD CONSTRAINT "lease_unit_times" CHECK ("paid_until" >= "leased_at" AND "ends_at" >= "paid_until");
ALTER TABLE "lease_unit" ADD CONSTRAINT "lease_unit_price" CHECK ("rate" > 0 AND "period_secs" IN (3600, 86400, 604800, 2592000));
ALTER TABLE "lease_purchase" ADD CONSTRAINT "lease_purchase_bought" CHECK ("secs" > 0 AND "amount" >= 0 AND "refund_percent" BETWEEN 0 AND 100);
ALTER TABLE "lease_access" ADD CONSTRAINT "lease_access_kind" CHECK ("kind" IN ('ban', 'allow'));
