import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account } from '../accounts/model.ts';
import { type Part, type Purse, turn } from './turn.ts';

const accountOf = (owner: string): Account => ({ id: `${owner}'s`, owner, name: 'working', currency: { code: 'L$', scale: 0 } });

/** One leg of 100: `amount` of it goes back from the giver to the receiver. */
function part(giver: string, receiver: string, amount: bigint, more: Partial<Part> = {}): Part {
  const accounts = { debit: accountOf(giver), credit: accountOf(receiver) };
  return {
    original: 'paid',
    leg: 0,
    paid: 100n,
    amount,
    most: amount,
    giver,
    receiver,
    isOnItsWay: false,
    isPayersOwn: false,
    ...accounts,
    ...more,
  };
}

const purses = (has: Readonly<Record<string, bigint>>, closed: readonly string[] = []) =>
  new Map<string, Purse>(Object.entries(has).map(([owner, free]) => [`${owner}'s`, { free, isOpen: !closed.includes(owner) }]));

const shown = ({ transfers }: ReturnType<typeof turn>) =>
  transfers.map(({ debit, credit, amount }) => `${debit.owner} ${amount} ${credit?.owner}`);
const missing = ({ sides }: ReturnType<typeof turn>) => Object.fromEntries(sides.map((side) => [side.owner, Number(side.missing)]));

const SALE = [part('pat', 'bob', 30n), part('meg', 'bob', 70n)];

describe('turning transfers round', () => {
  it('lets each side give back what it got', () => {
    const turned = turn(SALE, purses({ pat: 30n, meg: 70n }));
    expect(shown(turned)).toEqual(['pat 30 bob', 'meg 70 bob']);
    expect(missing(turned)).toEqual({ pat: 0, meg: 0 });
  });

  it('tells of each side what is missing', () => {
    expect(missing(turn(SALE, purses({ pat: 10n, meg: 69n })))).toEqual({ pat: 20, meg: 1 });
  });

  it('counts an account that is frozen as empty, whatever is in it or comes in', () => {
    expect(missing(turn(SALE, purses({ pat: 30n, meg: 70n }, ['pat'])))).toEqual({ pat: 30, meg: 0 });
    const round = [part('meg', 'pat', 30n), part('pat', 'bob', 30n)];
    expect(missing(turn(round, purses({ pat: 0n, meg: 30n }, ['pat'])))).toEqual({ meg: 0, pat: 30 });
  });

  it('adds up what one account got in several parts', () => {
    expect(missing(turn([...SALE, part('pat', 'bob', 10n)], purses({ pat: 35n, meg: 70n })))).toEqual({ pat: 5, meg: 0 });
  });

  it('lets who covers the others pay what is missing, after their own part', () => {
    const turned = turn(SALE, purses({ pat: 10n, meg: 90n }), accountOf('meg'));
    expect(shown(turned)).toEqual(['meg 70 bob', 'pat 10 bob', 'meg 20 bob']);
    expect(turned.sides).toMatchObject([
      { owner: 'meg', amount: 90n, missing: 0n },
      { owner: 'pat', amount: 10n, missing: 0n },
    ]);
    expect(missing(turn(SALE, purses({ pat: 10n, meg: 85n }), accountOf('meg')))).toEqual({ meg: 5, pat: 0 });
  });

  it('covers what was handed over in-world, and not what is still on its way', () => {
    const handed = part('zoe', 'bob', 10n, { debit: undefined });
    expect(missing(turn([handed], purses({ meg: 10n }), accountOf('meg')))).toEqual({ meg: 0 });
    const onItsWay = { ...handed, isOnItsWay: true };
    expect(missing(turn([onItsWay], purses({ meg: 10n }), accountOf('meg')))).toEqual({ zoe: 10 });
  });

  it('lets somebody give what comes back to them', () => {
    // Store credit brought a buyer who is the affiliate 30 in cash; they have spent all they had.
    const parts = [part('bob', 'credit', 30n), part('meg', 'credit', 20n), part('meg', 'bob', 50n)];
    const turned = turn(parts, purses({ bob: 0n, meg: 70n }));
    expect(shown(turned)).toEqual(['meg 20 credit', 'meg 50 bob', 'bob 30 credit']);
    expect(missing(turned)).toEqual({ meg: 0, bob: 0 });
  });

  it('moves exactly what goes back, or tells what is missing, whoever has whatever', () => {
    const owners = ['ann', 'bob', 'cyd', 'dan'] as const;
    const anyOwner = fc.constantFrom(...owners);
    const anyPart = fc
      .tuple(anyOwner, anyOwner, fc.bigInt(1n, 20n))
      .filter(([giver, receiver]) => giver !== receiver)
      .map(([giver, receiver, amount]) => part(giver, receiver, amount));
    const anyPurse = fc.record({ free: fc.bigInt(-3n, 30n), isOpen: fc.boolean() });
    const anyPurses = fc.tuple(anyPurse, anyPurse, anyPurse, anyPurse);
    const world = fc.tuple(fc.array(anyPart, { maxLength: 8 }), anyPurses, fc.option(anyOwner, { nil: undefined }));
    fc.assert(
      fc.property(world, ([parts, each, cover]) => {
        const has = new Map(owners.map((owner, index) => [`${owner}'s`, each[index] as Purse]));
        const { sides, transfers } = turn(parts, has, cover && accountOf(cover));
        const due = parts.reduce((sum, { amount }) => sum + amount, 0n);
        const lacks = sides.reduce((sum, side) => sum + side.missing, 0n);
        expect(sides.reduce((sum, { amount }) => sum + amount, 0n)).toBe(due);
        expect(transfers.reduce((sum, { amount }) => sum + amount, 0n) + lacks).toBe(due);
        if (lacks > 0n) return;
        // In the order in which the ledger makes them, none is refused.
        const free = new Map([...has].map(([id, purse]) => [id, purse.free]));
        for (const { debit, credit, amount } of transfers) {
          expect(has.get(debit.id)?.isOpen).toBe(true);
          expect(free.get(debit.id)).toBeGreaterThanOrEqual(amount);
          free.set(debit.id, (free.get(debit.id) as bigint) - amount);
          if (credit) free.set(credit.id, (free.get(credit.id) as bigint) + amount);
        }
      }),
    );
  });
});
