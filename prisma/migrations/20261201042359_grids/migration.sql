-- AlterTable
ALTER TABLE "avatar" ADD COLUMN     "grid_key" UUID;

-- CreateTable
CREATE TABLE "grid" (
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "shard" TEXT NOT NULL,
    "networks" TEXT[],
    "home" BOOLEAN NOT NULL,
    "heard_at" TIMESTAMPTZ(3),

    CONSTRAINT "grid_pkey" PRIMARY KEY ("name_key")
);

-- CreateIndex
CREATE UNIQUE INDEX "avatar_realm_grid_key_key" ON "avatar"("realm", "grid_key");

-- At most one is the server's own.
CREATE UNIQUE INDEX "grid_home_key" ON "grid"("home") WHERE "home";
