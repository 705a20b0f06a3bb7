import { forbidden } from '@scrip/capability';
import type { AvatarKey } from '@scrip/kernel';
import type { Member } from '../model.ts';
import { groupFull, onlyOfficer } from './errors.ts';
import type { Ratio } from './ratios.ts';
import { assign, type Shares, take } from './shares.ts';

export const MAX_MEMBERS = 1_000;

/** What a change makes of the members, and the answer to it. */
export interface Change<T> {
  readonly members: readonly Member[];
  readonly result: T;
}

/**
 * Adds a member, or changes what is said of one. A ratio is of what all have together before, as in shares.ts; without one
 * a new member gets an equal part and an existing one keeps theirs. Without an office a new one has none and an existing
 * one keeps theirs. Raises general.group_full and general.only_officer.
 */
export function add(
  members: readonly Member[],
  akey: AvatarKey,
  said: { readonly ratio: Ratio | undefined; readonly officer: boolean | undefined },
): Change<'added' | 'updated'> {
  const existing = members.find((member) => member.akey === akey);
  if (!existing) mustHaveRoom(members, 1);
  if (said.officer === false && isOnlyOfficer(members, akey)) {
    throw onlyOfficer(`${akey} is the group's only officer; make another member one first`);
  }
  const own: Member = { akey, weight: existing?.weight ?? 0n, officer: said.officer ?? existing?.officer ?? false };
  const all = existing ? members.map((member) => (member === existing ? own : member)) : [...members, own];
  // As much as the others have on average comes to an equal part once all are scaled.
  const ratio = said.ratio ?? (existing ? undefined : { part: 1n, whole: BigInt(members.length) });
  return {
    members: ratio ? weigh(all, assign(sharesOf(members), new Map([[akey, ratio]]))) : all,
    result: existing ? 'updated' : 'added',
  };
}

/** Gives several their ratios in one step, and makes members of those who are none. Raises general.group_full. */
export function addAll(members: readonly Member[], ratios: ReadonlyMap<AvatarKey, Ratio>): Change<'done'> {
  const known = new Set(members.map(({ akey }) => akey));
  const joining = [...ratios.keys()].filter((akey) => !known.has(akey)).map((akey): Member => ({ akey, weight: 0n, officer: false }));
  mustHaveRoom(members, joining.length);
  return { members: weigh([...members, ...joining], assign(sharesOf(members), ratios)), result: 'done' };
}

/** Takes a member out. */
export function remove(members: readonly Member[], akey: AvatarKey): Change<'ok' | 'notmember' | 'onlyofficer'> {
  if (!members.some((member) => member.akey === akey)) return { members, result: 'notmember' };
  if (isOnlyOfficer(members, akey)) return { members, result: 'onlyofficer' };
  return { members: weigh(members, take(sharesOf(members), akey)), result: 'ok' };
}

/** Whether the officer who changes the group still is one; raises auth.forbidden. Undefined for those who need no office. */
export function mustBeOfficer(members: readonly Member[], by: AvatarKey | undefined): void {
  if (by === undefined || members.some(({ akey, officer }) => officer && akey === by)) return;
  throw forbidden(`${by} is no officer of the group any more`);
}

export function sharesOf(members: readonly Member[]): Shares {
  return new Map(members.map(({ akey, weight }) => [akey, weight]));
}

function mustHaveRoom(members: readonly Member[], more: number): void {
  if (members.length + more > MAX_MEMBERS) throw groupFull(`the group has ${members.length} of at most ${MAX_MEMBERS} members`);
}

function isOnlyOfficer(members: readonly Member[], akey: AvatarKey): boolean {
  const officers = members.filter(({ officer }) => officer);
  return officers.length === 1 && officers[0]?.akey === akey;
}

/** Those who have a share, with the weight of it. */
function weigh(members: readonly Member[], shares: Shares): Member[] {
  return members.flatMap((member) => {
    const weight = shares.get(member.akey);
    return weight === undefined ? [] : [{ ...member, weight }];
  });
}
