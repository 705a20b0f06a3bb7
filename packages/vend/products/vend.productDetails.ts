import { type Procedure, procedure } from '@scrip/rpc';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import type { Vend } from '../vend.ts';
import { productAuthority } from './authority.ts';
import { productDetails as details, productWriter } from './fields.ts';

export const productDetails = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.productDetails',
    summary: 'Tells everything about a product but how its sales are shared.',
    notes: 'Who manages the collection finds that with vend.productShares.',
    params: { capabilities: params.capabilities, prod_id: params.productId },
    result: details,
    resultDoc: 'quantity is -1 where there is no end; rating is the mean of total_votes votes from 1 to 5, or 0; times are UTC.',
    isRepeatable: true,
    faults: [],
    authority: productAuthority(vend, RIGHTS.see),
    async handler(_input, { product }) {
      const write = await productWriter(vend, [product]);
      return write(product);
    },
  });
