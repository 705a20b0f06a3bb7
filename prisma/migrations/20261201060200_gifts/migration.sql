-- CreateTable
CREATE TABLE "gift_app" (
    "id" TEXT NOT NULL,
    "owner" UUID NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "users" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "gift_app_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gift_user" (
    "id" UUID NOT NULL,
    "app_id" TEXT NOT NULL,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "fbid" TEXT,
    "twitterid" TEXT,
    "googleid" TEXT,
    "deviceid" TEXT,
    "email" TEXT,
    "username" TEXT,
    "avatar" UUID,

    CONSTRAINT "gift_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gift_friend" (
    "user_id" UUID NOT NULL,
    "friend_id" UUID NOT NULL,

    CONSTRAINT "gift_friend_pkey" PRIMARY KEY ("user_id","friend_id")
);

-- CreateTable
CREATE TABLE "gift_request" (
    "id" UUID NOT NULL,
    "app_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "extra" JSONB NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "product_id" INTEGER,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "gift_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gift_answer" (
    "request_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "request_hash" UUID NOT NULL,
    "accepted" BOOLEAN NOT NULL,
    "extra" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "gift_answer_pkey" PRIMARY KEY ("request_id","user_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "gift_user_app_id_fbid_key" ON "gift_user"("app_id", "fbid");

-- CreateIndex
CREATE UNIQUE INDEX "gift_user_app_id_twitterid_key" ON "gift_user"("app_id", "twitterid");

-- CreateIndex
CREATE UNIQUE INDEX "gift_user_app_id_googleid_key" ON "gift_user"("app_id", "googleid");

-- CreateIndex
CREATE UNIQUE INDEX "gift_user_app_id_deviceid_key" ON "gift_user"("app_id", "deviceid");

-- CreateIndex
CREATE UNIQUE INDEX "gift_user_app_id_email_key" ON "gift_user"("app_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "gift_user_app_id_username_key" ON "gift_user"("app_id", "username");

-- CreateIndex
CREATE UNIQUE INDEX "gift_user_app_id_avatar_key" ON "gift_user"("app_id", "avatar");

-- CreateIndex
CREATE INDEX "gift_friend_friend_id_idx" ON "gift_friend"("friend_id");

-- CreateIndex
CREATE INDEX "gift_request_user_id_expires_at_idx" ON "gift_request"("user_id", "expires_at");

-- CreateIndex
CREATE INDEX "gift_request_expires_at_idx" ON "gift_request"("expires_at");

-- CreateIndex
CREATE INDEX "gift_answer_user_id_idx" ON "gift_answer"("user_id");

-- AddForeignKey
ALTER TABLE "gift_user" ADD CONSTRAINT "gift_user_app_id_fkey" FOREIGN KEY ("app_id") REFERENCES "gift_app"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gift_friend" ADD CONSTRAINT "gift_friend_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "gift_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gift_friend" ADD CONSTRAINT "gift_friend_friend_id_fkey" FOREIGN KEY ("friend_id") REFERENCES "gift_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gift_request" ADD CONSTRAINT "gift_request_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "gift_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gift_answer" ADD CONSTRAINT "gift_answer_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "gift_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gift_answer" ADD CONSTRAINT "gift_answer_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "gift_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
