import type { Place } from '@scrip/kernel';
import { invalidParams } from '@scrip/rpc';
import type { Account } from '../accounts/model.ts';
import type { Span, Wanted } from './model.ts';
import { matches } from './search/search.ts';
import type { LineStore } from './store.ts';

/**
 * The entries of a span that a page begins behind: the transaction's, or the first so many of its lines that match, where the
 * place says how many came. Raises invalid_params where it does not say so, and several match.
 */
export async function narrow(
  store: LineStore,
  account: Account,
  span: Span,
  { place, wanted, isNewestFirst }: { readonly place: Place; readonly wanted: Wanted; readonly isNewestFirst: boolean },
): Promise<Span> {
  const [id = '', count] = place.id.split('/');
  const found = await store.linesOf(id, account);
  if (!found) throw place.unknown();
  const { first, last } = found;
  const lines = await store.lines(account, [{ low: first - 1n, high: last }]);
  const matching = lines.flatMap((line, index) => (matches(line, wanted) ? [last - BigInt(index)] : []));
  if (!isNewestFirst) matching.reverse();
  if (count === undefined && matching.length > 1) {
    throw invalidParams(`transaction ${id} has ${matching.length} lines in this list; say how many of them came, such as ${id}/1`);
  }
  const seq = matching[Number(count ?? 1) - 1];
  if (seq === undefined) throw place.unknown();
  return isNewestFirst ? { low: span.low, high: min(span.high, seq - 1n) } : { low: max(span.low, seq), high: span.high };
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
