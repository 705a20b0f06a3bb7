-- CreateTable
CREATE TABLE "sent_to" (
    "journal_id" UUID NOT NULL,
    "leg" SMALLINT NOT NULL,
    "account_name" TEXT NOT NULL,

    CONSTRAINT "sent_to_pkey" PRIMARY KEY ("journal_id","leg")
);
