import { type Procedure, param, procedure, t } from '@scrip/rpc';
import { NOTES, PUBLIC } from './common.ts';

const ENTITIES = { ctLeftAngleBrackets: '<', ctRightAngleBrackets: '>', ctAmpersands: '&', ctApostrophes: "'", ctQuotes: '"' } as const;

export const countTheEntities = (): Procedure =>
  procedure({
    name: 'validator1.countTheEntities',
    summary: 'Counts the characters that XML has to escape.',
    notes: NOTES,
    params: { text: param(t.string({ max: 65_536 }), 'Any text.') },
    result: t.struct({
      ctLeftAngleBrackets: t.int(),
      ctRightAngleBrackets: t.int(),
      ctAmpersands: t.int(),
      ctApostrophes: t.int(),
      ctQuotes: t.int(),
    }),
    resultDoc: 'How many of each there are.',
    faults: [],
    authority: PUBLIC,
    handler({ text }) {
      const count = (name: keyof typeof ENTITIES) => text.split(ENTITIES[name]).length - 1;
      return {
        ctLeftAngleBrackets: count('ctLeftAngleBrackets'),
        ctRightAngleBrackets: count('ctRightAngleBrackets'),
        ctAmpersands: count('ctAmpersands'),
        ctApostrophes: count('ctApostrophes'),
        ctQuotes: count('ctQuotes'),
      };
    },
  });
