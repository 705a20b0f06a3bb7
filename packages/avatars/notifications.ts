import type { Rider } from '@scrip/database';
import { newId, type Uuid } from '@scrip/kernel';

const NOTIFY = `INSERT INTO notification (id, akey, kind, text, reference)
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[])`;

/**
 * Tells an avatar something in another slice's transaction: it arrives if and only if that commits. `kind` is for
 * programs (`payment`), `text` for people, `reference` names what it is about, such as a transaction id.
 */
export function notificationRider(akey: Uuid, kind: string, text: string, reference: string): Rider {
  return { sql: NOTIFY, row: [newId(), akey, kind, text, reference] };
}
