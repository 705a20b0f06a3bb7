import { array, nullable, present, type Queryable, statement, text, timestamptz, uuid } from '@scrip/database';
import { isUuid } from '@scrip/kernel';
import { capabilityRevoked } from '../errors.ts';
import { lockSubjects } from '../lock.ts';
import type { Capability } from '../model.ts';

/** What is asked about $1 (jtis) and the avatars $2, of which $3 gave it, is whether it is revoked for what was issued at $4. */
const IS_REVOKED = statement({
  name: 'capability-is-revoked',
  text: `SELECT FROM revocation
         WHERE (scope = 'jti' AND subject = ANY($1::uuid[]))
            OR (scope = 'avatar' AND subject = ANY($2::uuid[]) AND revoked_at >= $4::timestamptz)
            OR (scope = 'grantor' AND subject = $3::uuid AND revoked_at >= $4::timestamptz)
         LIMIT 1`,
  params: [array(uuid), array(uuid), nullable(uuid), timestamptz],
});

/** Later than each revocation of all that these avatars have; and the key that signs now, which this server may not have heard of. */
const MOMENT = statement({
  name: 'capability-moment',
  text: `SELECT greatest(date_trunc('milliseconds', clock_timestamp()), max(revoked_at) + interval '1 millisecond') AS moment,
           (SELECT kid FROM signing_key WHERE revoked_at IS NULL ORDER BY generation DESC LIMIT 1) AS kid
         FROM revocation WHERE scope IN ('avatar', 'grantor') AND subject = ANY($1::uuid[])`,
  params: [array(uuid)],
  row: { moment: present(timestamptz), kid: present(text) },
});

/** When something is issued, and the key that signs it. */
export interface Moment {
  readonly moment: Date;
  readonly kid: string;
}

/**
 * Takes turns with whoever revokes: what these avatars have is neither revoked nor issued by anybody else until the caller's
 * transaction ends. `basis` is what is derived from or given on. Raises auth.capability_revoked where that is good no longer, whether
 * or not this server has heard of it.
 */
export async function takeTurn(client: Queryable, avatars: readonly string[], basis?: Capability): Promise<void> {
  const jtis = basis ? [basis.jti, ...basis.parents, ...(basis.login ? [basis.login] : [])] : [];
  await lockSubjects(client, [...avatars.filter(isUuid), ...jtis]);
  if (!basis) return;
  const { kind, sub, grantor, moment } = basis;
  // Operators are no avatars: what they have is revoked by jti only.
  const [keys, from] = [[sub, grantor].filter(isUuid), grantor !== sub && isUuid(grantor) ? grantor : null];
  if ((await IS_REVOKED.run(client, jtis, keys, from, moment)) > 0) throw capabilityRevoked(`the ${kind} capability was revoked`);
}

/** The moment of what is issued to these avatars or by them; asked after `takeTurn`. */
export async function momentOf(client: Queryable, avatars: readonly string[]): Promise<Moment> {
  const found = await MOMENT.first(client, avatars.filter(isUuid));
  if (!found) throw new Error('the database told no time');
  return found;
}
