import { type Procedure, param, procedure, t } from '@scrip/rpc';
import { NOTES, PUBLIC } from './common.ts';

export const moderateSizeArrayCheck = (): Procedure =>
  procedure({
    name: 'validator1.moderateSizeArrayCheck',
    summary: 'Joins the first and the last text of an array.',
    notes: NOTES,
    params: { texts: param(t.array(t.string({ max: 4_096 })), 'Between 100 and 200 texts, as the validator sends them.') },
    result: t.string({ max: 8_192 }),
    resultDoc: 'The first and the last, joined.',
    faults: [],
    authority: PUBLIC,
    handler: ({ texts }) => (texts[0] ?? '') + (texts.at(-1) ?? ''),
  });
