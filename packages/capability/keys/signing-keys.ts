import { createPrivateKey, createPublicKey, generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto';
import { bool, type Database, int4, StartError, statement, text } from '@scrip/database';
import { assert, type Clock } from '@scrip/kernel';
import { calculateJwkThumbprint } from 'jose';
import type { MasterKey } from './master-key.ts';

interface Signer {
  readonly kid: string;
  readonly key: KeyObject;
}

/** The document at /.well-known/jwks.json (RFC 7517). */
export interface Jwks {
  readonly keys: readonly Readonly<Record<string, unknown> & { kid: string }>[];
}

/** At most one look into the database per this time, however many unknown kids come. */
const LOOK_PAUSE_ms = 1000;

/** All of them, locked: keys are made and retired one after the other. */
const LOCK_KEYS = statement({
  name: 'capability-lock-keys',
  text: 'SELECT kid, generation, revoked_at IS NOT NULL AS retired FROM signing_key ORDER BY generation DESC FOR UPDATE',
  params: [],
  row: { kid: text, generation: int4, retired: bool },
});

const RETIRE = statement({
  name: 'capability-retire-key',
  text: 'UPDATE signing_key SET revoked_at = clock_timestamp() WHERE kid = $1',
  params: [text],
});

/** The Ed25519 keys of all server processes on one database. The newest signs, all of them verify but those that were retired. */
export class SigningKeys {
  readonly #database: Database;
  readonly #masterKey: MasterKey;
  readonly #clock: Clock;
  #publicKeys = new Map<string, { key: KeyObject; jwk: JsonWebKey }>();
  #signer: (Signer & { readonly generation: number }) | undefined;
  /** The newest look that an unknown kid was the reason for; looks for other reasons do not count against it. */
  #look: Promise<void> | undefined;
  #lookedAt_ms = Number.NEGATIVE_INFINITY;

  private constructor(database: Database, masterKey: MasterKey, clock: Clock) {
    this.#database = database;
    this.#masterKey = masterKey;
    this.#clock = clock;
  }

  /** Makes the first key where there is none. Throws StartError where another master key has sealed the newest one. */
  static async open(database: Database, masterKey: MasterKey, clock: Clock): Promise<SigningKeys> {
    const keys = new SigningKeys(database, masterKey, clock);
    await keys.reload();
    if (!keys.#signer) {
      await keys.#add(1);
      await keys.reload();
    }
    return keys;
  }

  get signer(): Signer {
    assert(this.#signer, 'there is a signing key once they are open');
    return this.#signer;
  }

  /** The public key of a kid. An unknown one may be another process' new key: worth one look, but not one each. */
  async publicKey(kid: string): Promise<KeyObject | undefined> {
    const known = this.#publicKeys.get(kid)?.key;
    if (known) return known;
    const now_ms = performance.now();
    if (now_ms - this.#lookedAt_ms >= LOOK_PAUSE_ms) {
      this.#lookedAt_ms = now_ms;
      this.#look = this.reload();
    }
    await this.#look;
    return this.#publicKeys.get(kid)?.key;
  }

  /** Makes a new key and signs with it from now on; returns its kid. Two processes that rotate at once make one key. */
  async rotate(): Promise<string> {
    assert(this.#signer, 'there is a signing key once they are open');
    await this.#add(this.#signer.generation + 1);
    await this.reload();
    return this.signer.kid;
  }

  /**
   * What this key signed is invalid from now on; where it is the one that signs, a new one takes its place in the same transaction.
   * False where there is no such key; once more is no fault.
   */
  async retire(kid: string): Promise<boolean> {
    const known = await this.#database.transaction(async (client) => {
      const all = await LOCK_KEYS.all(client);
      const found = all.find((key) => key.kid === kid);
      if (!found || found.retired) return found !== undefined;
      const [newest] = all;
      if (newest && !all.some((key) => !key.retired && key.kid !== kid && key.generation > found.generation)) {
        const row = await this.#make(newest.generation + 1);
        await this.#database.join(client, (prisma) => prisma.signingKey.create({ data: row }));
      }
      await RETIRE.run(client, kid);
      return true;
    });
    await this.reload();
    return known;
  }

  jwks(): Jwks {
    return { keys: [...this.#publicKeys].map(([kid, { jwk }]) => ({ ...jwk, kid, alg: 'EdDSA', use: 'sig' })) };
  }

  /** Reads what other processes have added. */
  async reload(): Promise<void> {
    const rows = await this.#database.prisma.signingKey.findMany({ where: { revokedAt: null }, orderBy: { generation: 'desc' } });
    for (const { kid, publicJwk } of rows) {
      if (this.#publicKeys.has(kid)) continue;
      const jwk = publicJwk as JsonWebKey;
      this.#publicKeys.set(kid, { jwk, key: createPublicKey({ key: jwk, format: 'jwk' }) });
    }
    const [newest] = rows;
    // An older look may end after a newer one.
    if (newest && newest.generation > (this.#signer?.generation ?? 0)) {
      const { kid, generation, privateSealed } = newest;
      this.#signer = { kid, generation, key: this.#unseal(kid, privateSealed) };
    }
  }

  #unseal(kid: string, sealed: Uint8Array): KeyObject {
    try {
      return createPrivateKey({ key: this.#masterKey.open('signing-key', sealed, kid), format: 'der', type: 'pkcs8' });
    } catch (error) {
      const { file } = this.#masterKey;
      throw new StartError(`${file} is not the master key that this database was used with; put the right one there`, { cause: error });
    }
  }

  async #make(generation: number) {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const publicJwk = publicKey.export({ format: 'jwk' }) as { kty: string; crv: string; x: string };
    const kid = await calculateJwkThumbprint(publicJwk);
    const privateSealed = new Uint8Array(this.#masterKey.seal('signing-key', privateKey.export({ format: 'der', type: 'pkcs8' }), kid));
    return { kid, generation, publicJwk, privateSealed, createdAt: new Date(this.#clock.now()) };
  }

  async #add(generation: number): Promise<void> {
    const row = await this.#make(generation);
    const { prisma } = this.#database;
    // The unique generation lets one of several processes win; the others then read the winner's key.
    await prisma.signingKey.createMany({ data: [row], skipDuplicates: true });
    await prisma.signingKey.updateMany({ where: { generation: { lt: generation }, retiredAt: null }, data: { retiredAt: row.createdAt } });
  }
}
