import { array, type Queryable, statement, uuid } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';

const LOCK_SUBJECTS = statement({
  name: 'capability-lock-subjects',
  text: `SELECT pg_advisory_xact_lock(hashtextextended('capability ' || subject, 0))
         FROM (SELECT DISTINCT unnest($1::uuid[])::text AS subject ORDER BY subject) AS subjects`,
  params: [array(uuid)],
});

/**
 * Whoever issues to these avatars or on these capabilities, and whoever revokes them, wait for each other here until the
 * caller's transaction ends.
 */
export async function lockSubjects(client: Queryable, subjects: readonly Uuid[]): Promise<void> {
  await LOCK_SUBJECTS.run(client, subjects);
}
