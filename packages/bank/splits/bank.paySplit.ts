import { unknownAvatar } from '@scrip/avatars';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import * as params from '../params.ts';
import { POSTING_FAULTS } from '../posting/faults.ts';
import { splitAccess } from './authority.ts';
import { MAX_PAYEES, type SplitInstruction } from './splits.ts';

export const paySplit = (bank: Bank): Procedure =>
  procedure({
    name: 'bank.paySplit',
    summary: 'Pays several at once, by shares, with a fee taken off first: all of it happens, or nothing.',
    notes: [
      'Shares are relative: 1, 1 and 2 is a quarter, a quarter and a half; up to six decimal places count. Every unit is accounted for: each gets',
      'their exact part rounded up or down, which is drawn, so that it is exact in the long run; a retry under its request_id draws the same.',
      'Each payee is paid as by bank.pay. With preview = 1 nothing is booked: the amounts are those by largest remainder, and what is booked',
      'differs from them by at most one unit each.',
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      amount: params.amount,
      from_akey: params.avatar('Key of the avatar who pays.'),
      from_account_name: params.accountName('The account that pays.'),
      payees: param(
        t.array(t.struct({ akey: t.string({ max: 63, min: 1 }), account_name: t.string({ max: 63 }), share: t.double() }), {
          max: MAX_PAYEES,
        }),
        `Up to ${MAX_PAYEES} structs: key or name of an avatar, or key of a group; the account (empty: \`working\`), and the share.`,
      ),
      comment: params.comment,
      fee_akey: param(
        t.string({ max: 63 }),
        'Key or name of the avatar, or key of the group, that gets the fee; empty: there is none.',
        '',
      ),
      fee_percent: param(t.double(), 'How much of the amount is the fee, in percent; below 100.', 0),
      notify: param(t.flag(), 'Whether those who are paid get a notification.', 0),
      preview: param(t.flag(), '1 to be told the amounts only.', 0),
      request_id: params.requestId,
    },
    result: t.struct({ transaction_id: t.string(), fee: t.double(), amounts: t.array(t.double()) }),
    resultDoc: 'The transaction id (empty for a preview), the fee, and what each payee gets, in order.',
    faults: [...POSTING_FAULTS, unknownAvatar],
    authority: splitAccess(bank),
    async handler(input, { principal, payer, chain, payees, fee }) {
      const instruction: SplitInstruction = {
        principal,
        chain,
        requestId: input.request_id,
        amount: input.amount,
        payer,
        from: input.from_account_name,
        payees: payees.map((payee, index) => ({ payee, share: input.payees[index]?.share ?? 0 })),
        fee: fee && { payee: fee, percent: input.fee_percent },
        comment: input.comment,
        notify: input.notify === 1,
      };
      const { transactionId, ...split } =
        input.preview === 1 ? { transactionId: '', ...(await bank.splits.preview(instruction)) } : await bank.splits.pay(instruction);
      return { transaction_id: transactionId, fee: split.fee, amounts: [...split.amounts] };
    },
  });
