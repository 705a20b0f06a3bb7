-- CreateEnum
CREATE TYPE "operator_scope" AS ENUM ('read', 'accounts', 'money', 'people', 'system');

-- CreateTable
CREATE TABLE "operator" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "scopes" "operator_scope"[],
    "added_by" TEXT NOT NULL,
    "parents" UUID[],
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "operator_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "operator_name_key_issued_at_idx" ON "operator"("name_key", "issued_at");

-- CreateIndex
CREATE INDEX "operator_issued_at_idx" ON "operator"("issued_at");
