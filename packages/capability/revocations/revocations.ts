import { array, type Database, enumOf, nullable, statement, text, timestamptz, uuid } from '@scrip/database';
import type { Clock } from '@scrip/kernel';
import type { PoolClient } from 'pg';
import { LONGEST_VALID_s, MAX_VALID_s } from '../kinds.ts';
import { lockSubjects } from '../lock.ts';
import type { Capability, Revocation } from '../model.ts';

type Scope = 'jti' | 'grantor' | 'avatar';

interface Mark {
  readonly revokedAt_ms: number;
  readonly expiresAt_ms: number;
}

/** The promise: a revocation is effective within this time in every server process. */
const PROMISE_ms = 1000;

const SCOPE = enumOf('revocation_scope', ['jti', 'grantor', 'avatar'] satisfies Scope[]);

/**
 * A row becomes visible at its commit, up to a statement's timeout after its time was taken; so each look goes back
 * further than any statement may run.
 */
const NEW_SINCE = statement({
  name: 'capability-revocations',
  text: `SELECT looked.seen, looked.retired, r.scope, r.subject, r.revoked_at, r.expires_at
         FROM (SELECT clock_timestamp() AS seen,
                 (SELECT array_agg(kid) FROM signing_key WHERE revoked_at IS NOT NULL) AS retired) looked
         LEFT JOIN revocation r ON r.updated_at > $1::timestamptz - interval '30 seconds'`,
  params: [timestamptz],
  row: {
    seen: timestamptz,
    retired: nullable(array(text)),
    scope: nullable(SCOPE),
    subject: nullable(uuid),
    revoked_at: nullable(timestamptz),
    expires_at: nullable(timestamptz),
  },
});

const REVOKE = statement({
  name: 'capability-revoke',
  text: `INSERT INTO revocation (scope, subject, revoked_at, expires_at)
         SELECT $1, $2, greatest(date_trunc('milliseconds', clock_timestamp()), max(revoked_at) + interval '1 millisecond'), $3
         FROM revocation WHERE scope IN ('avatar', 'grantor') AND subject = $2
         ON CONFLICT (scope, subject) DO UPDATE SET
           revoked_at = excluded.revoked_at,
           expires_at = greatest(revocation.expires_at, excluded.expires_at),
           updated_at = clock_timestamp()
         RETURNING revoked_at, expires_at`,
  params: [SCOPE, uuid, timestamptz],
  row: { revoked_at: timestamptz, expires_at: timestamptz },
});

/**
 * Locked in the order in which the ledger locks them, so that neither waits for the other for ever. Once they are marked,
 * no server can book on them any more, whatever it remembers.
 */
function marking(scope: Scope, condition: string) {
  return statement({
    name: `capability-mark-${scope}`,
    text: `WITH hit AS (
             SELECT jti FROM capability_grant WHERE (${condition}) AND revoked_at IS NULL ORDER BY jti FOR NO KEY UPDATE
           ), marked AS (
             UPDATE capability_grant g SET revoked_at = clock_timestamp() FROM hit WHERE g.jti = hit.jti RETURNING g.expires_at
           ) SELECT max(expires_at) AS last FROM marked`,
    params: [uuid],
    row: { last: nullable(timestamptz) },
  });
}
const MARK = {
  jti: marking('jti', 'jti = $1::uuid OR parents @> ARRAY[$1::uuid] OR login = $1::uuid'),
  grantor: marking('grantor', 'grantor = $1::uuid AND holder <> $1::uuid'),
  avatar: marking('avatar', 'grantor = $1::uuid OR holder = $1::uuid'),
} as const satisfies Record<Scope, object>;

/** Who has something to do where capabilities are revoked, since it goes on without them. */
export interface RevocationListener {
  /** Ends it, in the transaction of the revocation. */
  end(client: PoolClient, revocation: Revocation): Promise<void>;
  /** Returns when nothing is under way that began before the revocation was there to be seen. Raises busy where that takes too long. */
  settled(): Promise<void>;
}

/** What has been revoked, kept in memory and refreshed from the database that all server processes share. */
export class Revocations {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #marks: Readonly<Record<Scope, Map<string, Mark>>> = { jti: new Map(), grantor: new Map(), avatar: new Map() };
  /** When the newest finished look began, on the process' own monotonic clock. */
  #freshAsOf_ms = Number.NEGATIVE_INFINITY;
  #refreshing: Promise<void> | undefined;
  /** The database's clock at the last look. */
  #cursor = new Date(0);
  readonly #listeners: RevocationListener[] = [];
  readonly #retiredKeys = new Set<string>();

  private constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  static async open(database: Database, clock: Clock): Promise<Revocations> {
    const revocations = new Revocations(database, clock);
    await revocations.refresh();
    return revocations;
  }

  /** Whether a look that began less than a second ago has finished. */
  get fresh(): boolean {
    return this.#freshAsOf_ms >= performance.now() - PROMISE_ms;
  }

  /** Looks into the database if that is needed to keep the promise; its error comes through where it does not answer. */
  async ensureFresh(): Promise<void> {
    const needed_ms = performance.now() - PROMISE_ms;
    // A look that is under way may have begun too early; the one after it has not.
    while (this.#freshAsOf_ms < needed_ms) await this.refresh();
  }

  /** Reads what is new; calls that come meanwhile share the same look. */
  refresh(): Promise<void> {
    this.#refreshing ??= this.#read().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  /** Whether the capability, one that it was derived from, its login, or all of its grantor's or holder's have been revoked. */
  covers(capability: Capability): boolean {
    const { jti, parents, login, sub, grantor } = capability;
    const { jti: jtis, grantor: grantors, avatar: avatars } = this.#marks;
    if (jtis.size > 0) {
      if (jtis.has(jti) || parents.some((parent) => jtis.has(parent)) || (login !== undefined && jtis.has(login))) return true;
    }
    const moment_ms = capability.moment.getTime();
    const before = (mark: Mark | undefined) => mark !== undefined && moment_ms <= mark.revokedAt_ms;
    if (before(avatars.get(sub)) || before(avatars.get(grantor))) return true;
    return grantor !== sub && before(grantors.get(grantor));
  }

  /** Whether the key of this kid was retired, so that what it signed is invalid. */
  isRetired(kid: string): boolean {
    return this.#retiredKeys.has(kid);
  }

  /** How many keys were retired. */
  get retiredKeys(): number {
    return this.#retiredKeys.size;
  }

  /** This process has retired the key of this kid. */
  retire(kid: string): void {
    this.#retiredKeys.add(kid);
  }

  listen(listener: RevocationListener): void {
    this.#listeners.push(listener);
  }

  /**
   * Effective in this process at once, in the others within a second; and no payment is booked on what was revoked, by
   * any process, once this has returned. `alongside` is written in the same transaction, which may run several times.
   */
  async revoke(revocation: Revocation, alongside?: (client: PoolClient) => Promise<void>): Promise<void> {
    const now_ms = this.#clock.now();
    const [scope, subject, expiresAt_ms] =
      'jti' in revocation
        ? (['jti', revocation.jti, revocation.until?.getTime() ?? now_ms + LONGEST_VALID_s * 1000] as const)
        : 'grantor' in revocation
          ? (['grantor', revocation.grantor, now_ms + MAX_VALID_s * 1000] as const)
          : (['avatar', revocation.avatar, now_ms + MAX_VALID_s * 1000] as const);
    const mark = await this.#database.transaction(async (client) => {
      await lockSubjects(client, [subject]);
      await alongside?.(client);
      // What was given on a login may live longer than the login.
      const last_ms = (await MARK[scope].first(client, subject))?.last?.getTime() ?? 0;
      const marked = await REVOKE.first(client, scope, subject, new Date(Math.max(expiresAt_ms, last_ms)));
      for (const listener of this.#listeners) await listener.end(client, revocation);
      return marked;
    });
    if (!mark) throw new Error(`the revocation of ${scope} ${subject} was not written`);
    this.#remember(scope, subject, { revokedAt_ms: mark.revoked_at.getTime(), expiresAt_ms: mark.expires_at.getTime() });
    await Promise.all(this.#listeners.map((listener) => listener.settled()));
  }

  /** Forgets, here and in the database, what could only hit capabilities that have expired by now. */
  async purge(): Promise<void> {
    const now_ms = this.#clock.now();
    for (const marks of Object.values(this.#marks)) {
      for (const [subject, mark] of marks) if (mark.expiresAt_ms <= now_ms) marks.delete(subject);
    }
    await this.#database.prisma.revocation.deleteMany({ where: { expiresAt: { lte: new Date(now_ms) } } });
  }

  async #read(): Promise<void> {
    const startedAt_ms = performance.now();
    for (const { seen, retired, scope, subject, revoked_at, expires_at } of await NEW_SINCE.all(this.#database.pool, this.#cursor)) {
      this.#cursor = seen;
      for (const kid of retired ?? []) this.#retiredKeys.add(kid);
      // All of them are null where there is nothing new.
      if (!scope || !subject || !revoked_at || !expires_at) continue;
      this.#remember(scope, subject, { revokedAt_ms: revoked_at.getTime(), expiresAt_ms: expires_at.getTime() });
    }
    this.#freshAsOf_ms = startedAt_ms;
  }

  #remember(scope: Scope, subject: string, mark: Mark): void {
    const known = this.#marks[scope].get(subject);
    if (!known || mark.revokedAt_ms >= known.revokedAt_ms) this.#marks[scope].set(subject, mark);
  }
}
