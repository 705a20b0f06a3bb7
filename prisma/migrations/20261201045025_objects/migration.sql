-- CreateTable
CREATE TABLE "object" (
    "object_key" UUID NOT NULL,
    "owner" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "limits" JSONB NOT NULL,
    "generation" INTEGER NOT NULL,
    "jti" UUID NOT NULL,
    "login" UUID NOT NULL,
    "kids" TEXT[],
    "moment" TIMESTAMPTZ(3) NOT NULL,
    "enrolled_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "changed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "object_pkey" PRIMARY KEY ("object_key")
);

-- CreateTable
CREATE TABLE "first_reply" (
    "object_key" UUID NOT NULL,
    "nonce" TEXT NOT NULL,
    "request_hash" UUID NOT NULL,
    "reply" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "first_reply_pkey" PRIMARY KEY ("object_key","nonce")
);

-- CreateIndex
CREATE INDEX "object_owner_enrolled_at_idx" ON "object"("owner", "enrolled_at" DESC);

-- CreateIndex
CREATE INDEX "object_changed_at_idx" ON "object"("changed_at");

-- CreateIndex
CREATE INDEX "first_reply_created_at_idx" ON "first_reply"("created_at");
