import { keyOrNameParam, unknownAvatar } from '@scrip/avatars';
import { accountNameParam, POSTING_FAULTS, toMinor, WORKING } from '@scrip/bank';
import { chainOf } from '@scrip/capability';
import { minorToMajor } from '@scrip/kernel';
import { type Procedure, procedure, t } from '@scrip/rpc';
import { banned } from '../access/errors.ts';
import { amount } from '../credit/params.ts';
import { capabilities, requestId } from '../params.ts';
import { payerAuthority } from '../payer.ts';
import type { Vend } from '../vend.ts';
import { sellsNothing, tooManyGiftCards } from './errors.ts';
import { MAX_WAITING } from './store.ts';

export const buyGiftCard = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.buyGiftCard',
    summary: 'Buys a gift card: a code that is worth store credit at one merchant, once, to whoever redeems it.',
    notes: [
      'The money waits in an account of the card until somebody redeems it (vend.redeemGiftCard). A card does not expire and is not taken',
      'back; who has the code has the money, so it belongs in no log and no link. Its buyer sees it again in vend.myGiftCards, and gets the',
      `same one where a request is repeated under its request id. One buyer can have ${MAX_WAITING} cards that wait to be redeemed.`,
    ].join('\n'),
    params: {
      capabilities: capabilities,
      merchant: keyOrNameParam('Key or name of the merchant.'),
      amount,
      account_name: accountNameParam('The account of the caller that pays.', WORKING),
      request_id: requestId,
    },
    result: t.struct({ card_id: t.string(), code: t.string(), amount: t.double(), currency: t.string() }),
    resultDoc: 'The card: card_id is also the id of the transaction that paid for it, code is 28 letters and digits in groups of four.',
    faults: [...POSTING_FAULTS, unknownAvatar, sellsNothing, banned, tooManyGiftCards],
    authority: payerAuthority,
    async handler({ merchant: named, amount, account_name, request_id }, { principal }) {
      const { akey } = principal;
      const { akey: merchant } = await vend.avatars.get(named);
      const from = await vend.bank.accounts.get(akey, account_name);
      const card = await vend.giftCards.buy({
        principal: akey,
        requestId: request_id,
        chain: chainOf(principal),
        merchant,
        buyer: akey,
        from,
        amount: toMinor(amount, from.currency),
      });
      const { currency } = card.account;
      return { card_id: card.id, code: vend.giftCards.codeOf(card), amount: minorToMajor(card.amount, currency), currency: currency.code };
    },
  });
