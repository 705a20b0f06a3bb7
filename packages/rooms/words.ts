import { param, t } from '@scrip/rpc';

// Parameters that several procedures of rooms have.

/** Of the site that calls; what it opens is that site's own. */
export const keyParam = param(t.string({ max: 255, secret: true }), 'The key of the site.');

export const performerIdParam = param(t.int({ min: 1 }), "The performer's number: general.getAvatarUserId.");

export const nicknameParam = param(
  t.string({ max: 255 }),
  'The nickname that the customer joined under, or the one that joinRoom answered.',
);

export const customerIdParam = param(
  t.int({ min: 0 }),
  "The site's own number of the customer; 0 for a guest, who goes by the nickname.",
  0,
);

export const ipAddressParam = param(t.string({ max: 64 }), "The customer's IPv4 or IPv6 address.");

export const creditsParam = param(t.int({ min: 0 }), "What the customer can spend: whole units of the currency of the site's account.");

export const siteNameParam = param(t.string({ min: 1, max: 63 }), 'What the site is called.');

/** Why the site's procedures are public: no capability opens them. */
export const BY_KEY = 'the key of the site says who calls';
