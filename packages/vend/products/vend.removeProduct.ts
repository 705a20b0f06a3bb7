import { type Procedure, procedure, t } from '@scrip/rpc';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import type { Vend } from '../vend.ts';
import { productAuthority } from './authority.ts';

export const removeProduct = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.removeProduct',
    summary: 'Removes a product for good: it is not sold any more.',
    notes: 'What was bought of it can still be delivered and refunded.',
    params: { capabilities: params.capabilities, prod_id: params.productId },
    result: t.int(),
    resultDoc: '1.',
    faults: [],
    authority: productAuthority(vend, RIGHTS.manage),
    async handler(_input, offer) {
      await vend.products.remove(offer);
      return 1;
    },
  });
