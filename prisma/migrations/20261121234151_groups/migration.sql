-- CreateTable
CREATE TABLE "avatar_group" (
    "gkey" UUID NOT NULL,
    "creator" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dissolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "avatar_group_pkey" PRIMARY KEY ("gkey")
);

-- CreateTable
CREATE TABLE "group_member" (
    "gkey" UUID NOT NULL,
    "akey" UUID NOT NULL,
    "weight" DECIMAL(101,0) NOT NULL,
    "officer" BOOLEAN NOT NULL,
    "joined_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "group_member_pkey" PRIMARY KEY ("gkey","akey")
);

-- CreateIndex
CREATE UNIQUE INDEX "avatar_group_creator_name_key_key" ON "avatar_group"("creator", "name_key");

-- CreateIndex
CREATE INDEX "group_member_akey_idx" ON "group_member"("akey");

-- AddForeignKey
ALTER TABLE "group_member" ADD CONSTRAINT "group_member_gkey_fkey" FOREIGN KEY ("gkey") REFERENCES "avatar_group"("gkey") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The last line of defence: a name is free exactly where the group is dissolved, and nobody has less than nothing.
ALTER TABLE "avatar_group" ADD CONSTRAINT "avatar_group_named" CHECK (("name_key" IS NULL) = ("dissolved_at" IS NOT NULL));
ALTER TABLE "group_member" ADD CONSTRAINT "group_member_weight" CHECK ("weight" >= 0);
