import { fromTime, type Procedure, pageLimit, pageOf, pageOffset, param, periodOf, procedure, t, toTime } from '@scrip/rpc';
import { unknownAccount } from '../accounts/errors.ts';
import { accountAccess } from '../authority.ts';
import type { Bank } from '../bank.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import { csv } from './csv.ts';

const MAX_LIMIT = 1_000;

export const exportTransactions = (bank: Bank): Procedure =>
  procedure({
    name: 'bank.exportTransactions',
    summary: 'Exports what was moved to and from an account as CSV, oldest first.',
    notes: [
      'CSV as in RFC 4180, with a header line on every page: transaction_id,time,type,amount,balance,other_akey,other_name,comment.',
      'Times are UTC, as 2006-10-23 03:08:00Z; amounts are exact decimals, negative where money left the account.',
      'A name or comment gets an apostrophe in front that begins with =, +, -, @ or with what some spreadsheets separate cells by (a semicolon, a bar, a tab,',
      'a new line), and so does =, +, - or @ behind one of these: spreadsheets would take them for formulas.',
      `At most ${MAX_LIMIT} lines a call, and fewer where they would make the reply longer than 512 KiB: the next page begins at offset plus the lines that`,
      'came, and a page of the header alone is the end. Pages stay the same while more is paid.',
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      akey: params.avatar('Key of the avatar who owns the account.'),
      account_name: params.accountName('Name of the account.'),
      from_time: fromTime,
      to_time: toTime,
      offset: pageOffset('How many of the oldest to leave out.'),
      limit: param(pageLimit(MAX_LIMIT, { least: -1 }).type, `How many to export; -1 for ${MAX_LIMIT}.`, MAX_LIMIT),
      after: params.afterLine,
    },
    result: t.string(),
    resultDoc: 'The CSV text.',
    isRepeatable: true,
    faults: [unknownAccount],
    authority: accountAccess(bank, RIGHTS.read),
    async handler({ account_name, from_time, to_time, ...page }, { owner }) {
      const account = await bank.accounts.get(owner, account_name);
      const lines = await bank.statements.oldestFirst(account, periodOf({ from_time, to_time }), pageOf(page));
      const names = await bank.owners.names(lines.map((line) => line.counterparty));
      return csv(lines, names, account.currency.scale);
    },
  });
