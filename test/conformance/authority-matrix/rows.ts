import type { Scope } from '@scrip/capability';
import type { Objects } from './objects.ts';
import type { Person, Role } from './roles.ts';

/** Some of the roles. */
export type Who = (role: Role) => boolean;

/** What one procedure has to say to everybody about one object. */
export interface Row {
  readonly procedure: string;
  /** What it is called for. */
  readonly on: string;
  /** Who gets a result; everybody else is refused. */
  readonly may: Who | 'everybody, with nothing at all' | 'in-world objects, over the relay';
  /** The parameters after the capabilities. Asked once for all who are refused, and anew for each who is not: what a call uses up is made here. */
  readonly params: (objects: Objects, role: Role) => readonly unknown[] | Promise<readonly unknown[]>;
  /** What counts as proof that somebody calls; a login where it is left out. */
  readonly guard?: 'login' | 'groups' | 'operator' | 'the capability itself';
  /** The fault for those who must not learn whether there is such a thing; auth.forbidden where it is left out. */
  readonly hides?: string;
  /** Those who know of it all the same, and are told auth.forbidden. */
  readonly known?: Who;
  /** Of those who may: whom a rule tells no, because it is their own, or out of their sight. The first that fits counts. */
  readonly refused?: readonly { readonly who: Who; readonly code: string }[];
  /** A text that is in the result for these, and for nobody else who gets one. */
  readonly shows?: { readonly what: (objects: Objects) => string; readonly to: Who };
}

/** Every name that a table uses: one that no role has would allow nobody, unseen. */
export const namesUsed = new Set<string>();

export function named(...names: string[]): Who {
  for (const name of names) namesUsed.add(name);
  return (role) => names.includes(role.name);
}

/** These people's logins, without limits, whatever else came with them. */
export function as(...people: Person[]): Who {
  return ({ as }) => as !== undefined && people.includes(as);
}

/** The owner's grants beside the login of their holder. */
export function grants(...kinds: string[]): Who {
  return named(...kinds);
}

export function any(...all: Who[]): Who {
  return (role) => all.some((one) => one(role));
}

export function except(who: Who, not: Who): Who {
  return (role) => who(role) && !not(role);
}

export const EVERYBODY: Who = () => true;
/** Any login without limits: for what is about the avatar who calls, and shows nobody what somebody else has. */
export const LOGIN: Who = ({ as }) => as !== undefined;
/** A login that was not narrowed at all: for what outlives the call. */
export const WHOLE_LOGIN = except(LOGIN, named('owner, narrowed in time'));
/** The operator who has all scopes, and the one who has this one alone. */
export const operatorWith = (scope: Scope): Who => named('operator', `operator with ${scope}`);
export const PUBLIC = 'everybody, with nothing at all';
/** Who calls over another protocol is none: test/conformance/relay-objects.test.ts has some. */
export const OBJECTS = 'in-world objects, over the relay';

/** The codes of which one is the right refusal. */
export function refusals({ guard = 'login', hides, known }: Row, role: Role): readonly string[] {
  const forbidden = 'auth.forbidden';
  if (guard === 'the capability itself') return [role.bad ?? forbidden];
  if (role.proof === 'nothing') return [role.bad ?? 'auth.capability_required'];
  if (role.proof === 'no login') {
    const counts = guard === 'operator' || (guard === 'groups' && role.name.startsWith('groups'));
    return [counts ? forbidden : 'auth.capability_required'];
  }
  if (guard === 'operator') return [role.bad ?? forbidden];
  // A login with limits may be told of the limits, which say nothing about what is there.
  if (role.proof === 'limits') return hides ? [forbidden, hides] : [forbidden];
  const usual = hides !== undefined && !known?.(role) ? hides : forbidden;
  return role.bad ? [role.bad, ...(hides ? [usual] : [])] : [usual];
}
