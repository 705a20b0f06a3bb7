import { type Procedure, param, procedure, t } from '@scrip/rpc';
import { NOTES, number, PUBLIC, sum } from './common.ts';

export const arrayOfStructsTest = (): Procedure =>
  procedure({
    name: 'validator1.arrayOfStructsTest',
    summary: 'Adds up the members named `curly` of an array of structs.',
    notes: NOTES,
    params: { structs: param(t.array(t.any()), 'Structs with the numbers moe, larry and curly.') },
    result: t.int(),
    resultDoc: 'The sum of all curly.',
    faults: [],
    authority: PUBLIC,
    handler: ({ structs }) => sum(structs.map((one) => number(one, 'curly'))),
  });
