import type { Database } from '@scrip/database';
import { type Clock, newId } from '@scrip/kernel';
import { invalidParams, type Log } from '@scrip/rpc';
import { LRUCache } from 'lru-cache';
import type { PoolClient } from 'pg';
import { capabilityExpired, capabilityInvalid, capabilityRevoked, forbidden } from './errors.ts';
import { Grants, isRecorded } from './grants/grants.ts';
import { type Limits, narrowLimits } from './grants/limits.ts';
import type { MasterKey } from './keys/master-key.ts';
import { type Jwks, SigningKeys } from './keys/signing-keys.ts';
import { type Kind, kindNamed, unkeptLimit } from './kinds.ts';
import type { Capability, Issued, IssueOrder, Revocation } from './model.ts';
import { Operators } from './operators/operators.ts';
import { type RevocationListener, Revocations } from './revocations/revocations.ts';
import { momentOf, takeTurn } from './revocations/turns.ts';
import { MAX_PARENTS, MAX_TOKEN_LENGTH, readToken, signToken } from './tokens/token.ts';

export interface Capabilities {
  /**
   * A grant, and anything that is derived or limited, is written down before its text is given out. Raises invalid_params
   * for limits that the kind does not keep or that do not fit, auth.too_many_grants, and auth.capability_revoked where
   * `parent` or `givenOn` is good no longer, whether or not this server had heard of it.
   */
  issue(order: IssueOrder): Promise<Issued>;
  /**
   * What a token says. Raises auth.capability_invalid, auth.capability_expired or auth.capability_revoked; the database's
   * error where that can't be asked for revocations, for more than a second. A token seen before costs microseconds.
   */
  verify(token: string): Promise<Capability>;
  /** Whether one that nobody presents is good: neither expired nor revoked. The database's error as for `verify`. */
  isGood(capability: Capability): Promise<boolean>;
  /** As `verify`, but takes what has expired or was revoked: for naming a capability, never for using it. */
  read(token: string): Promise<Capability>;
  /**
   * Derives a capability with less: shorter life, fewer accounts or payees, smaller amounts; it dies with the one that it
   * comes from. Raises auth.forbidden where anything would be more, and the faults of `verify`.
   */
  narrow(token: string, less: Limits & { readonly validForSecs?: number }): Promise<Issued>;
  /** What was given or derived, and what was spent on it. */
  readonly grants: Pick<Grants, 'list' | 'find'>;
  readonly operators: Operators;
  /**
   * In the caller's transaction, until that ends, nobody revokes this capability: for what is started on it and goes on by itself.
   * Raises auth.capability_revoked, whether or not this server had heard of that.
   */
  mustBeGood(client: PoolClient, capability: Capability): Promise<void>;
  /**
   * Effective here at once, in every other server process within a second. Once it has returned, nothing more is booked
   * on what it hits by any of them. `alongside` writes in the same transaction, which may run several times. Raises busy where a
   * payment that was on its way does not end; it is revoked then all the same.
   */
  revoke(revocation: Revocation, alongside?: (client: PoolClient) => Promise<void>): Promise<void>;
  /** For slices that start what goes on without a capability. */
  onRevoke(listener: RevocationListener): void;
  /** Signs with a new key from now on; what older keys signed stays valid. Returns the new kid. */
  rotateKey(): Promise<string>;
  /**
   * What the key of this kid signed is invalid from now on: here at once, in every other server process within a second. One that
   * signs is replaced by a new one. False where there is no such key; once more is no fault.
   */
  retireKey(kid: string): Promise<boolean>;
  /** In every server process, soon after a key was retired: for who keeps a capability of its own. */
  onKeyRetired(listener: () => Promise<unknown>): void;
  jwks(): Jwks;
  /** Stops watching for revocations. */
  close(): Promise<void>;
}

const WATCH_ms = 500;
const RELOAD_KEYS_ms = 5_000;
const PURGE_ms = 600_000;
/** Of verified tokens: entries, and characters of token text. */
const REMEMBERED = { max: 20_000, maxSize: 16 * 1024 * 1024 };

/** Throws StartError where the database was used with another master key. */
export async function createCapabilities(options: {
  database: Database;
  masterKey: MasterKey;
  clock: Clock;
  log: Log;
}): Promise<Capabilities> {
  const { database, masterKey, clock, log } = options;
  const keys = await SigningKeys.open(database, masterKey, clock);
  const revocations = await Revocations.open(database, clock);
  const grants = new Grants(database, clock);
  const keyRetired = new KeyRetired(revocations);
  const watch = startWatch({ keys, revocations, grants, keyRetired, log });
  // By the exact text, and only what never changes about it: nothing is refused by this memory.
  const verified = new LRUCache<string, Capability>({ ...REMEMBERED, sizeCalculation: (_capability, token) => token.length });

  function refuseRetired({ kids }: Capability): void {
    if (!kids.some((kid) => revocations.isRetired(kid))) return;
    throw capabilityInvalid(
      'the capability is not valid: it, or what it was made from, was signed with a key that an operator has retired',
    );
  }

  async function read(token: string): Promise<Capability> {
    const known = verified.get(token);
    const capability = known ?? (await readToken(token, (kid) => keys.publicKey(kid), clock.now()));
    refuseRetired(capability);
    if (!known) verified.set(token, capability);
    return capability;
  }

  async function verify(token: string): Promise<Capability> {
    const capability = verified.get(token) ?? (await read(token));
    if (!revocations.fresh) await revocations.ensureFresh();
    refuseRetired(capability);
    const { kind, expiresAt } = capability;
    if (expiresAt.getTime() <= clock.now()) {
      throw capabilityExpired(`the ${kind} capability was valid until ${expiresAt.toISOString()}`);
    }
    if (revocations.covers(capability)) throw capabilityRevoked(`the ${kind} capability was revoked`);
    return capability;
  }

  async function issue(order: IssueOrder): Promise<Issued> {
    const { kind, sub, grantor, limits = {}, validForSecs, parent, givenOn, confirm, alongside } = order;
    const declared = kindNamed(kind);
    const unkept = unkeptLimit(declared, limits);
    if (unkept !== undefined) throw invalidParams(`a ${kind} capability can not be limited in ${unkept}; ${keptBy(declared)}`);
    const now_ms = clock.now();
    const validFor_s = Math.min(Math.max(Math.trunc(validForSecs), 1), declared.maxValid_s);
    // Whole seconds, but never past the end of what it is derived from.
    const expiresAt = new Date(Math.min(now_ms + validFor_s * 1000, parent?.expiresAt.getTime() ?? Number.POSITIVE_INFINITY));
    const parents = parent ? [parent.jti, ...parent.parents] : [];
    const login = givenOn?.jti ?? parent?.login;
    const basisKids = (parent ?? givenOn)?.kids ?? [];
    const draft = { kind, sub, grantor, limits, jti: newId(), parents, issuedAt: new Date(now_ms), expiresAt, ...(login && { login }) };
    const signed = await database.transaction(async (client) => {
      await takeTurn(client, [sub, grantor], parent ?? givenOn);
      await confirm?.(client);
      const { moment, kid } = await momentOf(client, [sub, grantor]);
      const { signer } = keys;
      if (kid !== signer.kid) return undefined;
      const capability = { ...draft, moment, kids: [...new Set([kid, ...basisKids])] };
      const token = await signToken(capability, kid, signer.key);
      if (token.length > MAX_TOKEN_LENGTH) {
        throw invalidParams(
          `the limits make a capability of ${token.length} characters; name fewer or shorter ones (${MAX_TOKEN_LENGTH} is the most)`,
        );
      }
      if (isRecorded(capability)) await grants.add(client, capability, parent?.kind);
      await alongside?.(client, capability);
      return { token, kids: capability.kids };
    });
    if (signed) return { ...signed, jti: draft.jti, expiresAt };
    // Another server has made a new key.
    await keys.reload();
    return issue(order);
  }

  const revoke: Capabilities['revoke'] = (revocation, alongside) => revocations.revoke(revocation, alongside);

  return {
    issue,
    verify,
    async isGood(capability) {
      if (!revocations.fresh) await revocations.ensureFresh();
      const isRetired = capability.kids.some((kid) => revocations.isRetired(kid));
      return !isRetired && capability.expiresAt.getTime() > clock.now() && !revocations.covers(capability);
    },
    read,
    async narrow(token, less) {
      const parent = await verify(token);
      const { validForSecs, ...wanted } = less;
      if (parent.parents.length >= MAX_PARENTS) throw forbidden(`a capability can be narrowed ${MAX_PARENTS} times, one out of the other`);
      const left_s = (parent.expiresAt.getTime() - clock.now()) / 1000;
      if (validForSecs !== undefined && validForSecs > left_s) {
        throw forbidden(
          `validForSecs: ${validForSecs} is longer than the ${Math.floor(left_s)} s that are left of the capability that is narrowed`,
        );
      }
      const { kind, sub, grantor } = parent;
      const limits = narrowLimits(parent.limits, wanted);
      return issue({ kind, sub, grantor, limits, validForSecs: validForSecs ?? left_s, parent });
    },
    grants,
    operators: new Operators({ database, clock, issue, revoke }),
    mustBeGood: (client, capability) => takeTurn(client, [capability.sub], capability),
    revoke,
    onRevoke: (listener) => revocations.listen(listener),
    rotateKey: () => keys.rotate(),
    async retireKey(kid) {
      if (!(await keys.retire(kid))) return false;
      revocations.retire(kid);
      await keyRetired.tell();
      return true;
    },
    onKeyRetired: (listener) => keyRetired.listeners.push(listener),
    jwks: () => ({ keys: keys.jwks().keys.filter(({ kid }) => !revocations.isRetired(kid)) }),
    close: watch.stop,
  };
}

function keptBy({ keeps }: Kind): string {
  return keeps.length > 0 ? `only in ${keeps.join(', ')}` : 'only in time';
}

/** Tells who wants to know once for each key that was retired, by whichever server. */
class KeyRetired {
  readonly listeners: (() => Promise<unknown>)[] = [];
  readonly #revocations: Revocations;
  #told: number;

  constructor(revocations: Revocations) {
    this.#revocations = revocations;
    this.#told = revocations.retiredKeys;
  }

  async tell(): Promise<void> {
    const retired = this.#revocations.retiredKeys;
    if (retired === this.#told) return;
    for (const listener of this.listeners) await listener();
    this.#told = retired;
  }
}

interface Watched {
  readonly keys: SigningKeys;
  readonly revocations: Revocations;
  readonly grants: Grants;
  readonly keyRetired: KeyRetired;
  readonly log: Log;
}

/** Keeps revocations and keys current, and away what is over. */
function startWatch({ keys, revocations, grants, keyRetired, log }: Watched): { stop(): Promise<void> } {
  let round = 0;
  let failing = false;
  let running: Promise<void> | undefined;
  const look = async () => {
    round++;
    await revocations.refresh();
    await keyRetired.tell();
    if (round % (RELOAD_KEYS_ms / WATCH_ms) === 0) await keys.reload();
    if (round % (PURGE_ms / WATCH_ms) === 0) {
      await revocations.purge();
      await grants.purge();
    }
    failing = false;
  };
  const failed = (err: unknown) => {
    // Once for each outage, not twice a second.
    if (!failing) log.warn({ err }, 'revocations could not be looked at; capabilities are not taken until they can be');
    failing = true;
  };
  const timer = setInterval(() => {
    running ??= look()
      .catch(failed)
      .finally(() => {
        running = undefined;
      });
  }, WATCH_ms).unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
