-- AlterTable
ALTER TABLE "avatar" ADD COLUMN     "changed_at" TIMESTAMPTZ(6),
ADD COLUMN     "disabled_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "capability_grant" ADD COLUMN     "login" UUID;

-- AlterTable
ALTER TABLE "signing_key" ADD COLUMN     "revoked_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "standing_order" ADD COLUMN     "login" UUID;

-- CreateTable
CREATE TABLE "former_name" (
    "id" UUID NOT NULL,
    "akey" UUID NOT NULL,
    "realm" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "former_name_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "former_name_realm_name_key_ended_at_idx" ON "former_name"("realm", "name_key", "ended_at" DESC);

-- CreateIndex
CREATE INDEX "former_name_akey_idx" ON "former_name"("akey");

-- CreateIndex
CREATE INDEX "avatar_changed_at_idx" ON "avatar"("changed_at");

-- CreateIndex
CREATE INDEX "capability_grant_login_idx" ON "capability_grant"("login");

-- CreateIndex
CREATE INDEX "standing_order_login_idx" ON "standing_order"("login");
