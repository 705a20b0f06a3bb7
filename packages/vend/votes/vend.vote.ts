import { type Procedure, param, procedure, t } from '@scrip/rpc';
import { ratingOf } from '../model.ts';
import * as params from '../params.ts';
import { unknownProduct } from '../products/errors.ts';
import type { Vend } from '../vend.ts';
import { voterAuthority } from './authority.ts';
import { notBought, ownProduct } from './errors.ts';

export const vote = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.vote',
    summary: 'Rates a product that the avatar who is logged in has bought, or was given.',
    notes: [
      'Each avatar has one vote on a product; voting again changes it, and it can not be taken back. What was refunded does not entitle to',
      'a vote, but a vote that was cast before stays. It counts for the rating of the collection too.',
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      prod_id: params.productId,
      rating: param(t.int({ min: 1, max: 5 }), '1 to 5, where 5 is best.'),
    },
    result: t.struct({ rating: t.double(), total_votes: t.int(), mine: t.int() }),
    resultDoc: 'The mean of all votes with this one, how many there are, and this one.',
    faults: [ownProduct, notBought, unknownProduct],
    authority: voterAuthority(vend),
    async handler({ rating }, { principal, product }) {
      const tally = await vend.votes.vote(product, principal.akey, rating);
      return { rating: ratingOf(tally), total_votes: tally.votes, mine: rating };
    },
  });
