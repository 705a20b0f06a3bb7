import { operatorAuthority, operatorChain } from '@scrip/capability';
import { type Procedure, procedure, t } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import { SETTLING_FAULTS } from '../holds/settlements.ts';
import * as params from '../params.ts';
import { unknownTransaction } from '../transactions/errors.ts';
import { payoutState } from './errors.ts';

export const failPayout = (bank: Bank): Procedure =>
  procedure({
    name: 'operator.failPayout',
    summary: 'Tells that a payment could not be handed over in-world: the money goes back to the payer, who is notified.',
    notes: 'The same call again changes nothing and returns the same id.',
    params: { capabilities: params.capabilities, transaction_id: params.transactionId, leg: params.leg },
    result: t.string(),
    resultDoc: 'The transaction id. Nothing was moved, so no statement shows it.',
    faults: [...SETTLING_FAULTS, unknownTransaction, payoutState],
    authority: operatorAuthority('money'),
    handler: ({ transaction_id, leg }, by) => bank.payouts.decide({ journalId: transaction_id, leg }, 'failed', operatorChain(by)),
  });
