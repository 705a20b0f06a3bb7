import type { Limits } from './limits.ts';

const DAY_s = 86_400;

/** The longest life of anything that an avatar holds, in seconds. */
export const MAX_VALID_s = 30 * DAY_s;

/**
 * Every kind of capability, and everything that differs between kinds. `typ` stands in the token's header, so that a
 * token of one kind can never be read as another. `role` says what a kind is good for:
 * `login` stands for the avatar that holds it; `grant` works only beside a login of the avatar that it was given to;
 * `bearer` works alone and in anybody's hands, for what its grantor owns, since that is how in-world scripts hold it;
 * `operator` opens the operator.* procedures and nothing else.
 * `keeps` names the limits that can be put on a kind: a limit that nothing looks at would promise what nobody keeps.
 */
export const KINDS = {
  login: { typ: 'scrip.login+jwt', role: 'login', maxValid_s: MAX_VALID_s, keeps: ['accounts', 'payees', 'maxEach', 'total'] },
  operator: { typ: 'scrip.operator+jwt', role: 'operator', maxValid_s: 3650 * DAY_s, keeps: [] },
  'bank.full': { typ: 'scrip.bank-full+jwt', role: 'grant', maxValid_s: MAX_VALID_s, keeps: ['accounts', 'payees', 'maxEach', 'total'] },
  'bank.read': { typ: 'scrip.bank-read+jwt', role: 'grant', maxValid_s: MAX_VALID_s, keeps: ['accounts'] },
  groups: { typ: 'scrip.groups+jwt', role: 'bearer', maxValid_s: MAX_VALID_s, keeps: [] },
  'lease.read': { typ: 'scrip.lease-read+jwt', role: 'grant', maxValid_s: MAX_VALID_s, keeps: [] },
  'lease.manage': { typ: 'scrip.lease-manage+jwt', role: 'grant', maxValid_s: MAX_VALID_s, keeps: [] },
  'vend.read': { typ: 'scrip.vend-read+jwt', role: 'grant', maxValid_s: MAX_VALID_s, keeps: [] },
  'vend.manage': { typ: 'scrip.vend-manage+jwt', role: 'grant', maxValid_s: MAX_VALID_s, keeps: [] },
} as const satisfies Record<string, Kind>;

interface Kind {
  readonly typ: string;
  readonly role: 'login' | 'grant' | 'bearer' | 'operator';
  readonly maxValid_s: number;
  readonly keeps: readonly (keyof Limits)[];
}

export type CapabilityKind = keyof typeof KINDS;

const BY_TYP = new Map<string, CapabilityKind>((Object.keys(KINDS) as CapabilityKind[]).map((kind) => [KINDS[kind].typ, kind]));

/** The kind of a header's `typ`, spelled exactly; undefined for any other. */
export function kindOfTyp(typ: unknown): CapabilityKind | undefined {
  return typeof typ === 'string' ? BY_TYP.get(typ) : undefined;
}

/** The longest life of any kind, in seconds: how long a revocation lives of which only the jti is known. */
export const LONGEST_VALID_s = Math.max(...Object.values(KINDS).map((kind) => kind.maxValid_s));
