-- AlterTable
ALTER TABLE "operator_call" ALTER COLUMN "created_at" SET DATA TYPE TIMESTAMPTZ(6);

-- AlterTable
ALTER TABLE "operator_outcome" ALTER COLUMN "created_at" SET DATA TYPE TIMESTAMPTZ(6);

-- AlterTable
ALTER TABLE "operator_unsealed" ALTER COLUMN "created_at" SET DATA TYPE TIMESTAMPTZ(6);
