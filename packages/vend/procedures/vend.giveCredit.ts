import { unknownAvatar } from '@scrip/avatars';
import { chainOf, POSTING_FAULTS, WORKING } from '@scrip/bank';
import { majorToMinor } from '@scrip/kernel';
import { type Procedure, procedure, t } from '@scrip/rpc';
import { merchantAuthority } from '../authority.ts';
import { ownCredit } from '../credit/errors.ts';
import type { Vend } from '../vend.ts';
import * as params from './credit-params.ts';

export const giveCredit = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.giveCredit',
    summary: 'Gives an avatar store credit: money that can be spent on the products of one merchant only.',
    notes: [
      "It is paid out of the merchant's `working`, so that every credit is covered, and is told to the avatar (general.notifications).",
      'It is theirs from then on: there is no way to take credit back, and it does not expire. It is in the currency of the',
      "merchant's `working` and pays for products that are priced in it.",
      "Who has a vend.manage grant gives the merchant's money.",
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      merchant: params.ownMerchant,
      akey: params.avatar('Key or name of the avatar who gets the credit.'),
      amount: params.amount,
      comment: params.comment,
      request_id: params.requestId,
    },
    result: t.string(),
    resultDoc: 'The transaction id.',
    faults: [...POSTING_FAULTS, unknownAvatar, ownCredit],
    authority: merchantAuthority(vend, 'manage', params.merchantOf),
    async handler({ akey, amount, comment, request_id }, { principal, merchant }) {
      const { akey: holder } = await vend.avatars.get(akey);
      const { currency } = await vend.bank.accounts.get(merchant, WORKING);
      const origin = { principal: principal.akey, requestId: request_id, chain: chainOf(principal) };
      return vend.credits.give({ ...origin, merchant, holder, amount: majorToMinor(amount, currency), comment });
    },
  });
