import { type Procedure, param, procedure, t } from '@scrip/rpc';
import { NOTES, PUBLIC } from './common.ts';

export const echo = (): Procedure =>
  procedure({
    name: 'diagnostics.echo',
    summary: 'Answers with the value that it is sent.',
    notes: NOTES,
    params: { value: param(t.any(), 'Anything.') },
    result: t.any(),
    resultDoc: 'The same value.',
    faults: [],
    authority: PUBLIC,
    handler: ({ value }) => value,
  });
