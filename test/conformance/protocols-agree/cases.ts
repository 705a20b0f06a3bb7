import type { Entry } from '@scrip/rpc';
import fc, { type Arbitrary } from 'fast-check';
import { edges, sensible, type Vocabulary, wrong } from './values.ts';

export interface Case {
  readonly procedure: string;
  readonly params: readonly unknown[];
  /** Whether JSON-RPC gets them by name, which no other path can. */
  readonly byName: boolean;
}

/**
 * The least that these parameters may be: what is due sooner would be done by the servers' jobs before the test has ended, and
 * by each at a slightly other moment.
 */
const LEAST: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'bank.createStandingOrder': { first_in_days: 1 },
  'bank.hold': { expires_in_secs: 3_600 },
  'lease.rent': { secs: 3_600 },
  'lease.extend': { secs: 3_600 },
  // Deliveries that were pulled together come back together, in the order of their random ids.
  'vend.pullDeliveries': { hold_secs: 60 },
};

function isDueLater({ params, procedure }: Entry, given: readonly unknown[]): boolean {
  return params.every(([name, param], at) => {
    const least = LEAST[procedure.name]?.[name];
    return least === undefined || !(Number(at < given.length ? given[at] : param.default?.value) < least);
  });
}

/** Calls of one procedure: most of them such as people make, some with odd values, some with wrong ones, some too long or too short. */
export function casesOf(entry: Entry, vocabulary: Vocabulary): Arbitrary<Case> {
  const { params, required } = entry;
  const procedure = entry.procedure.name;
  const good = params.map(([name, param]) => sensible(procedure, name, param, vocabulary));
  const given = fc.integer({ min: required, max: params.length }).chain((count) => fc.tuple(...good.slice(0, count)));
  const replaced = (values: (index: number) => Arbitrary<unknown>) =>
    params.length === 0
      ? given
      : fc
          .integer({ min: 0, max: params.length - 1 })
          .chain((index) => fc.tuple(...good.map((one, at) => (at === index ? values(index) : one))));
  const odd = replaced((index) => edges(params[index]?.[1].type ?? fail(procedure)));
  const bad = replaced(() => wrong);
  const miscounted = fc.oneof(
    fc.integer({ min: 0, max: Math.max(0, required - 1) }).chain((count) => fc.tuple(...good.slice(0, count))),
    fc.tuple(...good, wrong),
  );
  const values = fc.oneof(
    { arbitrary: given as Arbitrary<unknown[]>, weight: 18 },
    { arbitrary: odd as Arbitrary<unknown[]>, weight: 6 },
    { arbitrary: bad as Arbitrary<unknown[]>, weight: 3 },
    { arbitrary: miscounted as Arbitrary<unknown[]>, weight: 1 },
  );
  const later = values.filter((one) => isDueLater(entry, one));
  return fc.record({ params: later, named: fc.boolean() }).map((one) => ({
    procedure,
    params: one.params,
    byName: one.named && one.params.length >= required && one.params.length <= params.length,
  }));
}

function fail(procedure: string): never {
  throw new Error(`${procedure} has fewer parameters than it declares`);
}
