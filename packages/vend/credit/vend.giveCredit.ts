import { unknownAvatar } from '@scrip/avatars';
import { POSTING_FAULTS, retryable, toMinor, WORKING } from '@scrip/bank';
import { chainOf } from '@scrip/capability';
import type { Decimal, Uuid } from '@scrip/kernel';
import { commentParam, type Procedure, procedure, t } from '@scrip/rpc';
import { merchantAuthority } from '../authority.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import type { Vend } from '../vend.ts';
import { hashOf as creditHash } from './credits.ts';
import { ownCredit } from './errors.ts';
import { amount } from './params.ts';

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
      amount,
      comment: commentParam('Shown in the notification and in the histories. Cut at 64 characters.', ''),
      request_id: params.requestId,
    },
    result: t.string(),
    resultDoc: 'The transaction id.',
    faults: [...POSTING_FAULTS, unknownAvatar, ownCredit],
    authority: retryable(merchantAuthority(vend, RIGHTS.own), {
      async hashOf(input: Input, caller: Uuid) {
        const merchant = input.merchant === '' ? caller : (await vend.avatars.get(input.merchant)).akey;
        return creditHash(await asked(vend, merchant, input));
      },
      find: (journalId: Uuid) => vend.bank.deals.booked(journalId),
    }),
    async handler(input, allowed) {
      if ('first' in allowed) return allowed.first.id;
      const { principal, merchant } = allowed.access;
      const origin = { principal: principal.akey, requestId: input.request_id, chain: chainOf(principal) };
      return vend.credits.give({ ...origin, ...(await asked(vend, merchant, input)) });
    },
  });

interface Input {
  readonly merchant: string;
  readonly akey: string;
  readonly amount: Decimal;
  readonly comment: string;
  readonly request_id: string;
}

/** As operations take it. */
async function asked({ avatars, bank }: Vend, merchant: Uuid, input: Input) {
  const { akey: holder } = await avatars.get(input.akey);
  const { currency } = await bank.accounts.get(merchant, WORKING);
  return { merchant, holder, amount: toMinor(input.amount, currency), comment: input.comment };
}
