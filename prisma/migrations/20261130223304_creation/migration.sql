-- CreateTable
CREATE TABLE "creation" (
    "id" UUID NOT NULL,
    "request_hash" UUID NOT NULL,
    "answer" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "creation_pkey" PRIMARY KEY ("id")
);
