-- CreateTable
CREATE TABLE "avatar" (
    "akey" UUID NOT NULL,
    "realm" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "email" TEXT,
    "password_hash" TEXT,
    "md5_sealed" BYTEA,
    "challenge_login" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "avatar_pkey" PRIMARY KEY ("akey")
);

-- CreateTable
CREATE TABLE "login_challenge" (
    "challenge" TEXT NOT NULL,
    "subject" UUID NOT NULL,
    "origin" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "login_challenge_pkey" PRIMARY KEY ("challenge")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "akey" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "currency" (
    "code" TEXT NOT NULL,
    "scale" SMALLINT NOT NULL,

    CONSTRAINT "currency_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "owner" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "floor" BIGINT,
    "posted_debits" BIGINT NOT NULL DEFAULT 0,
    "posted_credits" BIGINT NOT NULL DEFAULT 0,
    "held_debits" BIGINT NOT NULL DEFAULT 0,
    "held_credits" BIGINT NOT NULL DEFAULT 0,
    "last_seq" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journal" (
    "id" UUID NOT NULL,
    "principal" UUID NOT NULL,
    "request_hash" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "comment" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "journal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entry" (
    "account_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "journal_id" UUID NOT NULL,
    "leg" SMALLINT NOT NULL,
    "counter_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "balance" BIGINT NOT NULL,

    CONSTRAINT "entry_pkey" PRIMARY KEY ("account_id","seq")
);

-- CreateTable
CREATE TABLE "hold" (
    "journal_id" UUID NOT NULL,
    "leg" SMALLINT NOT NULL,
    "debit_id" UUID NOT NULL,
    "credit_id" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',

    CONSTRAINT "hold_pkey" PRIMARY KEY ("journal_id","leg")
);

-- CreateTable
CREATE TABLE "payout" (
    "journal_id" UUID NOT NULL,
    "akey" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payout_pkey" PRIMARY KEY ("journal_id")
);

-- CreateTable
CREATE TABLE "signing_key" (
    "kid" TEXT NOT NULL,
    "generation" INTEGER NOT NULL,
    "public_jwk" JSONB NOT NULL,
    "private_sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "signing_key_pkey" PRIMARY KEY ("kid")
);

-- CreateTable
CREATE TABLE "revocation" (
    "scope" TEXT NOT NULL,
    "subject" UUID NOT NULL,
    "revoked_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "revocation_pkey" PRIMARY KEY ("scope","subject")
);

-- CreateIndex
CREATE UNIQUE INDEX "avatar_realm_name_key_key" ON "avatar"("realm", "name_key");

-- CreateIndex
CREATE INDEX "login_challenge_subject_expires_at_idx" ON "login_challenge"("subject", "expires_at");

-- CreateIndex
CREATE INDEX "login_challenge_origin_expires_at_idx" ON "login_challenge"("origin", "expires_at");

-- CreateIndex
CREATE INDEX "login_challenge_expires_at_idx" ON "login_challenge"("expires_at");

-- CreateIndex
CREATE INDEX "notification_akey_created_at_id_idx" ON "notification"("akey", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "notification_akey_read_at_created_at_idx" ON "notification"("akey", "read_at", "created_at" DESC);

-- CreateIndex
CREATE INDEX "account_owner_idx" ON "account"("owner");

-- CreateIndex
CREATE INDEX "payout_state_created_at_idx" ON "payout"("state", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "signing_key_generation_key" ON "signing_key"("generation");

-- CreateIndex
CREATE INDEX "revocation_updated_at_idx" ON "revocation"("updated_at");

-- CreateIndex
CREATE INDEX "revocation_expires_at_idx" ON "revocation"("expires_at");
