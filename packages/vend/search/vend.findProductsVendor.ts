import { unknownAvatar } from '@scrip/avatars';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import type { Product } from '../model.ts';
import type { Vend } from '../vend.ts';
import { searchAuthority } from './authority.ts';
import { readKeyword } from './keyword.ts';
import { orderOf } from './order.ts';
import * as params from './params.ts';

const MAX_LIMIT = 30;

/** Apez, vend.findProductsVendor. */
export const findProductsVendor = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.findProductsVendor',
    summary: 'Finds products, in a form that scripts in-world can read.',
    notes: params.SEARCH_NOTES,
    params: {
      capabilities: params.capabilities,
      search_string64: param(
        params.text,
        'Base64 of the text to search for; a text that is no base64 is taken as it stands. Empty: any product.',
      ),
      merchant_key: params.merchant(),
      include_mature: params.includeMature(),
      orderby: params.orderby(),
      low_price: params.lowPrice(),
      high_price: params.highPrice(),
      offset: params.offset(),
      limit: param(t.int({ min: -1 }), `How many to list; -1, or more than ${MAX_LIMIT}: ${MAX_LIMIT}.`),
    },
    result: t.string(),
    resultDoc: [
      'How many match in all, and then products, each after a comma: `prod_id:texture_key:texture_anim_params`. The texture may be empty; the',
      'parameters of its animation are separated by `|`, and `-` where it is not animated.',
    ].join(' '),
    isRepeatable: true,
    faults: [unknownAvatar],
    authority: searchAuthority(vend),
    async handler({ search_string64, merchant_key, include_mature, orderby, low_price, high_price, offset, limit }, { readable }) {
      const filters = { merchant: merchant_key, mature: include_mature, low: low_price, high: high_price };
      const wanted = await params.readWanted(vend, { text: readKeyword(search_string64), categories: [], ...filters });
      const page = { order: orderOf(orderby), offset, limit: limit === -1 ? MAX_LIMIT : Math.min(limit, MAX_LIMIT) };
      const { total, products } = await vend.search.find(wanted, readable, page);
      return [total, ...products.map(lineOf)].join(',');
    },
  });

function lineOf({ id, textureKey, textureAnim }: Product): string {
  return `${id}:${textureKey}:${textureAnim === '' ? '-' : textureAnim}`;
}
