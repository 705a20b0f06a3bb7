import { type Queryable, statement, uuid } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';

const LOCK = statement({
  name: 'vend-collection-turn',
  text: 'SELECT FROM vend_collection WHERE id = $1 FOR NO KEY UPDATE',
  params: [uuid],
});

/**
 * Whoever changes what is counted of a collection waits here, in whichever server, until the one before is done. The
 * collection comes before its products, as everybody locks them.
 */
export async function lockCollection(within: Queryable, id: Uuid): Promise<void> {
  await LOCK.run(within, id);
}
