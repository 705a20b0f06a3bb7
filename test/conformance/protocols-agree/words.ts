import fc, { type Arbitrary } from 'fast-check';
import { COOL, SECRET2 } from '../../e2e/demo-world.ts';
import { Learned } from './values.ts';

// What words of all subjects are made of.

/** Which parameters, by `procedure parameter`, and what is drawn for them. The first that fits counts. */
export type Words = readonly (readonly [RegExp, Arbitrary<unknown>])[];

/** The first is three times as likely as all others together. */
export function mostly(first: unknown, ...others: unknown[]): Arbitrary<unknown> {
  return fc.oneof({ arbitrary: fc.constant(first), weight: 3 }, { arbitrary: fc.constantFrom(...others), weight: 1 });
}

/** Ids that these procedures gave out while the test runs, those that were there before, and now and then none at all. */
export function ids(from: readonly string[], known: readonly string[] = []): Arbitrary<unknown> {
  const learned = fc.nat({ max: 400 }).map((place) => new Learned(from, place));
  const there = known.length > 0 ? fc.constantFrom(...known) : learned;
  return fc.oneof(
    { arbitrary: learned, weight: 2 },
    { arbitrary: there, weight: 2 },
    { arbitrary: mostly(COOL.akey, '', 'no id'), weight: 1 },
  );
}

export const number = (min: number, max: number): Arbitrary<number> => fc.integer({ min, max });
/** One of a few names: some will be taken by then. */
export const numbered = (what: string, many = 15): Arbitrary<string> => number(1, many).map((n) => `${what}${n}`);

/** Who owns most of the demo world, and others. */
export const cool = mostly(COOL.akey, COOL.name, SECRET2.akey, 'Chad', 'Nobody', '');
export const others = mostly(SECRET2.akey, SECRET2.name.toUpperCase(), 'Chad', 'Matt', 'An avatar', COOL.akey, 'Nobody', '');
/** Nobody whom the calls need: they may be banned. */
export const bystander = mostly('Matt', 'An avatar', 'Nobody', '');
export const groups = mostly('Mall Staff', 'mall staff', 'Crew', 'Sellers', '', 'no group');
