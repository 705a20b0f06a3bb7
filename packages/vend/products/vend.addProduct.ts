import { unknownAvatar } from '@scrip/avatars';
import { unknownCurrency } from '@scrip/bank';
import type { Keep } from '@scrip/capability';
import { type Procedure, param, procedure, requestConflict, t } from '@scrip/rpc';
import { invalidName, invalidPrice, invalidShares } from '../catalogue/errors.ts';
import { collectionAuthority } from '../collections/authority.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import type { Vend } from '../vend.ts';
import { tooManyProducts, unknownPartner } from './errors.ts';
import { DETAILS_DOC, newProductDetails, readProductChanges } from './fields.ts';
import { MAX_PRODUCTS } from './products.ts';

export const addProduct = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.addProduct',
    summary: 'Adds a product to a collection.',
    notes: [
      `A collection has at most ${MAX_PRODUCTS} products. Where nothing else is said, the next owner may give it away but neither copy nor change it,`,
      'there is no end of it, and the merchant made it and gets everything that it is sold for.',
      DETAILS_DOC,
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      merchant: params.merchant,
      collection_name: params.collectionName,
      product_name: param(params.name, '1 to 63 characters without invisible ones.'),
      price: param(t.amount({ usual: 'double' }), 'In major units of its currency, exact to its smallest amount; 0: it is free.'),
      details: param(newProductDetails, 'What is to be other than usual; every member may be left out.', {}),
      request_id: params.madeOnce,
    },
    result: t.int(),
    resultDoc: 'The id of the product.',
    faults: [invalidName, invalidPrice, invalidShares, tooManyProducts, unknownPartner, unknownAvatar, unknownCurrency, requestConflict],
    authority: collectionAuthority(vend, RIGHTS.addProduct),
    async handler(input, { principal, collection }) {
      const { product_name, price, details } = input;
      const add = (keep: Keep) => vend.products.add(collection, product_name, price, readProductChanges(details), keep);
      return Number(await vend.creations.once('vend.addProduct', input, principal.akey, add));
    },
  });
