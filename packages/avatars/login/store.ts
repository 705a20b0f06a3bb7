import { bool, type Database, int4, statement, text, timestamptz, uuid } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';

/** Whom a challenge was asked for and where from, both as hashes. */
export interface Filing {
  readonly subject: Uuid;
  readonly origin: Uuid;
}

/** A challenge that nobody has answered yet. */
export interface Outstanding {
  readonly challenge: string;
  /** Whether it was asked for from where the attempt comes from. */
  readonly own: boolean;
}

const ADD_CHALLENGE = statement({
  name: 'avatars-add-challenge',
  text: `INSERT INTO login_challenge (challenge, subject, origin, expires_at)
         SELECT $1, $2::uuid, $3::uuid, $4::timestamptz
         WHERE (SELECT count(*) FROM login_challenge WHERE origin = $3::uuid AND expires_at > $5::timestamptz) < $6::int`,
  params: [text, uuid, uuid, timestamptz, timestamptz, int4],
});

const RENEW_CHALLENGE = statement({
  name: 'avatars-renew-challenge',
  text: `UPDATE login_challenge SET expires_at = $2::timestamptz
         WHERE challenge = (SELECT challenge FROM login_challenge WHERE origin = $1::uuid ORDER BY expires_at DESC LIMIT 1)
         RETURNING challenge`,
  params: [uuid, timestamptz],
  row: { challenge: text },
});

const OUTSTANDING = statement({
  name: 'avatars-outstanding-challenges',
  text: `SELECT challenge, origin = $2::uuid AS own FROM login_challenge
         WHERE subject = $1::uuid AND expires_at > $3::timestamptz
         ORDER BY own DESC, expires_at DESC LIMIT $4::int`,
  params: [uuid, uuid, timestamptz, int4],
  row: { challenge: text, own: bool },
});

const BURN = statement({
  name: 'avatars-burn-challenge',
  text: 'DELETE FROM login_challenge WHERE challenge = $1',
  params: [text],
});

/** Keeps the challenges that were given out, until they are answered or too old. */
export class ChallengeStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** False where the origin has `most` challenges outstanding already. */
  async add(challenge: string, { subject, origin }: Filing, expiresAt: Date, now: Date, most: number): Promise<boolean> {
    return (await ADD_CHALLENGE.run(this.#database.pool, challenge, subject, origin, expiresAt, now, most)) === 1;
  }

  /** The origin's newest challenge, with a new time to live; undefined where it has none. */
  async renew(origin: Uuid, expiresAt: Date): Promise<string | undefined> {
    return (await RENEW_CHALLENGE.first(this.#database.pool, origin, expiresAt))?.challenge;
  }

  /** The subject's live challenges: the origin's own first, the newest first. */
  outstanding({ subject, origin }: Filing, now: Date, most: number): Promise<Outstanding[]> {
    return OUTSTANDING.all(this.#database.pool, subject, origin, now, most);
  }

  /** Whether this call was the one that used the challenge up. */
  async burn(challenge: string): Promise<boolean> {
    return (await BURN.run(this.#database.pool, challenge)) === 1;
  }

  async purge(now: Date): Promise<void> {
    await this.#database.prisma.loginChallenge.deleteMany({ where: { expiresAt: { lte: now } } });
  }
}
