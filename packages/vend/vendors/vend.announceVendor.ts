import { type Procedure, param, procedure, t } from '@scrip/rpc';
import { invalidName } from '../catalogue/errors.ts';
import * as params from '../params.ts';
import { unknownProduct } from '../products/errors.ts';
import type { Vend } from '../vend.ts';
import { announcingAuthority } from './authority.ts';
import { tooManyVendors, vendorTaken } from './errors.ts';
import * as vendorParams from './params.ts';
import { MAX_VENDORS } from './store.ts';

/** Metres: beyond the largest region, and beyond the highest that anything can be built. */
const MAX_EDGE = 65_535;

export const announceVendor = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.announceVendor',
    summary: 'Tells where an object stands in-world and what it sells: a collection, or one product of it.',
    notes: [
      'The object is that of the avatar who is logged in. Announced again, it has moved or sells something else. What the affiliate group',
      'sells earns its members the commission of the collection. An object that another avatar announced stays with them until',
      'the merchant from whose collection it sells takes it over, or the object itself, over the relay: signed, or from a grid that the operator',
      `trusts, and with a login of its owner. An avatar has at most ${MAX_VENDORS} vendors; vend.removeVendor takes one out.`,
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      merchant: params.merchant,
      collection_name: params.collectionName,
      object_key: vendorParams.objectKey,
      region: param(t.string({ max: 255, min: 1 }), 'Name of the region: 1 to 63 characters without slashes and invisible ones.'),
      x: vendorParams.coordinate('x', 0, MAX_EDGE),
      y: vendorParams.coordinate('y', 0, MAX_EDGE),
      z: vendorParams.coordinate('z', -MAX_EDGE, MAX_EDGE),
      mature_region: param(t.boolean(), 'Whether the region is for adults.', false),
      prod_id: param(t.int({ min: 0 }), 'Id of the product of the collection that it sells; 0: all of them.', 0),
    },
    result: t.string(),
    resultDoc: '`added` or `updated`.',
    faults: [unknownProduct, invalidName, vendorTaken, tooManyVendors],
    authority: announcingAuthority(vend),
    handler({ object_key, region, x, y, z, mature_region, prod_id }, announcer) {
      const place = { objectKey: object_key, region, x, y, z, matureRegion: mature_region };
      return vend.vendors.announce({ ...place, ...announcer, productId: prod_id === 0 ? null : prod_id });
    },
  });
