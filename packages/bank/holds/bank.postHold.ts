import { ZERO } from '@scrip/kernel';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import * as params from '../params.ts';
import { holdAccess } from './authority.ts';
import { SETTLING_FAULTS } from './settlements.ts';

export const postHold = (bank: Bank): Procedure =>
  procedure({
    name: 'bank.postHold',
    summary: 'Moves money that was held to the payee, all of it or a part; the rest goes back to the payer.',
    notes: [
      'For the payee, and for the payer, who may let go of the money before the payee takes it. A hold is posted once: the same',
      "call again, by whichever of them, changes nothing and returns the same id, so no request id is needed. A payer's capability",
      'with a spending total can set money aside, but not let go of it.',
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      hold_id: params.holdId,
      amount: param(t.amount({ min: 0 }), 'Major units, no more than is held; 0: all of it.', ZERO),
    },
    result: t.string(),
    resultDoc: 'The transaction id of what was posted.',
    faults: SETTLING_FAULTS,
    authority: holdAccess(bank, 'post'),
    handler: ({ amount }, { hold, by }) => bank.holds.post(hold, amount, by),
  });
