import { ownerKey, unknownAvatar } from '@scrip/avatars';
import { grantorAuthority } from '@scrip/capability';
import { type Procedure, param, procedure, requestConflict, t } from '@scrip/rpc';
import { unknownAccount } from '../accounts/errors.ts';
import type { Bank } from '../bank.ts';
import * as params from '../params.ts';
import { invalidAmount, sameAccount } from '../posting/errors.ts';
import { tooManyStandingOrders } from './errors.ts';

const MAX_DAYS = 3_660;

export const createStandingOrder = (bank: Bank): Procedure =>
  procedure({
    name: 'bank.createStandingOrder',
    summary: 'Orders that an amount is paid every so many days from an account of the avatar who is logged in.',
    notes: [
      'Each payment is made as by bank.pay. One that is refused (too little money, a frozen account) is tried again after 1 hour, 6 hours and',
      'then daily, five times in all and never past the next date; then it is missed. Where it can not succeed any more (the account is closed,',
      'the group is gone) the order ends. So it does where the login that started it is revoked, though not where that expires. The owner is',
      'notified of all this (general.notifications, kind `standing_order`). Dates do not drift; days have 24 hours. What fell due while the',
      'server was down is paid one after the other. The login must not be one that was narrowed: the order outlives it.',
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      amount: params.amount,
      from_account_name: params.accountName('The account that pays.'),
      to_akey: params.avatar('Key of the avatar or group that is paid.'),
      to_account_name: param(t.string({ max: 63 }), 'The account that is paid, or `avatar` for in-world. Empty: `working`.'),
      every_days: param(t.int({ min: 1, max: MAX_DAYS }), 'Days from one payment to the next.'),
      first_in_days: param(t.int({ min: 0, max: MAX_DAYS }), 'Days until the first payment; 0: it is made within seconds.', 0),
      times: param(t.int({ min: 0, max: 100_000 }), 'How many payments, missed ones included; 0: until it is cancelled.', 0),
      comment: params.optionalComment,
      request_id: params.requestId,
    },
    result: t.string(),
    resultDoc: "The order's id.",
    faults: [unknownAvatar, unknownAccount, invalidAmount, sameAccount, requestConflict, tooManyStandingOrders],
    authority: grantorAuthority,
    handler: async (input, { akey, login }) =>
      bank.standingOrders.create({
        owner: akey,
        amount: input.amount,
        from: input.from_account_name,
        payee: await ownerKey(bank.avatars, input.to_akey),
        to: input.to_account_name,
        everyDays: input.every_days,
        firstInDays: input.first_in_days,
        times: input.times,
        comment: input.comment,
        requestId: input.request_id,
        login,
      }),
  });
