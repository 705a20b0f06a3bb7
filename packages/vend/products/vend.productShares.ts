import { type Procedure, procedure, t } from '@scrip/rpc';
import { percentOf } from '../catalogue/rules.ts';
import { WHOLE } from '../model.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import type { Vend } from '../vend.ts';
import { productAuthority } from './authority.ts';

const PARTNER = t.struct({ key: t.string(), name: t.string(), percent: t.double() });

export const productShares = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.productShares',
    summary: 'Tells who gets how much of each sale of a product.',
    params: { capabilities: params.capabilities, prod_id: params.productId },
    result: t.struct({
      creator_akey: t.string(),
      creator_share: t.double(),
      seller_commission: t.double(),
      partners: t.array(PARTNER),
      merchant_share: t.double(),
    }),
    resultDoc:
      'Percentages: of the creator, of an affiliate where one sold it, of each partner (an avatar or a group), and what is left for the merchant of such a sale.',
    isRepeatable: true,
    faults: [],
    authority: productAuthority(vend, RIGHTS.manage),
    async handler(_input, { product, collection }) {
      const { creator, creatorShare, partners } = product;
      const names = await vend.bank.owners.names(partners.map(({ key }) => key));
      const left = partners.reduce((rest, { share }) => rest - share, WHOLE - creatorShare - collection.commission);
      return {
        creator_akey: creator,
        creator_share: percentOf(creatorShare),
        seller_commission: percentOf(collection.commission),
        partners: partners.map(({ key, share }) => ({ key, name: names.get(key) ?? '', percent: percentOf(share) })),
        merchant_share: percentOf(left),
      };
    },
  });
