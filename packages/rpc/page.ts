import { isUuid, type Page } from '@scrip/kernel';
import { invalidParams } from './faults.ts';
import { type Param, param } from './procedure.ts';
import type { Type } from './type.ts';
import { t } from './types.ts';

// The parameters of lists that come in pages. All of our own lists take `after` and `limit`. Those that had an offset before
// still take it, in its old place, and it counts from `after`.

const MAX_INT32 = 2_147_483_647;

const KEY = t.string({ max: 36 });
const key: Type<string> = {
  ...KEY,
  parse(value, path) {
    const given = KEY.parse(value, path).toLowerCase();
    if (given === '' || isUuid(given)) return given;
    throw invalidParams(`${path} is ${JSON.stringify(given)}; a key from the list is needed, or an empty text`);
  },
};

const behind = (which: string): string => `The ${which} of the last one of the page before; empty for the first page.`;

/** Where a page begins, in a list whose items are named by a key. */
export function afterKey(which: string): Param<string> {
  return param(key, behind(which), '');
}

/** Where a page begins, in a list whose items are named by a text. */
export function afterText(which: string): Param<string> {
  return param(t.string({ max: 255 }), behind(which), '');
}

const NUMBER = t.int({ min: 0 });
const number: Type<string> = {
  kind: 'string',
  schema: { anyOf: [NUMBER.schema, { type: 'string' }] },
  parse: (value, path) => (value === '' ? '' : String(NUMBER.parse(value, path))),
  check: () => 'a parameter, and no result',
};

/** Where a page begins, in a list whose items are named by a number. */
export function afterNumber(which: string): Param<string> {
  return param(number, behind(which), '');
}

/**
 * How long a page is: `most` at most. A list that takes -1 gives the longest page for it; one that takes 0 gives none.
 */
export function pageLimit(
  most: number,
  { least = 1, usual = Math.min(most, 100) }: { least?: -1 | 0 | 1; usual?: number } = {},
): Param<number> {
  const number = t.int({ min: least, max: most });
  const type: Type<number> = {
    ...number,
    parse(value, path) {
      const given = number.parse(value, path);
      return given === -1 ? most : given;
    },
  };
  return param(type, least === -1 ? `How many to list; -1 for ${most}.` : `How many to list, at most ${most}.`, usual);
}

/** How many items a page leaves out. */
export function pageOffset(what = 'How many to leave out at the beginning.', most = MAX_INT32): Param<number> {
  return param(t.int({ min: 0, max: most }), what, 0);
}

/** The page that a caller asks for. */
export function pageOf({ after, offset = 0, limit }: { readonly after: string; readonly offset?: number; readonly limit: number }): Page {
  if (after === '') return { offset, limit };
  const unknown = () =>
    invalidParams(`after is ${JSON.stringify(after.slice(0, 80))}, which is not in this list; the last one of the page before is needed`);
  return { after: { id: after, unknown }, offset, limit };
}
