import { dispenserAuthority } from '@scrip/objects';
import { type Procedure, param, procedure, t, word } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import { SETTLING_FAULTS } from '../holds/settlements.ts';
import { unknownTransaction } from '../transactions/errors.ts';
import { gridTransactionConflict, payoutState } from './errors.ts';
import { payoutNamed } from './names.ts';
import { gridTransactionOf } from './reports.ts';

export const reportPayout = (bank: Bank): Procedure =>
  procedure({
    name: 'bank.reportPayout',
    summary: 'Tells what became of a payout that this dispenser has pulled. Only over the relay, signed.',
    notes: [
      '`accepted`: it is going to be handed over, now; a fault means that it must not be. `done`: the avatar has it, and the payer has paid. `failed`: the avatar has not got',
      'it, and will not; it goes back to the payer, who is notified. `unknown`: the dispenser does not know; an operator decides, or a later `done` or `failed`',
      "with the grid's key of the transaction. `done` and `failed` may be said again; the first word counts.",
    ].join('\n'),
    params: {
      transaction_id: param(t.string({ min: 36, max: 42 }), 'As bank.pullPayout gave it.'),
      state: param(word('accepted', 'done', 'failed', 'unknown'), '`accepted`, `done`, `failed` or `unknown`.'),
      grid_transaction: param(t.string({ max: 64 }), "The grid's key of the transaction in-world; empty: none is known.", ''),
    },
    result: t.string(),
    resultDoc: 'The state that the payout is in.',
    faults: [...SETTLING_FAULTS, unknownTransaction, payoutState, gridTransactionConflict],
    authority: dispenserAuthority(bank.objects),
    async handler({ transaction_id, state, grid_transaction }, dispenser) {
      const key = payoutNamed(transaction_id);
      const gridTransaction = grid_transaction === '' ? null : gridTransactionOf(grid_transaction);
      if (state === 'accepted') await bank.payouts.accept(key, dispenser, gridTransaction);
      else if (state === 'unknown') await bank.payouts.doubt(key, dispenser, gridTransaction);
      else await bank.payouts.report(key, dispenser, { end: state, gridTransaction });
      return state;
    },
  });
