import { unknownAvatar, unknownRealm } from '@scrip/avatars';
import { POSTING_FAULTS } from '@scrip/bank';
import { banned } from '../access/errors.ts';
import { unknownProduct } from '../products/errors.ts';
import { unknownVendor } from '../vendors/errors.ts';
import { notAnAffiliate, priceChanged, soldOut, tooManyOrders, wrongVendor } from './errors.ts';

/** What a purchase may end in. */
export const PURCHASE_FAULTS = [
  ...POSTING_FAULTS,
  unknownAvatar,
  unknownRealm,
  unknownProduct,
  unknownVendor,
  wrongVendor,
  banned,
  notAnAffiliate,
  priceChanged,
  soldOut,
  tooManyOrders,
] as const;
