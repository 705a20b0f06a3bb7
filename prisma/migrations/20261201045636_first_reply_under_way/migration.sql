-- AlterTable
ALTER TABLE "first_reply" ADD COLUMN     "under_way_until" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp();
