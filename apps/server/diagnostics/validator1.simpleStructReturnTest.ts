import { type Procedure, param, procedure, t } from '@scrip/rpc';
import { NOTES, PUBLIC } from './common.ts';

export const simpleStructReturnTest = (): Procedure =>
  procedure({
    name: 'validator1.simpleStructReturnTest',
    summary: 'Multiplies a number by ten, a hundred and a thousand.',
    notes: NOTES,
    params: { number: param(t.int({ min: -2_000_000, max: 2_000_000 }), 'A whole number.') },
    result: t.struct({ times10: t.int(), times100: t.int(), times1000: t.int() }),
    resultDoc: 'The three products.',
    faults: [],
    authority: PUBLIC,
    handler: ({ number }) => ({ times10: number * 10, times100: number * 100, times1000: number * 1000 }),
  });
