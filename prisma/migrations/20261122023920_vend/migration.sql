-- CreateTable
CREATE TABLE "vend_collection" (
    "id" UUID NOT NULL,
    "creator" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT,
    "public" BOOLEAN NOT NULL,
    "description" TEXT NOT NULL,
    "tags" TEXT NOT NULL,
    "image_url_part" TEXT NOT NULL,
    "texture_key" TEXT NOT NULL,
    "commission" INTEGER NOT NULL,
    "affiliate_group" UUID,
    "manager_group" UUID,
    "votes" INTEGER NOT NULL DEFAULT 0,
    "rating_sum" INTEGER NOT NULL DEFAULT 0,
    "size" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "vend_collection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vend_product" (
    "id" SERIAL NOT NULL,
    "collection_id" UUID NOT NULL,
    "merchant" UUID NOT NULL,
    "creator" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "categories" TEXT[],
    "tags" TEXT NOT NULL,
    "terms" TEXT[],
    "mature" BOOLEAN NOT NULL,
    "price" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "quantity" INTEGER,
    "copy" BOOLEAN NOT NULL,
    "modify" BOOLEAN NOT NULL,
    "transfer" BOOLEAN NOT NULL,
    "prims" INTEGER NOT NULL,
    "texture_key" TEXT NOT NULL,
    "texture_anim" TEXT NOT NULL,
    "image_url_part" TEXT NOT NULL,
    "featured" BOOLEAN NOT NULL,
    "creator_share" INTEGER NOT NULL,
    "shared" INTEGER NOT NULL,
    "sales" INTEGER NOT NULL DEFAULT 0,
    "votes" INTEGER NOT NULL DEFAULT 0,
    "rating_sum" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "removed_at" TIMESTAMPTZ(6),

    CONSTRAINT "vend_product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vend_searchable" (
    "product_id" INTEGER NOT NULL,
    "collection_id" UUID NOT NULL,
    "merchant" UUID NOT NULL,
    "mature" BOOLEAN NOT NULL,
    "featured" BOOLEAN NOT NULL,
    "prims" INTEGER NOT NULL,
    "price" DOUBLE PRECISION NOT NULL,
    "name_key" TEXT COLLATE "C" NOT NULL,
    "terms" tsvector NOT NULL,

    CONSTRAINT "vend_searchable_pkey" PRIMARY KEY ("product_id")
);

-- CreateTable
CREATE TABLE "vend_partner" (
    "product_id" INTEGER NOT NULL,
    "key" UUID NOT NULL,
    "share" INTEGER NOT NULL,

    CONSTRAINT "vend_partner_pkey" PRIMARY KEY ("product_id","key")
);

-- CreateTable
CREATE TABLE "vend_vendor" (
    "id" UUID NOT NULL,
    "object_key" UUID NOT NULL,
    "owner" UUID NOT NULL,
    "collection_id" UUID NOT NULL,
    "product_id" INTEGER,
    "region" TEXT NOT NULL,
    "x" INTEGER NOT NULL,
    "y" INTEGER NOT NULL,
    "z" INTEGER NOT NULL,
    "mature_region" BOOLEAN NOT NULL,
    "own" BOOLEAN NOT NULL,
    "announced_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "vend_vendor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vend_order" (
    "id" UUID NOT NULL,
    "request_hash" UUID NOT NULL,
    "product_id" INTEGER NOT NULL,
    "collection_id" UUID NOT NULL,
    "merchant" UUID NOT NULL,
    "buyer" UUID NOT NULL,
    "recipient" UUID NOT NULL,
    "vendor_id" UUID,
    "affiliate" UUID,
    "currency" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "credit_used" BIGINT NOT NULL,
    "account_name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "delivered_at" TIMESTAMPTZ(3),
    "refunded_at" TIMESTAMPTZ(3),
    "refund_journal" UUID,

    CONSTRAINT "vend_order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vend_delivery" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "merchant" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "visible_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "note" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "vend_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vend_credit" (
    "merchant" UUID NOT NULL,
    "holder" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "vend_credit_pkey" PRIMARY KEY ("holder","merchant")
);

-- CreateTable
CREATE TABLE "vend_gift_card" (
    "id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "code_sealed" BYTEA NOT NULL,
    "merchant" UUID NOT NULL,
    "buyer" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "redeemed_by" UUID,
    "redeemed_at" TIMESTAMPTZ(3),

    CONSTRAINT "vend_gift_card_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vend_access" (
    "merchant" UUID NOT NULL,
    "akey" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "discount" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "vend_access_pkey" PRIMARY KEY ("merchant","akey")
);

-- CreateTable
CREATE TABLE "vend_vote" (
    "product_id" INTEGER NOT NULL,
    "akey" UUID NOT NULL,
    "rating" SMALLINT NOT NULL,
    "voted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "vend_vote_pkey" PRIMARY KEY ("product_id","akey")
);

-- CreateIndex
CREATE INDEX "vend_collection_public_name_key_id_idx" ON "vend_collection"("public", "name_key", "id");

-- CreateIndex
CREATE UNIQUE INDEX "vend_collection_creator_name_key_key" ON "vend_collection"("creator", "name_key");

-- CreateIndex
CREATE INDEX "vend_collection_affiliate_group_idx" ON "vend_collection"("affiliate_group");

-- CreateIndex
CREATE INDEX "vend_collection_manager_group_idx" ON "vend_collection"("manager_group");

-- CreateIndex
CREATE INDEX "vend_partner_key_idx" ON "vend_partner"("key");

-- CreateIndex
CREATE INDEX "vend_searchable_terms_idx" ON "vend_searchable" USING GIN ("terms");

-- CreateIndex
CREATE INDEX "vend_searchable_product_id_collection_id_mature_idx" ON "vend_searchable"("product_id", "collection_id", "mature");

-- CreateIndex
CREATE INDEX "vend_searchable_collection_id_product_id_mature_idx" ON "vend_searchable"("collection_id", "product_id", "mature");

-- CreateIndex
CREATE INDEX "vend_searchable_merchant_product_id_collection_id_mature_idx" ON "vend_searchable"("merchant", "product_id", "collection_id", "mature");

-- CreateIndex
CREATE INDEX "vend_searchable_featured_product_id_collection_id_mature_idx" ON "vend_searchable"("featured", "product_id", "collection_id", "mature");

-- CreateIndex
CREATE INDEX "vend_searchable_prims_product_id_collection_id_mature_idx" ON "vend_searchable"("prims", "product_id", "collection_id", "mature");

-- CreateIndex
CREATE INDEX "vend_searchable_price_product_id_collection_id_mature_idx" ON "vend_searchable"("price", "product_id", "collection_id", "mature");

-- CreateIndex
CREATE INDEX "vend_searchable_name_key_product_id_collection_id_mature_idx" ON "vend_searchable"("name_key", "product_id", "collection_id", "mature");

-- CreateIndex
CREATE UNIQUE INDEX "vend_vendor_object_key_key" ON "vend_vendor"("object_key");

-- CreateIndex
CREATE INDEX "vend_vendor_owner_created_at_id_idx" ON "vend_vendor"("owner", "created_at", "id");

-- CreateIndex
CREATE INDEX "vend_vendor_collection_id_created_at_id_idx" ON "vend_vendor"("collection_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "vend_order_buyer_created_at_id_idx" ON "vend_order"("buyer", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "vend_order_recipient_created_at_id_idx" ON "vend_order"("recipient", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "vend_order_merchant_created_at_id_idx" ON "vend_order"("merchant", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "vend_order_collection_id_created_at_id_idx" ON "vend_order"("collection_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "vend_order_product_id_buyer_idx" ON "vend_order"("product_id", "buyer");

-- CreateIndex
CREATE INDEX "vend_delivery_order_id_created_at_idx" ON "vend_delivery"("order_id", "created_at");

-- CreateIndex
CREATE INDEX "vend_delivery_merchant_state_visible_at_id_idx" ON "vend_delivery"("merchant", "state", "visible_at", "id");

-- CreateIndex
CREATE INDEX "vend_credit_merchant_holder_idx" ON "vend_credit"("merchant", "holder");

-- CreateIndex
CREATE UNIQUE INDEX "vend_gift_card_code_hash_key" ON "vend_gift_card"("code_hash");

-- CreateIndex
CREATE INDEX "vend_gift_card_buyer_created_at_idx" ON "vend_gift_card"("buyer", "created_at" DESC);

-- CreateIndex
CREATE INDEX "vend_gift_card_buyer_redeemed_by_idx" ON "vend_gift_card"("buyer", "redeemed_by");

-- AddForeignKey
ALTER TABLE "vend_product" ADD CONSTRAINT "vend_product_collection_id_fkey" FOREIGN KEY ("collection_id") REFERENCES "vend_collection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vend_partner" ADD CONSTRAINT "vend_partner_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "vend_product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vend_delivery" ADD CONSTRAINT "vend_delivery_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "vend_order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was removed keeps its rows for ever, so pages of what is there have indexes without it.
CREATE INDEX "vend_product_live" ON "vend_product"("collection_id", "id") WHERE "removed_at" IS NULL;
CREATE INDEX "vend_product_changed" ON "vend_product"("collection_id", "changed_at", "id") WHERE "removed_at" IS NULL;
CREATE INDEX "vend_product_removed" ON "vend_product"("collection_id", "removed_at", "id") WHERE "removed_at" IS NOT NULL;
-- In the order in which they are shown beside a product: those that sell it, and those that sell the whole collection.
CREATE INDEX "vend_vendor_of_product" ON "vend_vendor"("product_id", "own" DESC, "created_at", "id") WHERE "product_id" IS NOT NULL;
CREATE INDEX "vend_vendor_of_collection" ON "vend_vendor"("collection_id", "own" DESC, "created_at", "id") WHERE "product_id" IS NULL;

-- Searches find their products at once, instead of reading through what waits to be sorted into the index.
ALTER INDEX "vend_searchable_terms_idx" SET (fastupdate = off);

-- Orders of a search by what is not in vend_searchable, and the collections that most searches leave out.
CREATE INDEX "vend_product_sales" ON "vend_product"("sales", "id", "collection_id", "mature") WHERE "removed_at" IS NULL;
CREATE INDEX "vend_product_rating" ON "vend_product"((CASE WHEN "votes" = 0 THEN 0 ELSE "rating_sum"::double precision / "votes" END), "id", "collection_id", "mature") WHERE "removed_at" IS NULL;
CREATE INDEX "vend_collection_sorted" ON "vend_collection"("name_key" COLLATE "C", "id") WHERE "name_key" IS NOT NULL;
CREATE INDEX "vend_collection_private" ON "vend_collection"("id") WHERE NOT "public";

-- The last line of defence.
ALTER TABLE "vend_collection" ADD CONSTRAINT "vend_collection_named" CHECK (("name_key" IS NULL) = ("removed_at" IS NOT NULL));
ALTER TABLE "vend_collection" ADD CONSTRAINT "vend_collection_commission" CHECK ("commission" BETWEEN 0 AND 10000);
ALTER TABLE "vend_product" ADD CONSTRAINT "vend_product_price" CHECK ("price" >= 0);
ALTER TABLE "vend_product" ADD CONSTRAINT "vend_product_quantity" CHECK ("quantity" >= 0);
ALTER TABLE "vend_product" ADD CONSTRAINT "vend_product_share" CHECK ("creator_share" BETWEEN 0 AND "shared" AND "shared" <= 10000);
ALTER TABLE "vend_collection" ADD CONSTRAINT "vend_collection_size" CHECK ("size" >= 0);
ALTER TABLE "vend_partner" ADD CONSTRAINT "vend_partner_share" CHECK ("share" BETWEEN 1 AND 10000);
ALTER TABLE "vend_order" ADD CONSTRAINT "vend_order_state" CHECK ("state" IN ('queued', 'delivered', 'failed', 'refunded'));
ALTER TABLE "vend_order" ADD CONSTRAINT "vend_order_amount" CHECK ("credit_used" BETWEEN 0 AND "amount");
ALTER TABLE "vend_order" ADD CONSTRAINT "vend_order_refund" CHECK (("state" = 'refunded') = ("refunded_at" IS NOT NULL));
ALTER TABLE "vend_delivery" ADD CONSTRAINT "vend_delivery_state" CHECK ("state" IN ('queued', 'delivered', 'failed'));
ALTER TABLE "vend_gift_card" ADD CONSTRAINT "vend_gift_card_redeemed" CHECK (("redeemed_by" IS NULL) = ("redeemed_at" IS NULL));
ALTER TABLE "vend_access" ADD CONSTRAINT "vend_access_kind" CHECK ("kind" IN ('ban', 'vip'));
ALTER TABLE "vend_vote" ADD CONSTRAINT "vend_vote_rating" CHECK ("rating" BETWEEN 1 AND 5);
