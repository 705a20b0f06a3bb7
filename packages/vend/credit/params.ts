import { param, t } from '@scrip/rpc';

// What giving credit and buying a gift card share.

export const amount = param(t.amount(), "Major units of the currency of the merchant's `working`; above zero.");
