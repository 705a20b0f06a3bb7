import { type Procedure, param, procedure, t } from '@scrip/rpc';
import { NOTES, number, PUBLIC, STOOGES, sum } from './common.ts';

export const easyStructTest = (): Procedure =>
  procedure({
    name: 'validator1.easyStructTest',
    summary: 'Adds up moe, larry and curly.',
    notes: NOTES,
    params: { stooges: param(t.any(), 'A struct with the numbers moe, larry and curly.') },
    result: t.int(),
    resultDoc: 'The sum of the three.',
    faults: [],
    authority: PUBLIC,
    handler: ({ stooges }) => sum(STOOGES.map((name) => number(stooges, name))),
  });
