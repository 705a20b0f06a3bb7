import { type Fault, type InWorldObject, param, t } from '@scrip/rpc';
import { capabilityRequired, forbidden } from '../errors.ts';
import { isLimited } from '../grants/limits.ts';
import { kindNamed } from '../kinds.ts';
import type { Capability } from '../model.ts';
import type { Operator } from '../operators/operator.ts';

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
  readonly operators: readonly Operator[];
  /** The in-world object that calls. */
  readonly object?: InWorldObject | undefined;
  /** What was wrong with the first bad one. It counts only where the good ones are not enough. */
  readonly fault: Fault | undefined;
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

/** What came with a call but for logins with limits: for all that limits say nothing about. Raises as `unlimitedLogins`. */
export function wholeLogins(given: Presented): Presented {
  const logins = unlimitedLogins(given);
  return logins.length === given.logins.length ? given : { ...given, logins };
}

/** Whether those who call may use this capability: one that works alone is anybody's who has it. */
export function mayUse(given: Presented, { kind, sub }: Capability): boolean {
  const { role } = kindNamed(kind);
  return role === 'login' || role === 'bearer' || (role === 'grant' && given.logins.some((login) => login.sub === sub));
}
