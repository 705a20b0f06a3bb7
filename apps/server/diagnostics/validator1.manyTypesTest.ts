import { type Procedure, param, procedure, t } from '@scrip/rpc';
import { NOTES, PUBLIC } from './common.ts';

export const manyTypesTest = (): Procedure =>
  procedure({
    name: 'validator1.manyTypesTest',
    summary: 'Answers with its six parameters as an array.',
    notes: NOTES,
    params: {
      number: param(t.int(), 'A whole number.'),
      boolean: param(t.boolean(), 'A boolean.'),
      string: param(t.string({ max: 65_536 }), 'A text.'),
      double: param(t.double(), 'A number.'),
      dateTime: param(t.dateTime(), 'A time.'),
      base64: param(t.base64(), 'Bytes.'),
    },
    result: t.tuple(t.int(), t.boolean(), t.string(), t.double(), t.dateTime(), t.base64()),
    resultDoc: 'The parameters in order.',
    faults: [],
    authority: PUBLIC,
    handler: (input): [number, boolean, string, number, Date, Uint8Array] => [
      input.number,
      input.boolean,
      input.string,
      input.double,
      input.dateTime,
      input.base64,
    ],
  });
