import { type Params, type Queryable, statement, type Types } from './statement/statement.ts';
import { int4, text, uuid } from './statement/types.ts';

const LOCK_OWNER = statement({
  name: 'lock-owner',
  text: `SELECT pg_advisory_xact_lock(hashtextextended($1::text || ' of ' || $2::uuid::text, 0))`,
  params: [text, uuid],
});

/** Whoever locks the same things of the same owner waits here until the caller's transaction ends. */
export async function lockOwner(client: Queryable, things: string, owner: string): Promise<void> {
  await LOCK_OWNER.run(client, things, owner);
}

export interface CeilingOptions<P extends Types> {
  readonly name: string;
  /** What there can be so many of, in the plural. */
  readonly things: string;
  /** Counts what an owner has, as `n`: an int4. */
  readonly count: string;
  /** The types of its parameters. */
  readonly params: P;
  /** The fault of an owner who has as many as one may have. */
  full(message: string): Error;
}

/** At most so many things of one owner. */
export interface Ceiling<P extends unknown[]> {
  /**
   * Throws where there is no room for one more. To be asked in a transaction, under a lock that everybody takes who adds one:
   * it counts what the one before has made. `whose` is what the owner is called.
   */
  mustHaveRoom(client: Queryable, most: number, whose: string, ...params: P): Promise<void>;
}

export function ceiling<const P extends Types>({ name, things, count, params, full }: CeilingOptions<P>): Ceiling<Params<P>> {
  const COUNT = statement({ name, text: count, params, row: { n: int4 } });
  return {
    async mustHaveRoom(client, most, whose, ...values) {
      const counted = await COUNT.first(client, ...values);
      if (counted && counted.n >= most) throw full(fullText(whose, most, things));
    },
  };
}

/** What people are told who have as many as one may have. */
export function fullText(whose: string, most: number, things: string): string {
  return `${whose} has ${most} ${things}, which is the most`;
}
