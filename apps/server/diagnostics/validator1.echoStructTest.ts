import { type Procedure, param, procedure, t } from '@scrip/rpc';
import { NOTES, PUBLIC, struct } from './common.ts';

export const echoStructTest = (): Procedure =>
  procedure({
    name: 'validator1.echoStructTest',
    summary: 'Answers with the struct that it is sent.',
    notes: NOTES,
    params: { value: param(t.any(), 'A struct.') },
    result: t.any(),
    resultDoc: 'The same struct.',
    faults: [],
    authority: PUBLIC,
    handler: ({ value }) => struct(value, 'value'),
  });
