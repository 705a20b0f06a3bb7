import { param, t } from '@scrip/rpc';

// What giving credit and buying a gift card share.

export const amount = param(t.int({ min: 1 }), "Whole major units of the currency of the merchant's `working`.");
