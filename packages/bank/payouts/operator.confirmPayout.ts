import { operatorAuthority, operatorChain } from '@scrip/capability';
import { type Procedure, procedure, t } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import { SETTLING_FAULTS } from '../holds/settlements.ts';
import * as params from '../params.ts';
import { unknownTransaction } from '../transactions/errors.ts';
import { payoutState } from './errors.ts';

export const confirmPayout = (bank: Bank): Procedure =>
  procedure({
    name: 'operator.confirmPayout',
    summary: "Tells that a payment was handed over in-world: the payer's money is gone for good.",
    notes: "The money that was held goes to the bank's payout account. The same call again changes nothing and returns the same id.",
    params: { capabilities: params.capabilities, transaction_id: params.transactionId, leg: params.leg },
    result: t.string(),
    resultDoc: 'The transaction id of what was moved.',
    faults: [...SETTLING_FAULTS, unknownTransaction, payoutState],
    authority: operatorAuthority('money'),
    handler: ({ transaction_id, leg }, by) => bank.payouts.decide({ journalId: transaction_id, leg }, 'done', operatorChain(by)),
  });
