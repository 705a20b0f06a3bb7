-- CreateEnum
CREATE TYPE "studio_period" AS ENUM ('month', 'year');

-- CreateTable
CREATE TABLE "studio" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "studio_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "studio_plan" (
    "studio_id" INTEGER NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "price" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "scale" SMALLINT NOT NULL,
    "period" "studio_period" NOT NULL,

    CONSTRAINT "studio_plan_pkey" PRIMARY KEY ("studio_id","plan_id")
);

-- CreateTable
CREATE TABLE "studio_user" (
    "studio_id" INTEGER NOT NULL,
    "email_key" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "akey" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "studio_user_pkey" PRIMARY KEY ("studio_id","email_key")
);

-- CreateIndex
CREATE UNIQUE INDEX "studio_name_key_key" ON "studio"("name_key");

-- CreateIndex
CREATE UNIQUE INDEX "studio_token_hash_key" ON "studio"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "studio_user_akey_key" ON "studio_user"("akey");

-- AddForeignKey
ALTER TABLE "studio_plan" ADD CONSTRAINT "studio_plan_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "studio_user" ADD CONSTRAINT "studio_user_studio_id_fkey" FOREIGN KEY ("studio_id") REFERENCES "studio"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
