import { type Procedure, param, procedure, t } from '@scrip/rpc';
import { NOTES, number, PUBLIC, STOOGES, struct, sum } from './common.ts';

export const nestedStructTest = (): Procedure =>
  procedure({
    name: 'validator1.nestedStructTest',
    summary: 'Adds up moe, larry and curly of the first of April 2000 in a calendar of nested structs.',
    notes: NOTES,
    params: { calendar: param(t.any(), 'Structs of years, months (`04`) and days (`01`).') },
    result: t.int(),
    resultDoc: 'The sum of the three.',
    faults: [],
    authority: PUBLIC,
    handler({ calendar }) {
      const month = struct(struct(calendar, 'calendar')['2000'], 'the year 2000')['04'];
      const day = struct(month, 'the month 04')['01'];
      return sum(STOOGES.map((name) => number(day, name)));
    },
  });
