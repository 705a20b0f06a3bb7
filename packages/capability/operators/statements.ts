import { array, bool, oneOf, pagedList, type Row, statement, text, timestamptz, uuid } from '@scrip/database';
import type { Scope } from './scopes.ts';

/** Whether one of these jtis was revoked. A mark goes when nothing that it could hit is alive any more. */
const revoked = (jtis: string) => `EXISTS (SELECT FROM revocation r WHERE r.scope = 'jti' AND r.subject = ANY(${jtis}))`;

/** Whether an operator was revoked, or one who added it was, or a key was retired that its capability stands and falls with. */
const ENDED = `(${revoked('id || parents')}
  OR EXISTS (SELECT FROM signing_key k WHERE k.revoked_at IS NOT NULL AND k.kid = ANY(kids)))`;

/** $1: the jti of a capability and of those that it was derived from, nearest first. A narrowed one is its operator's still. */
export const FIND = statement({
  name: 'operator-find',
  text: `SELECT id, name, scopes::text[] AS scopes, ${revoked('$1::uuid[]')} AS revoked
         FROM operator WHERE id = ANY($1::uuid[]) ORDER BY array_position($1::uuid[], id) LIMIT 1`,
  params: [array(uuid)],
  row: { id: uuid, name: text, scopes: array(oneOf<Scope>()), revoked: bool },
});

export const TAKEN = statement({
  name: 'operator-taken',
  text: `SELECT FROM operator WHERE name_key = $1 AND expires_at > $2::timestamptz AND NOT ${ENDED}`,
  params: [text, timestamptz],
});

/** The one that is active, where one of the name is. By their ends, since servers' clocks may differ about which came first. */
export const OF_NAME = statement({
  name: 'operator-of-name',
  text: `SELECT id, expires_at FROM operator WHERE name_key = $1
         ORDER BY ${ENDED}, expires_at DESC, id LIMIT 1`,
  params: [text],
  row: { id: uuid, expires_at: timestamptz },
});

const LISTED = {
  id: uuid,
  name: text,
  scopes: array(oneOf<Scope>()),
  added_by: text,
  issued_at: timestamptz,
  expires_at: timestamptz,
  status: oneOf<'valid' | 'expired' | 'revoked'>(),
};
export type ListedOperator = Row<typeof LISTED>;

export const LIST = pagedList({
  name: 'operator-list',
  params: [timestamptz],
  row: LISTED,
  after: uuid,
  order: ['issued_at DESC', 'id'],
  place: (after) => `operator WHERE id = ${after}`,
  text: ({ behind, order, slice }) => `
    SELECT id, name, scopes::text[] AS scopes, added_by, issued_at, expires_at,
           CASE WHEN expires_at <= $1::timestamptz THEN 'expired' WHEN ${ENDED} THEN 'revoked' ELSE 'valid' END AS status
    FROM operator WHERE ${behind} ${order} ${slice}`,
});
