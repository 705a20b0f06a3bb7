import type { Limits } from './grants/limits.ts';

const DAY_s = 86_400;

/** The longest life of anything that an avatar holds, in seconds. */
export const MAX_VALID_s = 30 * DAY_s;
/** The longest life of any kind, in seconds: how long a revocation lives of which only the jti is known. */
export const LONGEST_VALID_s = 3650 * DAY_s;

/** A kind of capability, and everything that differs between kinds. */
export interface Kind {
  readonly name: string;
  /** Stands in the token's header, so that a token of one kind can never be read as another. */
  readonly typ: string;
  /**
   * What a kind is good for: `login` stands for the avatar that holds it; `grant` works only beside a login of the avatar
   * that it was given to; `bearer` works alone and in anybody's hands, for what its grantor owns, since that is how in-world
   * scripts hold it; `operator` opens the operator.* procedures and nothing else.
   */
  readonly role: 'login' | 'grant' | 'bearer' | 'operator';
  readonly maxValid_s: number;
  /** The limits that can be put on it: a limit that nothing looks at would promise what nobody keeps. */
  readonly keeps: readonly (keyof Limits)[];
}

/** Every kind that was declared in this process. */
const byName = new Map<string, Kind>();
const byTyp = new Map<string, Kind>();

function declare(kind: Kind): Kind {
  if (byName.has(kind.name) || byTyp.has(kind.typ)) throw new Error(`the kind ${kind.name} (${kind.typ}) is declared already`);
  const frozen = Object.freeze(kind);
  byName.set(kind.name, frozen);
  byTyp.set(kind.typ, frozen);
  return frozen;
}

/**
 * Declares a kind that avatars hold, at module level, in the slice whose things it opens. A name or typ that is taken already
 * stops the start. Tokens in the wild carry the typ: it never changes.
 */
export function defineKind(
  name: string,
  {
    typ,
    role,
    keeps = [],
    maxValid_s = MAX_VALID_s,
  }: { readonly typ: string; readonly role: 'grant' | 'bearer'; readonly keeps?: Kind['keeps']; readonly maxValid_s?: number },
): Kind {
  return declare({ name, typ, role, maxValid_s, keeps });
}

export const LOGIN_KIND = declare({
  name: 'login',
  typ: 'scrip.login+jwt',
  role: 'login',
  maxValid_s: MAX_VALID_s,
  keeps: ['accounts', 'payees', 'maxEach', 'total'],
});
export const OPERATOR_KIND = declare({
  name: 'operator',
  typ: 'scrip.operator+jwt',
  role: 'operator',
  maxValid_s: LONGEST_VALID_s,
  keeps: [],
});

/** The kind of this name, as it stands in a capability. */
export function kindNamed(name: string): Kind {
  const kind = byName.get(name);
  if (!kind) throw new Error(`no slice declares capabilities of the kind ${name}`);
  return kind;
}

/** The kind of a header's `typ`, spelled exactly; undefined for any other. */
export function kindOfTyp(typ: unknown): Kind | undefined {
  return typeof typ === 'string' ? byTyp.get(typ) : undefined;
}

export function declaredKinds(): readonly Kind[] {
  return [...byName.values()];
}

/** The first of the limits that this kind does not keep, if there is one. */
export function unkeptLimit({ keeps }: Kind, limits: Limits): string | undefined {
  const kept: readonly string[] = keeps;
  return Object.keys(limits).find((name) => !kept.includes(name));
}
