import { type Queryable, statement, uuid } from '@scrip/database';
import type { GroupKey } from '@scrip/kernel';

const LOCK = statement({
  name: 'groups-lock',
  text: 'SELECT gkey FROM avatar_group WHERE gkey = $1 AND dissolved_at IS NULL FOR NO KEY UPDATE',
  params: [uuid],
  row: { gkey: uuid },
});

/**
 * Changes of one group wait for each other here, in whichever server process, until the caller's transaction ends. False where
 * the group was dissolved or never was.
 */
export async function lockGroup(client: Queryable, gkey: GroupKey): Promise<boolean> {
  return (await LOCK.run(client, gkey)) === 1;
}
