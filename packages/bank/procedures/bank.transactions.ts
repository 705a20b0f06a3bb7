import { type Procedure, param, procedure, t } from '@scrip/rpc';
import { accountAccess } from '../authority.ts';
import type { Bank } from '../bank.ts';
import { unknownAccount } from '../errors.ts';
import * as params from './params.ts';

const MAX_LIMIT = 1_000;

const TRANSACTION = t.struct({
  transaction_id: t.string(),
  time: t.dateTime(),
  type: t.string(),
  amount: t.double(),
  balance: t.double(),
  other_akey: t.string(),
  other_name: t.string(),
  comment: t.string(),
});

/** The transaction history that the original's read grant promises and has no function for. */
export const transactions = (bank: Bank): Procedure =>
  procedure({
    name: 'bank.transactions',
    summary: 'Lists what was moved to and from an account, newest first.',
    notes: `Times are UTC. Types: pay, transfer, mint. At most ${MAX_LIMIT} a call. Amounts that are only held are not listed.`,
    params: {
      capabilities: params.capabilities,
      akey: params.avatar('Key of the avatar who owns the account.'),
      account_name: params.accountName('Name of the account.'),
      offset: param(t.int({ min: 0 }), 'How many of the newest to leave out.', 0),
      limit: param(t.int({ min: -1, max: MAX_LIMIT }), `How many to list; -1 for ${MAX_LIMIT}.`, 100),
    },
    result: t.array(TRANSACTION),
    resultDoc: 'Transactions: amount is negative where money left the account; balance is the one after it; other_* is the other side.',
    faults: [unknownAccount],
    authority: accountAccess(bank, ['bank.read', 'bank.full']),
    async handler({ account_name, offset, limit }, { owner }) {
      const account = await bank.accounts.get(owner, account_name);
      const lines = await bank.statement(account, offset, limit === -1 ? MAX_LIMIT : limit);
      const names = await bank.avatars.names(lines.map((line) => line.counterparty));
      return lines.map((line) => ({
        transaction_id: line.journalId,
        time: line.time,
        type: line.kind,
        amount: line.amount,
        balance: line.balance,
        other_akey: line.counterparty,
        other_name: names.get(line.counterparty) ?? '',
        comment: line.comment,
      }));
    },
  });
