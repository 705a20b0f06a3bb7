-- CreateTable
CREATE TABLE "unlinked_refund" (
    "journal_id" UUID NOT NULL,

    CONSTRAINT "unlinked_refund_pkey" PRIMARY KEY ("journal_id")
);

INSERT INTO "unlinked_refund" ("journal_id")
SELECT j."id" FROM "journal" j WHERE j."kind" IN ('sale_refund', 'rent_refund')
  AND NOT EXISTS (SELECT FROM "refund" r WHERE r."journal_id" = j."id");
