-- Rows that Prisma Client writes are dated by the database: with now() as a default it sends the time of the server's own clock.
-- AlterTable
ALTER TABLE "account" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp(),
ALTER COLUMN "last_at" SET DEFAULT clock_timestamp();

-- AlterTable
ALTER TABLE "avatar_group" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();

-- AlterTable
ALTER TABLE "lease_access" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();

-- AlterTable
ALTER TABLE "lease_location" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();

-- AlterTable
ALTER TABLE "lease_manager" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();

-- AlterTable
ALTER TABLE "lease_unit" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();

-- AlterTable
ALTER TABLE "vend_access" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();

-- AlterTable
ALTER TABLE "vend_collection" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();

-- AlterTable
ALTER TABLE "vend_vote" ALTER COLUMN "voted_at" SET DEFAULT clock_timestamp();
