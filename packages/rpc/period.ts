import { type Param, param } from './procedure.ts';
import type { Type } from './type.ts';
import { t } from './types.ts';

/**
 * From the first to the last second, both included, as callers see times: an entry of 03:08:00.7 is one of 03:08:00.
 * Undefined where that end is open.
 */
export interface Period {
  readonly from: Date | undefined;
  readonly to: Date | undefined;
}

const TIME = t.dateTime();

/** A time, or an empty text for none: what XML-RPC and in-world scripts can send in the place of a value that is not there. */
const OPTIONAL_TIME: Type<Date | ''> = {
  kind: 'dateTime',
  schema: { anyOf: [TIME.schema, { const: '' }] },
  parse: (value, path) => (value === '' ? '' : TIME.parse(value, path)),
  check: () => 'a parameter, and no result',
};

/** The optional parameters from_time and to_time of a list. */
export const fromTime: Param<Date | ''> = param(OPTIONAL_TIME, 'UTC: nothing before this second; empty: from the beginning.', '');
export const toTime: Param<Date | ''> = param(OPTIONAL_TIME, 'UTC: nothing after this second; empty: to the end.', '');

export function periodOf({ from_time, to_time }: { readonly from_time: Date | ''; readonly to_time: Date | '' }): Period {
  return { from: from_time || undefined, to: to_time || undefined };
}
