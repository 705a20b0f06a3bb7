import { invalidParams } from './faults.ts';
import type { Type } from './type.ts';
import { t } from './types.ts';

const text = t.string({ max: 63 });

/** One of a few words, in any case. */
export function word<W extends string>(...words: readonly W[]): Type<W> {
  const known = (value: unknown): W | undefined => words.find((one) => one === value);
  return {
    kind: 'string',
    schema: { type: 'string', enum: words },
    parse(value, path) {
      const given = text.parse(value, path);
      const found = known(given.trim().toLowerCase());
      if (found === undefined) throw invalidParams(`${path} is ${JSON.stringify(given)}; one of ${words.join(', ')} is needed`);
      return found;
    },
    check: (value) => (known(value) === undefined ? `none of ${words.join(', ')}` : undefined),
  };
}
