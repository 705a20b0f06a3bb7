import { keyOrNameParam } from '@scrip/avatars';
import { capabilitiesParam } from '@scrip/capability';
import { isUuid } from '@scrip/kernel';
import { invalidParams, param, requestIdParam, type Type, t } from '@scrip/rpc';

// Parameters and types that the procedures of several subjects share.

export const capabilities = capabilitiesParam;
export const requestId = requestIdParam('done');
export const madeOnce = requestIdParam('made');

export const name = t.string({ max: 255, min: 1 });

export const merchant = keyOrNameParam('Key or name of the merchant, who created the collection; empty: the caller.');
export const collectionName = param(name, "Name of one of the merchant's collections, in any case.");
export const productId = param(t.int(), 'Id of the product.');

export const ownMerchant = keyOrNameParam('Key or name of the merchant; empty: the caller.', '');
export const avatar = (doc: string) => param(name, doc);

/** A text that is only taken where it fits. */
export function checked(text: Type<string>, read: (given: string) => string | undefined, wanted: string): Type<string> {
  return {
    ...text,
    parse(value, path) {
      const given = text.parse(value, path);
      const kept = read(given);
      if (kept !== undefined) return kept;
      throw invalidParams(`${path} is ${JSON.stringify(given.slice(0, 40))}; ${wanted} is needed`);
    },
  };
}

/** A key in lower case; undefined where the text is none. */
export const lowerKey = (given: string) => (isUuid(given) ? given.toLowerCase() : undefined);

export const textureKey = checked(
  t.string({ max: 36 }),
  (given) => (given === '' ? '' : lowerKey(given)),
  'the key of a texture, or an empty text,',
);
/** What stands in URLs: nothing that would have to be escaped there. */
export const urlPart = checked(
  t.string({ max: 255 }),
  (given) => (/^[!-~]*$/.test(given) ? given : undefined),
  'a part of a URL without spaces',
);
/** As the search lists them: between colons and commas, `-` for none. */
export const textureAnim = checked(
  t.string({ max: 127 }),
  (given) => (given === '-' ? '' : /^[A-Za-z0-9_.+|-]*$/.test(given) ? given : undefined),
  'parameters of an animation, separated by `|`,',
);

/** The members that are there: what a caller left out must not be written as undefined. */
export function given<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
