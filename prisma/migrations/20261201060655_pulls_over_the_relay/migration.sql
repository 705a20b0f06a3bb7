-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "read_by" UUID,
ADD COLUMN     "read_under" TEXT;

-- AlterTable
ALTER TABLE "vend_delivery" ADD COLUMN     "pulled_by" UUID,
ADD COLUMN     "pulled_under" TEXT;

-- Few rows have them, and the others need not be looked at.
CREATE INDEX "notification_read_by_read_under_idx" ON "notification"("read_by", "read_under") WHERE "read_by" IS NOT NULL;
CREATE INDEX "vend_delivery_pulled_by_pulled_under_idx" ON "vend_delivery"("pulled_by", "pulled_under") WHERE "pulled_by" IS NOT NULL;
