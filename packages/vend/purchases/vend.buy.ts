import { keyOrNameParam, unknownAvatar, unknownRealm } from '@scrip/avatars';
import { accountNameParam, POSTING_FAULTS, WORKING } from '@scrip/bank';
import { chainOf } from '@scrip/capability';
import { type Decimal, minorToMajor } from '@scrip/kernel';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import { banned } from '../access/errors.ts';
import { transactionOf } from '../orders/shown.ts';
import { capabilities, productId, requestId } from '../params.ts';
import { payerAuthority } from '../payer.ts';
import { unknownProduct } from '../products/errors.ts';
import type { Vend } from '../vend.ts';
import { unknownVendor } from '../vendors/errors.ts';
import { notAnAffiliate, priceChanged, soldOut, tooManyOrders, wrongVendor } from './errors.ts';
import { affiliate, sellerOf, vendorId } from './params.ts';
import { MAX_WAITING } from './purchases.ts';

export const buy = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.buy',
    summary: 'Buys a product, for oneself or as a gift, and queues its delivery.',
    notes: [
      "The price, less a VIP's discount (rounded up to the smallest unit), is shared at once: a commission for the affiliate who sold it,",
      'what partners and creator get, and the rest for the merchant; who gets the odd unit is drawn, so that each gets their exact share in the',
      'long run. A share of the buyer stays with the buyer. The',
      'payment, the order and its delivery are one transaction: nothing is paid without an order. Each is paid into `working`, or where that',
      'is in another currency than the price into their first account by name that is in it; who has none can not be paid, and it can not',
      'be bought (bank.currency_mismatch). A vendor in-world opens what it sells to',
      'anybody, in a private collection too; its owner is the affiliate, if in the affiliate group. Merchants can not buy from themselves.',
      `What costs nothing is ordered without a payment. At most ${MAX_WAITING} orders of one product by one buyer can wait to be delivered. Whom it is a`,
      'gift for is notified (kind `gift`). A retry under its request_id gets the same order, in the state that it is in by then.',
      'Always send max_price, what vend.quote told or the buyer saw: without it the price is paid that holds by then.',
    ].join('\n'),
    params: {
      capabilities,
      prod_id: productId,
      recipient: keyOrNameParam('Key or name of the avatar that it is a gift for; empty: the caller.', ''),
      vendor_id: vendorId,
      affiliate,
      account_name: accountNameParam('The account of the caller that pays, and that a refund goes to.', WORKING),
      use_credit: param(t.flag(), 'Whether store credit at this merchant pays first, and the account only the rest.', 0),
      max_price: param(
        t.amount({ usual: 'double' }),
        'The most that it may cost, in major units; -1 (not advised): whatever it costs by then.',
        '-1' as Decimal,
      ),
      request_id: requestId,
    },
    result: t.struct({ order_id: t.string(), transaction_id: t.string(), price: t.double(), credit_used: t.double(), state: t.string() }),
    resultDoc: 'The order: transaction_id is empty where nothing was paid, price is what it cost in all, state is queued.',
    faults: [
      ...POSTING_FAULTS,
      unknownAvatar,
      unknownRealm,
      unknownProduct,
      unknownVendor,
      wrongVendor,
      banned,
      notAnAffiliate,
      priceChanged,
      soldOut,
      tooManyOrders,
    ],
    authority: payerAuthority,
    async handler(input, { principal }) {
      const { akey } = principal;
      const receipt = await vend.purchases.buy({
        principal: akey,
        chain: chainOf(principal),
        requestId: input.request_id,
        buyer: akey,
        recipient: input.recipient === '' ? akey : (await vend.avatars.get(input.recipient)).akey,
        productId: input.prod_id,
        ...(await sellerOf(vend, input)),
        accountName: input.account_name,
        useCredit: input.use_credit === 1,
        maxPrice: input.max_price,
      });
      const currency = await vend.bank.currencies.get(receipt.currency);
      return {
        order_id: receipt.id,
        transaction_id: transactionOf(receipt),
        price: minorToMajor(receipt.amount, currency),
        credit_used: minorToMajor(receipt.creditUsed, currency),
        state: receipt.state,
      };
    },
  });
