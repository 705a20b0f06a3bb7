import { type Fault, type GuardedAuthority, param, t } from '@scrip/rpc';
import { capabilityRequired, forbidden } from './errors.ts';
import { type CapabilityKind, KINDS } from './kinds.ts';
import { isLimited } from './limits.ts';
import type { Capability } from './model.ts';

/** The most capabilities in one call, so that no call costs more than a few milliseconds of signature checks. */
export const MAX_PRESENTED = 16;

/** The first parameter of every procedure that needs authority. A text that is no capability is no malformed call. */
export const capabilitiesParam = param(
  t.array(t.string({ max: 65_536, secret: true }), { max: MAX_PRESENTED }),
  `Capabilities, at most ${MAX_PRESENTED}: logins, and grants beside the logins of the avatars that they were given to.`,
);

/** The capabilities that came with a call and are valid, by what they are good for. */
export interface Presented {
  readonly logins: readonly Capability[];
  readonly grants: readonly Capability[];
  /** Those that work alone. */
  readonly bearers: readonly Capability[];
  readonly operator: Capability | undefined;
  /** What was wrong with the first bad one. It counts only where the good ones are not enough. */
  readonly fault: Fault | undefined;
}

/** An authority that decides on what the guard has verified. */
export type Guarded<I, A> = GuardedAuthority<I, A, Presented>;

/** On whose authority a call runs. */
export interface Principal {
  /** The avatar that calls. */
  readonly akey: string;
  readonly login: Capability;
  /** The grant that makes it possible, or `own`. */
  readonly via: 'own' | Capability;
}

/** The login that a call runs on where it names nobody: the first one. Raises what was wrong with the bad ones, or capability_required. */
export function anyLogin(given: Presented): Capability {
  const [login] = given.logins;
  if (login) return login;
  throw given.fault ?? capabilityRequired('a login capability is needed; general.getLoginCapability gives one');
}

/**
 * The logins that came and are not limited, the first of which is who calls. Only the bank's accounts keep limits; what a
 * login with limits may do of anything else they do not say, so it opens nothing else. Raises as `anyLogin`, and
 * auth.forbidden where all have limits.
 */
export function unlimitedLogins(given: Presented): readonly [Capability, ...Capability[]] {
  anyLogin(given);
  const [first, ...others] = given.logins.filter((login) => !isLimited(login));
  if (first) return [first, ...others];
  throw given.fault ?? forbidden("a login capability with limits opens nothing but the bank's accounts, which keep them");
}

/** Whether those who call may use this capability: one that works alone is anybody's who has it. */
export function mayUse(given: Presented, { kind, sub }: Capability): boolean {
  const { role } = KINDS[kind];
  return role === 'login' || role === 'bearer' || (role === 'grant' && given.logins.some((login) => login.sub === sub));
}

/**
 * Who may act on what `owner` owns: the owner, or the holder of a grant of one of `kinds` from the owner, beside the
 * holder's own login. Among several the least restricted is picked. Undefined where nothing that came is enough.
 */
export function findPrincipal(given: Presented, owner: string, kinds: readonly CapabilityKind[]): Principal | undefined {
  const own = widest(given.logins.filter((login) => login.sub === owner));
  if (own) return { akey: owner, login: own, via: 'own' };
  const grant = widest(
    given.grants.filter(
      ({ kind, grantor, sub }) => grantor === owner && kinds.includes(kind) && given.logins.some((login) => login.sub === sub),
    ),
  );
  const holder = grant && widest(given.logins.filter((login) => login.sub === grant.sub));
  return grant && holder && { akey: grant.sub, login: holder, via: grant };
}

/**
 * As `findPrincipal`; raises auth.capability_required where there is no login, the fault of a bad capability where one
 * came, and otherwise auth.forbidden.
 */
export function ownerOrGrant(given: Presented, owner: string, kinds: readonly CapabilityKind[]): Principal {
  anyLogin(given);
  const principal = findPrincipal(given, owner, kinds);
  if (principal) return principal;
  throw given.fault ?? forbidden(`${owner} is not logged in, and has granted none of ${kinds.join(', ')} to an avatar that is`);
}

/**
 * The one with the fewest restrictions. Among several holders the same one in whatever order they came: under another
 * principal a retry would be another request.
 */
function widest(capabilities: readonly Capability[]): Capability | undefined {
  const restrictions = ({ limits }: Capability) => Object.keys(limits).length;
  const byHolder = (a: Capability, b: Capability) => (a.sub === b.sub ? 0 : a.sub < b.sub ? -1 : 1);
  return capabilities.toSorted((a, b) => restrictions(a) - restrictions(b) || byHolder(a, b))[0];
}
