-- AlterEnum
ALTER TYPE "outbox_kind" ADD VALUE 'http';

-- CreateTable
CREATE TABLE "room_site" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "owner" UUID NOT NULL,
    "account_name" TEXT NOT NULL,
    "key_hash" UUID NOT NULL,
    "notices_url" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "revision" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,

    CONSTRAINT "room_site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room_presence" (
    "id" BIGSERIAL NOT NULL,
    "site" UUID NOT NULL,
    "performer" INTEGER NOT NULL,
    "nickname" TEXT NOT NULL,
    "nickname_key" TEXT NOT NULL,
    "wished_key" TEXT NOT NULL,
    "customer_id" INTEGER,
    "ip_address" TEXT NOT NULL,
    "holder" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "left_at" TIMESTAMPTZ(3),
    "revision" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,

    CONSTRAINT "room_presence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room_ceiling" (
    "holder" UUID NOT NULL,
    "credits" BIGINT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "room_ceiling_pkey" PRIMARY KEY ("holder")
);

-- CreateTable
CREATE TABLE "room_pulse" (
    "id" BIGSERIAL NOT NULL,
    "server" UUID NOT NULL,
    "seen" BIGINT[] NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "revision" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,

    CONSTRAINT "room_pulse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room_audience" (
    "site" UUID NOT NULL,
    "performer" INTEGER NOT NULL,
    "customers" INTEGER NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "room_audience_pkey" PRIMARY KEY ("site","performer")
);

-- CreateIndex
CREATE UNIQUE INDEX "room_site_name" ON "room_site"("name_key");

-- CreateIndex
CREATE UNIQUE INDEX "room_site_key_hash_key" ON "room_site"("key_hash");

-- CreateIndex
CREATE INDEX "room_site_revision_idx" ON "room_site"("revision");

-- CreateIndex
CREATE INDEX "room_presence_revision_idx" ON "room_presence"("revision");

-- CreateIndex
CREATE INDEX "room_presence_site_idx" ON "room_presence"("site");

-- CreateIndex
CREATE INDEX "room_ceiling_changed_at_idx" ON "room_ceiling"("changed_at");

-- CreateIndex
CREATE INDEX "room_pulse_revision_idx" ON "room_pulse"("revision");

-- AddForeignKey
ALTER TABLE "room_presence" ADD CONSTRAINT "room_presence_site_fkey" FOREIGN KEY ("site") REFERENCES "room_site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_audience" ADD CONSTRAINT "room_audience_site_fkey" FOREIGN KEY ("site") REFERENCES "room_site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Two customers of a room are never shown under one name, whichever servers they came by.
CREATE UNIQUE INDEX "room_presence_nickname" ON "room_presence"("performer", "nickname_key") WHERE "left_at" IS NULL;

CREATE INDEX "room_presence_holder" ON "room_presence"("holder") WHERE "left_at" IS NULL;

CREATE INDEX "room_presence_left" ON "room_presence"("left_at") WHERE "left_at" IS NOT NULL;

-- After a crash of PostgreSQL nobody needs them: whoever is in a room is heard again.
ALTER TABLE "room_pulse" SET UNLOGGED;
