import { unknownAvatar } from '@scrip/avatars';
import { dispenserAuthority } from '@scrip/objects';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import * as params from '../params.ts';
import { POSTING_FAULTS } from '../posting/faults.ts';
import { gridTransactionConflict } from './errors.ts';
import { gridTransactionOf } from './reports.ts';

export const deposit = (bank: Bank): Procedure =>
  procedure({
    name: 'bank.deposit',
    summary: 'Credits an avatar with money that a dispenser was paid in-world. Only over the relay, signed.',
    notes: [
      'It goes to `working`, once for each grid_transaction of the grid, however often and by whichever dispenser it is told. Where there is a fault nothing was',
      'booked, and the money is to be given back in-world: but after `busy`, where it is to be told again with the same grid_transaction.',
    ].join('\n'),
    params: {
      akey: params.avatar("Key of the avatar who paid, in the dispenser's grid."),
      amount: param(t.amount(), 'Major units, above zero, in the decimal places of the currency of `working`.'),
      grid_transaction: param(
        t.string({ max: 64, min: 1 }),
        "The grid's key of the transaction, or one of the script's own: 1 to 64 of A-Z, a-z, 0-9, -.",
      ),
    },
    result: t.string(),
    resultDoc: 'The transaction id; the same for the same grid_transaction.',
    faults: [...POSTING_FAULTS, unknownAvatar, gridTransactionConflict],
    authority: dispenserAuthority(bank.objects),
    handler: ({ akey, amount, grid_transaction }, dispenser) =>
      bank.deposits.book(dispenser, { akey, amount, gridTransaction: gridTransactionOf(grid_transaction) }),
  });
