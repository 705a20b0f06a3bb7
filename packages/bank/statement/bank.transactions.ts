import { ownerKey } from '@scrip/avatars';
import { minorToMajor, wordsOf } from '@scrip/kernel';
import { fromTime, invalidParams, type Procedure, pageLimit, pageOf, pageOffset, param, periodOf, procedure, t, toTime } from '@scrip/rpc';
import { unknownAccount } from '../accounts/errors.ts';
import { accountAccess } from '../authority.ts';
import type { Bank } from '../bank.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import { searchTooBroad } from './errors.ts';

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
    summary: 'Lists what was moved to and from an account, newest first, or searches it.',
    notes: [
      `Times are UTC. At most ${MAX_LIMIT} a call. Amounts that are only held are not listed.`,
      'A comment matches when every word of the text is in it: whole words of letters and digits, in any case and order.',
      'Without a text and a counterparty, a page costs the same wherever it is. The first search that reaches far into a long history may answer busy',
      'a few times while the history is indexed: ask again, and it goes on from there.',
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      akey: params.avatar('Key of the avatar who owns the account.'),
      account_name: params.accountName('Name of the account.'),
      offset: pageOffset('How many of the newest to leave out, of those that match.'),
      limit: pageLimit(MAX_LIMIT, { least: -1 }),
      from_time: fromTime,
      to_time: toTime,
      text: param(t.string({ max: 256 }), 'Words that the comment must hold, all of them; empty: any comment.', ''),
      other_akey: param(t.string({ max: 63 }), 'Key or name of the avatar or group on the other side; empty: anybody.', ''),
      after: params.afterLine,
    },
    result: t.array(TRANSACTION),
    resultDoc: 'Transactions: amount is negative where money left the account; balance is the one after it; other_* is the other side.',
    isRepeatable: true,
    faults: [unknownAccount, searchTooBroad],
    authority: accountAccess(bank, RIGHTS.read),
    async handler({ account_name, text, other_akey, from_time, to_time, ...page }, { owner }) {
      const account = await bank.accounts.get(owner, account_name);
      const words = wordsOf(text);
      if (text !== '' && words.size === 0) {
        throw invalidParams(`text is ${JSON.stringify(text.slice(0, 40))}; a word of letters or digits is needed, or an empty text`);
      }
      const wanted = { words, counterparty: other_akey === '' ? undefined : await ownerKey(bank.avatars, other_akey) };
      const lines = await bank.statements.newestFirst(account, periodOf({ from_time, to_time }), wanted, pageOf(page));
      const names = await bank.owners.names(lines.map((line) => line.counterparty));
      return lines.map((line) => ({
        transaction_id: line.journalId,
        time: line.time,
        type: line.kind,
        amount: minorToMajor(line.amount, account.currency),
        balance: minorToMajor(line.balance, account.currency),
        other_akey: line.counterparty,
        other_name: names.get(line.counterparty) ?? '',
        comment: line.comment,
      }));
    },
  });
