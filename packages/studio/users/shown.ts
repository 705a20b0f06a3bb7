import { t } from '@scrip/rpc';

/** A user as clients of the document read it. */
export const USER_DETAILS = t.struct({
  id: t.string(),
  email: t.string(),
  display_name: t.string(),
  studio_id: t.string(),
  profile_image: t.string(),
});

export const USER_DETAILS_DOC =
  "id is the user's number as general.getAvatarUserId has it, studio_id the studio's. No picture is kept: profile_image is empty.";
