import { type Rider, riderStatement, text, uuid } from '@scrip/database';
import { type AvatarKey, newId } from '@scrip/kernel';

const NOTIFY = riderStatement({
  name: 'avatars-notify',
  text: `INSERT INTO notification (id, akey, kind, text, reference)
         SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[])`,
  columns: [uuid, uuid, text, text, text],
});

/**
 * Tells an avatar something in another slice's transaction: it arrives if and only if that commits. `kind` is for
 * programs (`payment`), `message` for people, `reference` names what it is about, such as a transaction id.
 */
export function notificationRider(akey: AvatarKey, kind: string, message: string, reference: string): Rider {
  return NOTIFY.row(newId(), akey, kind, message, reference);
}
