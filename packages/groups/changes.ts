import type { Uuid } from '@scrip/kernel';
import { groupFull, onlyOfficer } from './errors.ts';
import type { Change, Member } from './model.ts';
import type { Ratio } from './rules.ts';
import { give, type Shares, take } from './shares.ts';

export const MAX_MEMBERS = 1_000;

/**
 * Adds a member, or changes what is said of one. Without a ratio a new member gets an equal part and an existing one keeps
 * theirs; without an office a new one has none and an existing one keeps theirs. Raises general.group_full and
 * general.only_officer.
 */
export function add(
  members: readonly Member[],
  akey: Uuid,
  as: { readonly ratio: Ratio | undefined; readonly officer: boolean | undefined },
): Change<'added' | 'updated'> {
  const existing = members.find((member) => member.akey === akey);
  if (!existing && members.length >= MAX_MEMBERS) throw groupFull(`the group has ${MAX_MEMBERS} members, which is the most`);
  if (as.officer === false && isOnlyOfficer(members, akey)) {
    throw onlyOfficer(`${akey} is the group's only officer; make another member one first`);
  }
  const own: Member = { akey, weight: existing?.weight ?? 0n, officer: as.officer ?? existing?.officer ?? false };
  const all = existing ? members.map((member) => (member === existing ? own : member)) : [...members, own];
  const ratio = as.ratio ?? (existing ? undefined : { part: 1n, whole: BigInt(all.length) });
  return {
    members: ratio ? weigh(all, give(sharesOf(members), akey, ratio)) : all,
    result: existing ? 'updated' : 'added',
  };
}

/** Takes a member out. */
export function remove(members: readonly Member[], akey: Uuid): Change<'ok' | 'notmember' | 'onlyofficer'> {
  if (!members.some((member) => member.akey === akey)) return { members, result: 'notmember' };
  if (isOnlyOfficer(members, akey)) return { members, result: 'onlyofficer' };
  return { members: weigh(members, take(sharesOf(members), akey)), result: 'ok' };
}

export function sharesOf(members: readonly Member[]): Shares {
  return new Map(members.map(({ akey, weight }) => [akey, weight]));
}

function isOnlyOfficer(members: readonly Member[], akey: Uuid): boolean {
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
