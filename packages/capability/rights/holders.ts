import type { AvatarKey, OwnerKey } from '@scrip/kernel';
import type { Kind } from '../kinds.ts';
import type { Capability } from '../model.ts';
import type { Presented } from './presented.ts';

/** On whose authority a call runs. */
export interface Principal {
  /** The avatar that calls. */
  readonly akey: AvatarKey;
  readonly login: Capability;
  /** The grant that makes it possible, or `own`. */
  readonly via: 'own' | Capability;
}

/** Somebody who has a right, and as what they have it. */
export interface Held<As extends string = string> extends Principal {
  readonly as: As;
}

/** From the cheapest to the dearest: what the credentials tell alone comes before what has to be looked up. */
const ORDER = ['operator', 'login', 'grant', 'lookup'] as const;

/** Those who have a right to a `T`: an owner, the holders of a grant, the members of a group. */
export interface Holder<T, As extends string = string> {
  /** As they stand in the sentence that tells what a call needs: "the owner". */
  readonly words: string;
  /** What the test of authority calls them. */
  readonly names: readonly string[];
  /** What tells that somebody is one of them: which holders of a right are asked first. */
  readonly by: (typeof ORDER)[number];
  find(given: Presented, thing: T): Held<As> | undefined | Promise<Held<As> | undefined>;
}

export function inOrder<T, As extends string>(holders: readonly Holder<T, As>[]): readonly Holder<T, As>[] {
  return holders.toSorted((a, b) => ORDER.indexOf(a.by) - ORDER.indexOf(b.by));
}

/** The avatar with this key, by a login of its own. `names` is `as`, where it is left out. */
export function avatarOf<T, As extends string>({
  words,
  as,
  names = [as],
  key,
}: {
  readonly words: string;
  readonly as: As;
  readonly names?: readonly string[];
  readonly key: (thing: T) => OwnerKey | null | undefined;
}): Holder<T, As> {
  return {
    words,
    names,
    by: 'login',
    find({ logins }, thing) {
      const akey = key(thing);
      const login = akey ? widest(logins, ({ sub }) => sub === akey) : undefined;
      return login && { akey: login.sub, login, via: 'own', as };
    },
  };
}

/** Whoever is logged in: the first login, where there are several. */
export function anyAvatar<T, As extends string>({ words, as }: { readonly words: string; readonly as: As }): Holder<T, As> {
  return {
    words,
    names: ['login'],
    by: 'login',
    find: ({ logins: [login] }) => login && { akey: login.sub, login, via: 'own', as },
  };
}

/** Who has a grant of one of these kinds from the avatar with this key, beside a login of their own. */
export function grantHolder<T, As extends string>({
  kinds,
  as,
  names = kinds.map(({ name }) => name),
  grantor,
}: {
  readonly kinds: readonly Kind[];
  readonly as: As;
  readonly names?: readonly string[];
  readonly grantor: (thing: T) => OwnerKey | undefined;
}): Holder<T, As> {
  const kindNames = kinds.map(({ name }) => name);
  return {
    words: `${kindNames.join(' or ')} grant`,
    names,
    by: 'grant',
    find({ grants, logins }, thing) {
      if (grants.length === 0) return undefined;
      const from = grantor(thing);
      const isGood = (grant: Capability) =>
        grant.grantor === from && kindNames.includes(grant.kind) && logins.some(({ sub }) => sub === grant.sub);
      const via = widest(grants, isGood);
      const login = via && widest(logins, ({ sub }) => sub === via.sub);
      return via && login && { akey: via.sub, login, via, as };
    },
  };
}

/** The first avatar among those that call of which this is true. */
export function avatarWho<T, As extends string>({
  words,
  as,
  names = [as],
  is,
}: {
  readonly words: string;
  readonly as: As;
  readonly names?: readonly string[];
  readonly is: (thing: T, akey: AvatarKey) => Promise<boolean>;
}): Holder<T, As> {
  return {
    words,
    names,
    by: 'lookup',
    async find({ logins }, thing) {
      for (const login of logins) if (await is(thing, login.sub)) return { akey: login.sub, login, via: 'own', as };
      return undefined;
    },
  };
}

/**
 * The one with the fewest restrictions. Among several holders the same one in whatever order they came: under another
 * principal a retry would be another request.
 */
function widest(capabilities: readonly Capability[], isGood: (one: Capability) => boolean): Capability | undefined {
  let best: Capability | undefined;
  for (const one of capabilities) if (isGood(one) && (!best || isWider(one, best))) best = one;
  return best;
}

function isWider(one: Capability, other: Capability): boolean {
  const more = restrictions(one) - restrictions(other);
  return more === 0 ? one.sub < other.sub : more < 0;
}

function restrictions({ limits }: Capability): number {
  return Object.keys(limits).length;
}
