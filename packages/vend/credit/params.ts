import { keyOrNameParam } from '@scrip/avatars';
import { commentParam, param, requestIdParam, t } from '@scrip/rpc';

// Parameters that the procedures of store credit and gift cards share.

export { avatar, capabilities, ownMerchant, productId as product } from '../params.ts';

export const merchant = keyOrNameParam('Key or name of the merchant.');
export const amount = param(t.int({ min: 1 }), "Whole major units of the currency of the merchant's `working`.");
export const comment = commentParam('Shown in the notification and in the histories. Cut at 64 characters.', '');
export const requestId = requestIdParam('done');
export const code = param(t.string({ max: 64, secret: true }), 'The code of the gift card, in either case, with or without dashes.');
