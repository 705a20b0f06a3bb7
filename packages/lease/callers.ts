import { type Capability, findPrincipal, forbidden, type Presented, type Principal, unlimitedLogins } from '@scrip/capability';
import type { Uuid } from '@scrip/kernel';
import type { Lease } from './lease.ts';
import type { Location, Right } from './model.ts';

/** A right that managers can have, or `own`: what only the owner may do, and who has the owner's lease.manage grant. */
export type Need = Right | 'own';

export interface OwnerCall {
  readonly owner_akey: string;
}

/** In the words of the procedures' help. */
export const LOGIN = 'a login capability without limits';
const OR_GRANT = 'or one beside a lease.manage grant from the owner';
const managing = (right: Right) =>
  `${LOGIN} of the owner, of a manager with the right ${right}, of an officer of the manager group, ${OR_GRANT}`;

export const NEEDS: Readonly<Record<Need | 'seeAll', string>> = {
  see: `${LOGIN} of the owner, of a manager or of a member of the manager group, or one beside a lease.read or lease.manage grant from the owner`,
  units: managing('units'),
  prices: managing('prices'),
  access: managing('access'),
  leases: managing('leases'),
  settings: `${LOGIN} of the owner, of a manager with the right settings, ${OR_GRANT}`,
  own: `${LOGIN} of the owner, ${OR_GRANT}`,
  seeAll: `${LOGIN} of the owner, or one beside a lease.read or lease.manage grant from the owner`,
};

export interface Callers {
  /** Those that count here, with the grants beside them. */
  readonly given: Presented;
  readonly logins: readonly [Capability, ...Capability[]];
  /** Whose locations the call is about. */
  readonly owner: Uuid;
}

/** Who calls, by logins without limits, and about whose locations; an empty owner is the caller. */
export async function callersOf(lease: Lease, input: OwnerCall, given: Presented): Promise<Callers> {
  const logins = unlimitedLogins(given);
  const owner = input.owner_akey === '' ? logins[0].sub : (await lease.avatars.get(input.owner_akey)).akey;
  return { given: { ...given, logins }, logins, owner };
}

/** The owner, or the holder of a grant from the owner that allows all of this. */
export function ownerPrincipal({ given, owner }: Callers, needs: readonly Need[]): Principal | undefined {
  return findPrincipal(given, owner, needs.every((need) => need === 'see') ? ['lease.read', 'lease.manage'] : ['lease.manage']);
}

/** One who may do all of this by being a manager, or in the manager group. */
export async function managerPrincipal(
  lease: Lease,
  { logins }: Callers,
  location: Location,
  needs: readonly Need[],
): Promise<Principal | undefined> {
  const rights = needs.filter((need) => need !== 'own');
  if (rights.length < needs.length) return undefined;
  for (const login of logins) {
    if (await lease.estate.people.may(location, login.sub, rights)) return own(login);
  }
  return undefined;
}

export function loginOf({ logins }: Callers, akey: Uuid | null | undefined): Capability | undefined {
  return logins.find(({ sub }) => sub === akey);
}

export function own(login: Capability): Principal {
  return { akey: login.sub, login, via: 'own' };
}

/** `more` is what else helps, after the sentence that tells what is needed. */
export function refusal({ given }: Callers, needs: string, more = '') {
  return given.fault ?? forbidden(`${needs} is needed, and none came${more}`);
}
