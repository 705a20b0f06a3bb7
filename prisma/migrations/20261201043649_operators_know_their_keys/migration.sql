-- AlterTable
ALTER TABLE "operator" ADD COLUMN     "kids" TEXT[] DEFAULT ARRAY[]::TEXT[];
