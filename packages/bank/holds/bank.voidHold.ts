import { type Procedure, procedure, t } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import * as params from '../params.ts';
import { holdAccess } from './authority.ts';
import { SETTLING_FAULTS } from './settlements.ts';

export const voidHold = (bank: Bank): Procedure =>
  procedure({
    name: 'bank.voidHold',
    summary: 'Gives money that was held back to the payer.',
    notes: 'For the payee only; the payer waits until it expires. The same call again changes nothing and returns the same id.',
    params: { capabilities: params.capabilities, hold_id: params.holdId },
    result: t.string(),
    resultDoc: 'The transaction id. Nothing was moved, so no statement shows it.',
    faults: SETTLING_FAULTS,
    authority: holdAccess(bank, 'void'),
    handler: (_input, { hold, by }) => bank.holds.void(hold, by),
  });
