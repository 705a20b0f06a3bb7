import { type Procedure, procedure, t } from '@scrip/rpc';
import { ratingOf } from '../model.ts';
import * as params from '../params.ts';
import { productAuthority } from '../products/authority.ts';
import { RIGHTS } from '../rights.ts';
import type { Vend } from '../vend.ts';

export const rating = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.rating',
    summary: 'Tells how a product is rated.',
    params: { capabilities: params.capabilities, prod_id: params.productId },
    result: t.struct({ rating: t.double(), total_votes: t.int(), mine: t.int() }),
    resultDoc: 'The mean of all votes from 1 to 5, how many there are, and what the caller has voted; 0 where there are none.',
    isRepeatable: true,
    faults: [],
    authority: productAuthority(vend, RIGHTS.see),
    async handler(_input, { principal, product }) {
      return { rating: ratingOf(product), total_votes: product.votes, mine: (await vend.votes.voteBy(principal.akey, product)) ?? 0 };
    },
  });
