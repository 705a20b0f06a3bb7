import { unknownAvatar, unknownRealm } from '@scrip/avatars';
import { minorToMajor } from '@scrip/kernel';
import { type Procedure, procedure, t } from '@scrip/rpc';
import { banned } from '../access/errors.ts';
import { percentOf } from '../catalogue/rules.ts';
import { capabilities, productId } from '../params.ts';
import { unknownProduct } from '../products/errors.ts';
import type { Vend } from '../vend.ts';
import { unknownVendor } from '../vendors/errors.ts';
import { quoteAuthority } from './authority.ts';
import { notAnAffiliate, wrongVendor } from './errors.ts';
import { affiliate, sellerOf, vendorId } from './params.ts';

const SHARE = t.struct({ key: t.string(), role: t.string(), amount: t.double() });

export const quote = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.quote',
    summary: 'Tells what a product costs the caller now, and those who sell it who gets how much of that.',
    notes: [
      'Those who sell the product (the merchant, a vend.manage grant, officers of the manager group) get the price without a discount and',
      "how it is shared; anybody else gets their own price and no shares. credit is the caller's store credit at the merchant, as far as it is",
      'in the currency of the price.',
    ].join('\n'),
    params: {
      capabilities,
      prod_id: productId,
      vendor_id: vendorId,
      affiliate,
    },
    result: t.struct({
      price: t.double(),
      full_price: t.double(),
      discount: t.double(),
      currency: t.string(),
      credit: t.double(),
      shares: t.array(SHARE),
    }),
    resultDoc:
      'discount is in percent of full_price. shares: key is that of an avatar or a group, role is affiliate, partner, creator or merchant; the amounts sum to the price, by largest remainder; a sale draws who gets the odd unit, and pays each at most one unit more or less than that.',
    isRepeatable: true,
    faults: [unknownAvatar, unknownRealm, unknownProduct, unknownVendor, wrongVendor, banned, notAnAffiliate],
    authority: quoteAuthority(vend),
    async handler({ prod_id, ...named }, { akey, seller }) {
      const { product, currency, discount, price, shares } = await vend.quotes.find({
        buyer: seller ?? akey,
        productId: prod_id,
        ...(await sellerOf(vend, named)),
      });
      const purse = await vend.credits.purse(product.merchant, akey, currency.code);
      return {
        price: minorToMajor(price, currency),
        full_price: minorToMajor(product.price, currency),
        discount: percentOf(discount),
        currency: currency.code,
        credit: minorToMajor(purse?.balance ?? 0n, currency),
        shares: seller ? shares.map(({ key, role, amount }) => ({ key, role, amount: minorToMajor(amount, currency) })) : [],
      };
    },
  });
