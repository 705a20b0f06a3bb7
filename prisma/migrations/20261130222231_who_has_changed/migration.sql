-- AlterTable
ALTER TABLE "avatar" ALTER COLUMN "changed_at" SET DEFAULT clock_timestamp();
