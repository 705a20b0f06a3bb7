-- AlterTable
ALTER TABLE "avatar" ADD COLUMN     "user_id" SERIAL NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "avatar_user_id_key" ON "avatar"("user_id");
