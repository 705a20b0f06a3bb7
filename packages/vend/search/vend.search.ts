import { unknownAvatar } from '@scrip/avatars';
import { afterNumber, type Procedure, pageOf, param, procedure, t } from '@scrip/rpc';
import { MAX_CATEGORIES } from '../catalogue/rules.ts';
import { productDetails, productWriter } from '../products/fields.ts';
import type { Vend } from '../vend.ts';
import { searchAuthority } from './authority.ts';
import { orderOf } from './order.ts';
import * as params from './params.ts';

const MAX_LIMIT = 100;

/** What vend.findProductsVendor finds, and more of it. */
export const search = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.search',
    summary: 'Finds products, with all their details.',
    notes: params.SEARCH_NOTES,
    params: {
      capabilities: params.capabilities,
      text: param(params.text, 'Words to search for, all of them; empty: any product.', ''),
      merchant: params.merchant(''),
      categories: param(
        t.array(t.string({ max: 255 }), { max: MAX_CATEGORIES }),
        'Categories that the product must be in, all of them, in any case.',
        [],
      ),
      include_mature: params.includeMature(0),
      orderby: params.orderby('featured'),
      low_price: params.lowPrice(-1),
      high_price: params.highPrice(-1),
      offset: params.offset(0),
      limit: param(t.int({ min: 0, max: MAX_LIMIT }), `How many to list, at most ${MAX_LIMIT}.`, 30),
      after: afterNumber('prod_id'),
    },
    result: t.struct({ total: t.int(), products: t.array(productDetails) }),
    resultDoc: 'total: how many match in all; products: those from the offset on, as vend.productDetails tells them.',
    isRepeatable: true,
    faults: [unknownAvatar],
    authority: searchAuthority(vend),
    async handler({ text, merchant, categories, include_mature, orderby, low_price, high_price, ...page }, { readable }) {
      const filters = { merchant, mature: include_mature, low: low_price, high: high_price };
      const wanted = await params.readWanted(vend, { text, categories, ...filters });
      const { total, products } = await vend.search.find(wanted, readable, { order: orderOf(orderby), ...pageOf(page) });
      return { total, products: products.map(await productWriter(vend, products)) };
    },
  });
