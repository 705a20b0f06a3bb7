import { type Held, type Holder, inOrder } from './holders.ts';
import type { Presented } from './presented.ts';

/** A right to a `T`: the sentence that tells who has it, and the decision whether somebody does. */
export interface Right<T, As extends string = string> extends Needed<unknown, T, As> {
  readonly holders: readonly Holder<T, As>[];
  readonly exceptions: readonly Exception<T, As>[];
  /** Who of those that call has it; undefined where nobody does. */
  find(given: Presented, thing: T): Promise<Held<As> | undefined>;
}

/** What a call needs: always the same right, or one that depends on what it asks for. */
export interface Needed<I, T, As extends string = string> {
  /** For people: which capabilities open it. */
  readonly needs: string;
  /** Everybody whom it may open for, as the test of authority calls them. */
  readonly names: readonly string[];
  rightFor(input: I): Right<T, As>;
}

/** Holders who do not have the right after all. */
export interface Exception<T, As extends string = string> {
  readonly words: string;
  excludes(held: Held<As>, thing: T): boolean | Promise<boolean>;
}

type Blank<T, As extends string> = string | Holder<T, As> | Right<T, As> | Exception<T, As>;

/**
 * A right is the sentence that tells what is needed, with its holders in the blanks:
 *
 *     right`a login capability of ${OWNER}, or of ${OFFICER}`
 *
 * Whoever is in the sentence has the right and nobody else has, so that text and decision can not disagree. In the blanks may
 * also stand other rights, whose holders have this one too, exceptions, and plain text.
 */
export function right<T, As extends string = string>(texts: TemplateStringsArray, ...blanks: readonly Blank<T, As>[]): Right<T, As> {
  const needs = String.raw({ raw: texts }, ...blanks.map((blank) => (typeof blank === 'string' ? blank : wordsOf(blank))));
  const parts = blanks.filter((blank) => typeof blank !== 'string');
  const all = parts.flatMap((part) => ('holders' in part ? part.holders : 'find' in part ? [part] : []));
  const holders = inOrder(all);
  const exceptions = parts.flatMap((part) => ('exceptions' in part ? part.exceptions : 'excludes' in part ? [part] : []));
  const self: Right<T, As> = {
    needs,
    names: [...new Set(holders.flatMap((holder) => holder.names))],
    holders,
    exceptions,
    rightFor: () => self,
    async find(given, thing) {
      for (const holder of holders) {
        const found = holder.find(given, thing);
        const held = found instanceof Promise ? await found : found;
        // A payment waits for nothing that its right does not need.
        if (held && (exceptions.length === 0 || !(await isExcluded(exceptions, held, thing)))) return held;
      }
      return undefined;
    },
  };
  return self;
}

/** One of several rights, by what a call asks for. */
export function oneOf<I, T, As extends string>({
  needs,
  rights,
  rightFor,
}: {
  readonly needs: string;
  readonly rights: readonly Right<T, As>[];
  readonly rightFor: (input: I) => Right<T, As>;
}): Needed<I, T, As> {
  return { needs, names: [...new Set(rights.flatMap(({ names }) => names))], rightFor };
}

function wordsOf<T, As extends string>(part: Exclude<Blank<T, As>, string>): string {
  return 'needs' in part ? part.needs : part.words;
}

async function isExcluded<T, As extends string>(exceptions: readonly Exception<T, As>[], held: Held<As>, thing: T): Promise<boolean> {
  for (const exception of exceptions) if (await exception.excludes(held, thing)) return true;
  return false;
}
