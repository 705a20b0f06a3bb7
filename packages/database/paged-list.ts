import type { Page } from '@scrip/kernel';
import { type Columns, Command, type Params, Query, type Queryable, type Row, type Types } from './statement/statement.ts';
import { int8, type SqlType } from './statement/types.ts';

/** What changes in the text of a list from page to page. */
export interface PageText {
  /** A condition that the items of the page fulfil. */
  readonly behind: string;
  /** ORDER BY, in the order of the list. */
  readonly order: string;
  /** OFFSET and LIMIT. */
  readonly slice: string;
  /** How many of the list's items, from where the page begins, are enough: for lists that are put together of several. */
  readonly enough: string;
}

export interface PagedListOptions<P extends Types, R extends Columns> {
  readonly name: string;
  /** The types of the parameters that the list has besides those of its pages, which come behind them. */
  readonly params: P;
  readonly row: R;
  /** What it is sorted by, such as `created_at DESC`; together that is different for each two items. */
  readonly order: readonly string[];
  /** The type of what callers name an item by. */
  readonly after: SqlType<string>;
  /**
   * Where an item of the list is found, for a FROM: tables and conditions. Left out where the list is sorted by what its items
   * are named by: then a page begins behind any name, whether or not it is in the list (any more).
   */
  readonly place?: (after: string) => string;
  text(page: PageText): string;
  /** Whether a page behind something that is not in the list is empty. Otherwise it is refused. */
  readonly isEmptyBehindUnknown?: boolean;
}

/** A list in pages, each of which costs the same wherever it begins: it is found by the values that the list is sorted by. */
export interface PagedList<P extends unknown[], R> {
  /** Throws what `page.after` says where the list has no such item. */
  read(on: Queryable, values: P, page: Page): Promise<R[]>;
}

/** Declares the statements of a list, as `statement` does; see there. */
export function pagedList<const P extends Types, const R extends Columns>(list: PagedListOptions<P, R>): PagedList<Params<P>, Row<R>> {
  const { name, row, isEmptyBehindUnknown = false } = list;
  const params = [...list.params, int8, int8];
  const [offset, limit, after] = [`$${params.length - 1}`, `$${params.length}`, `$${params.length + 1}`];
  const page = {
    order: `ORDER BY ${list.order.join(', ')}`,
    slice: `OFFSET ${offset} LIMIT ${limit}`,
    enough: `${offset}::int8 + ${limit}::int8`,
  };
  const first = new Query<unknown[], Row<R>>({ name, text: list.text({ ...page, behind: 'true' }), params }, row);
  const next = new Query<unknown[], Row<R>>(
    {
      name: `${name}-after`,
      text: list.text({ ...page, behind: behind(list.order, after, list.place?.(after)) }),
      params: [...params, list.after],
    },
    row,
  );
  const isPlace = list.place && placeCheck(`${name}-place`, list.place(after), [...params, list.after]);
  return {
    async read(on, values, { offset, limit, after }) {
      if (!after) return first.all(on, ...values, offset, limit);
      const rows = await next.all(on, ...values, offset, limit, after.id);
      if (rows.length === 0 && isPlace && !isEmptyBehindUnknown && !(await isPlace(on, [...values, offset, limit, after.id]))) {
        throw after.unknown();
      }
      return rows;
    },
  };
}

/** Whether there is such an item, which is asked with those of the list's parameters that it depends on. */
function placeCheck(name: string, place: string, params: Types): (on: Queryable, values: readonly unknown[]) => Promise<boolean> {
  const used = [...new Set(place.match(/\$\d+/g))].map((slot) => Number(slot.slice(1)) - 1);
  const command = new Command<unknown[]>({
    name,
    text: `SELECT FROM ${place.replace(/\$(\d+)/g, (_slot, number) => `$${used.indexOf(Number(number) - 1) + 1}`)}`,
    params: used.map((index) => params[index] as Types[number]),
  });
  return async (on, values) => (await command.run(on, ...used.map((index) => values[index]))) > 0;
}

/** Those behind an item: of the keys that a list is sorted by, the first that is not the item's own decides. */
function behind(order: readonly string[], after: string, place: string | undefined): string {
  const keys = order.map((one) => ({ key: one.replace(/ DESC$/, ''), descending: one.endsWith(' DESC') }));
  const [leading] = keys;
  if (place === undefined) return `${leading?.key} ${leading?.descending ? '<' : '>'} ${after}`;
  if (keys.every(({ descending }) => descending === leading?.descending)) {
    const all = keys.map(({ key }) => key).join(', ');
    return `(${all}) ${leading?.descending ? '<' : '>'} (SELECT ${all} FROM ${place})`;
  }
  return keys.reduceRight((rest, { key, descending }) => {
    const [sign, own] = [descending ? '<' : '>', `(SELECT ${key} FROM ${place})`];
    return rest === '' ? `${key} ${sign} ${own}` : `${key} ${sign}= ${own} AND (${key} ${sign} ${own} OR ${rest})`;
  }, '');
}
