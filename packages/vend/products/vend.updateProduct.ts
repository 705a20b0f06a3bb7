import { unknownAvatar } from '@scrip/avatars';
import { unknownCurrency } from '@scrip/bank';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import { invalidName, invalidPrice, invalidShares } from '../catalogue/errors.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import type { Vend } from '../vend.ts';
import { productAuthority } from './authority.ts';
import { unknownPartner } from './errors.ts';
import { DETAILS_DOC, productChanges, readProductChanges } from './fields.ts';

export const updateProduct = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.updateProduct',
    summary: 'Changes a product.',
    notes: [
      DETAILS_DOC,
      'price: in major units of the currency that is named with it, or else of the one that it has; a currency can not come without a price.',
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      prod_id: params.productId,
      changes: param(productChanges, 'What is to be different; every member may be left out.'),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [invalidName, invalidPrice, invalidShares, unknownPartner, unknownAvatar, unknownCurrency],
    authority: productAuthority(vend, RIGHTS.updateProduct),
    async handler({ changes }, offer) {
      await vend.products.update(offer, readProductChanges(changes));
      return 1;
    },
  });
