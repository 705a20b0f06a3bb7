import { param, t } from '@scrip/rpc';

export const code = param(t.string({ max: 64, secret: true }), 'The code of the gift card, in either case, with or without dashes.');
