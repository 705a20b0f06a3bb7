import { minorToMajor } from '@scrip/kernel';
import { type Procedure, pageLimit, pageOf, pageOffset, param, procedure, t, word } from '@scrip/rpc';
import { unknownAccount } from '../accounts/errors.ts';
import { IN_WORLD } from '../accounts/model.ts';
import { accountAccess } from '../authority.ts';
import type { Bank } from '../bank.ts';
import { HOLD_STATES } from '../ledger/model.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import type { Hold } from './model.ts';

/** A page further back would cost a read of everything before it. */
const MAX_OFFSET = 10_000;

const STATE = word(...HOLD_STATES);

const ROW = t.struct({
  hold_id: t.string(),
  time: t.dateTime(),
  expires: t.optional(t.dateTime()),
  state: t.string(),
  amount: t.double(),
  posted: t.double(),
  from_akey: t.string(),
  from_account_name: t.string(),
  to_akey: t.string(),
  to_account_name: t.string(),
  comment: t.string(),
  leg: t.int(),
});

export const listHolds = (bank: Bank): Procedure =>
  procedure({
    name: 'bank.listHolds',
    summary: 'Lists what is held on an account, in either direction, newest first.',
    notes: [
      'States: open; posted (posted tells how much of it, the rest went back); voided; expired. Times are UTC.',
      'A payment that waits to be handed over in-world is listed too, for the account `avatar` and without an end: only an operator',
      'can end it, and it is voided where it could not be handed over.',
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      akey: params.avatar('Key of the avatar who owns the account.'),
      account_name: params.accountName('Name of the account.'),
      state: param<Hold['state']>(STATE, 'Which ones to list.', 'open'),
      offset: pageOffset('How many of the newest to leave out.', MAX_OFFSET),
      limit: pageLimit(1_000, { least: -1 }),
      after: params.afterLeg('hold_id'),
    },
    result: t.array(ROW),
    resultDoc:
      'Holds: the amount that was set aside and how much of it was posted; expires is missing where there is no end; leg is 0, but where one payment holds several amounts.',
    isRepeatable: true,
    faults: [unknownAccount],
    authority: accountAccess(bank, RIGHTS.read),
    async handler({ account_name, state, ...page }, { owner }) {
      const account = await bank.accounts.get(owner, account_name);
      const holds = await bank.holds.store.list(account, state, pageOf(page));
      return holds.map((one) => ({
        hold_id: one.journalId,
        time: one.time,
        ...(one.expires && { expires: one.expires }),
        state: one.state,
        amount: minorToMajor(one.amount, account.currency),
        posted: minorToMajor(one.posted, account.currency),
        from_akey: one.from.owner,
        from_account_name: one.from.name,
        to_akey: one.inWorld ?? one.to.owner,
        to_account_name: one.inWorld === null ? one.to.name : IN_WORLD,
        comment: one.comment,
        leg: one.leg,
      }));
    },
  });
