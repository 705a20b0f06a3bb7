-- AlterTable
ALTER TABLE "seal" ADD COLUMN     "log" UUID[] DEFAULT ARRAY[]::UUID[];

-- CreateTable
CREATE TABLE "operator_call" (
    "id" UUID NOT NULL,
    "operator" TEXT NOT NULL,
    "operator_id" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "params" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "operator_call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "operator_outcome" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "operator_outcome_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "operator_unsealed" (
    "id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "operator_unsealed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "operator_call_created_at_id_idx" ON "operator_call"("created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "operator_outcome_call_id_key" ON "operator_outcome"("call_id");
