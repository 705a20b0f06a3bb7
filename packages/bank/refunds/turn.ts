import type { AccountId, JournalId, OwnerKey } from '@scrip/kernel';
import type { Account } from '../accounts/model.ts';

/** One transfer of an earlier journal, of which something is to go back. Amounts are minor units. */
export interface Part {
  readonly original: JournalId;
  readonly leg: number;
  /** How much was paid by it. */
  readonly paid: bigint;
  /** How much of it goes back. */
  readonly amount: bigint;
  /** The most that any draw could make of it. */
  readonly most: bigint;
  /** Who got it. */
  readonly giver: OwnerKey;
  /** The account that gives it back; undefined: it went in-world, where the ledger can't reach it. */
  readonly debit: Account | undefined;
  /** Who gets it, and in which account; undefined: in-world. */
  readonly receiver: OwnerKey;
  readonly credit: Account | undefined;
  /** It waits to be handed over in-world. If that fails, it returns by itself, so nobody may pay it meanwhile. */
  readonly isOnItsWay: boolean;
  /** Whoever gives it back is the one who paid, out of a purse. */
  readonly isPayersOwn: boolean;
}

/** What an account can give. */
export interface Purse {
  readonly free: bigint;
  /** False where it is frozen or closed: then nothing can leave it. */
  readonly isOpen: boolean;
}

/** What somebody gives back of their part, in minor units. */
export interface Side {
  readonly owner: OwnerKey;
  readonly amount: bigint;
  /** How much of it they don't have. */
  readonly missing: bigint;
  /** What they were paid waits to be handed over in-world. */
  readonly isOnItsWay: boolean;
}

/** A transfer of a refund. */
export interface BackTransfer {
  readonly debit: Account;
  readonly credit: Account | undefined;
  readonly receiver: OwnerKey;
  readonly amount: bigint;
  /** What it pays back, and how much of each: together its amount. */
  readonly parts: readonly { readonly part: Part; readonly amount: bigint }[];
}

type Draft = Omit<BackTransfer, 'amount' | 'parts'> & { amount: bigint; readonly parts: { part: Part; amount: bigint }[] };

export interface Turned {
  readonly sides: readonly Side[];
  /** In an order in which accounts have what they give. */
  readonly transfers: readonly BackTransfer[];
}

/**
 * Turns transfers round. Each gives what it has, and `cover`, if there is one, what the others are short of. `purses` holds every
 * account that gives. Accounts that also receive give last, so they can give what comes back to them.
 */
export function turn(parts: readonly Part[], purses: ReadonlyMap<AccountId, Purse>, cover?: Account): Turned {
  const receiving = new Set(parts.map(({ credit }) => credit?.id));
  // The account that covers the others gives its own parts first.
  const rank = ({ debit }: Part) => (debit && debit.id === cover?.id ? 0 : debit && receiving.has(debit.id) ? 2 : 1);
  // Of many payments for one thing the same people gave and get: what goes the same way stands together, and becomes one transfer.
  const wayOf = ({ giver, receiver }: Part) => `${giver} ${receiver}`;
  const ways = new Map<string, number>();
  for (const part of parts) if (!ways.has(wayOf(part))) ways.set(wayOf(part), ways.size);
  const place = (part: Part) => ways.get(wayOf(part)) ?? 0;
  const inOrder = [...parts].sort((a, b) => rank(a) - rank(b) || place(a) - place(b));
  const free = new Map([...purses].map(([id, purse]) => [id, purse.isOpen ? purse.free : 0n]));
  const take = (account: Account, amount: bigint) => {
    const has = free.get(account.id) ?? 0n;
    const taken = has < amount ? (has > 0n ? has : 0n) : amount;
    free.set(account.id, has - taken);
    return taken;
  };
  const sides = new Map<OwnerKey, Side>();
  const note = (owner: OwnerKey, amount: bigint, missing: bigint, isOnItsWay = false) => {
    const side = sides.get(owner) ?? { owner, amount: 0n, missing: 0n, isOnItsWay: false };
    sides.set(owner, {
      owner,
      amount: side.amount + amount,
      missing: side.missing + missing,
      isOnItsWay: side.isOnItsWay || isOnItsWay,
    });
  };
  const transfers: Draft[] = [];
  const give = (debit: Account, part: Part, amount: bigint) => {
    const { credit, receiver } = part;
    const before = transfers.at(-1);
    // Who covers what they would get themselves needs no more for two such transfers than for one, unless they are made as one.
    const isForThemselves = credit?.id === debit.id;
    const goesTheSameWay =
      !isForThemselves && before?.debit.id === debit.id && before.receiver === receiver && before.credit?.id === credit?.id;
    const transfer: Draft = before && goesTheSameWay ? before : { debit, credit, receiver, amount: 0n, parts: [] };
    if (transfer !== before) transfers.push(transfer);
    transfer.amount += amount;
    transfer.parts.push({ part, amount });
  };
  for (const part of inOrder) {
    const { debit, credit, amount, giver, isOnItsWay, isPayersOwn } = part;
    const given = debit ? take(debit, amount) : 0n;
    const lack = amount - given;
    if (debit && given > 0n) give(debit, part, given);
    if (cover && !isOnItsWay && !isPayersOwn && debit?.id !== cover.id) {
      const covered = lack > 0n ? take(cover, lack) : 0n;
      if (covered > 0n) give(cover, part, covered);
      note(giver, given, 0n);
      if (lack > 0n) note(cover.owner, lack, lack - covered);
    } else note(giver, amount, lack, isOnItsWay);
    // Who is short of something is told of all of it, so what the others are short of counts as if it came.
    if (credit && purses.get(credit.id)?.isOpen) free.set(credit.id, (free.get(credit.id) ?? 0n) + amount);
  }
  return { sides: [...sides.values()].filter(({ amount }) => amount > 0n), transfers };
}

/**
 * What each side gives as it was drawn, and what it is short of if it gives the most that could have been drawn: who is told that
 * somebody is short does not learn the draw by it, and can't wait for one that costs others more. Whatever is drawn, who covers the
 * others is short of no more than `atMost`.
 */
export function shortOf(drawn: readonly Side[], highest: readonly Side[], covering?: { owner: OwnerKey; atMost: bigint }): readonly Side[] {
  const given = new Map(drawn.map((side) => [side.owner, side]));
  const sides = highest.map((side) => {
    const { amount = 0n, missing = 0n } = given.get(side.owner) ?? {};
    const might = covering?.owner === side.owner && covering.atMost < side.missing ? covering.atMost : side.missing;
    return { ...side, amount, missing: missing > might ? missing : might };
  });
  return sides.filter(({ amount, missing }) => amount > 0n || missing > 0n);
}
