import { isUuid } from '@scrip/kernel';
import { invalidParams, type Param, param, type Type, t } from '@scrip/rpc';

// Parameters that the procedures of store credit, gift cards, lists and votes share.

export { capabilities, limit, merchantOf, productId as product } from './catalogue-params.ts';

const keyOrName = t.string({ max: 255 });

export const merchant = param(keyOrName, 'Key or name of the merchant.');
export const ownMerchant: Param<string> = param(keyOrName, 'Key or name of the merchant; empty: the caller.', '');
export const avatar = (doc: string) => param(t.string({ max: 255, min: 1 }), doc);
export const amount = param(t.int({ min: 1 }), "Whole major units of the currency of the merchant's `working`.");
export const comment: Param<string> = param(t.string(), 'Shown in the notification and in the histories. Cut at 64 characters.', '');
export const requestId: Param<string> = param(
  t.string({ max: 128 }),
  'Makes a retry safe: the same request under the same id is done once and answered alike. Any text of your own; empty: no retry is recognised.',
  '',
);
export const code = param(t.string({ max: 64, secret: true }), 'The code of the gift card, in either case, with or without dashes.');

const text = t.string({ max: 36 });
const key: Type<string> = {
  ...text,
  parse(value, path) {
    const given = text.parse(value, path).toLowerCase();
    if (given === '' || isUuid(given)) return given;
    throw invalidParams(`${path} is ${JSON.stringify(given)}; a key from the list is needed, or an empty text`);
  },
};

/** Where a page of a list begins. */
export const after = (which: string): Param<string> =>
  param(key, `The ${which} of the last one of the page before; empty for the first page.`, '');

/** As operations take `after`. */
export function behind(after: string): string | undefined {
  return after === '' ? undefined : after;
}
