import { keyOrNameParam, NAME_RULE } from '@scrip/avatars';
import { capabilitiesParam } from '@scrip/capability';
import { isUuid } from '@scrip/kernel';
import { invalidParams, param, type Type, t } from '@scrip/rpc';

// Parameters and types that the procedures of several subjects share.

export const capabilities = capabilitiesParam;

const name = t.string({ max: 255, min: 1 });

export const merchant = keyOrNameParam('Key or name of the merchant, who created the collection; empty: the caller.');
export const collectionName = param(name, "Name of one of the merchant's collections, in any case.");
export const newCollectionName = param(name, NAME_RULE);
export const productName = param(name, '1 to 63 characters without invisible ones.');
export const productId = param(t.int(), 'Id of the product.');

export const ownMerchant = keyOrNameParam('Key or name of the merchant; empty: the caller.', '');
export const avatar = (doc: string) => param(t.string({ max: 255, min: 1 }), doc);

export const publicMerchant = param(t.string({ max: 255, min: 1 }), 'Key or name of the merchant, who created the collection.');
export const merchantRealm = param(t.string({ max: 63 }), 'The grid that the merchant is of: empty for this one.');
export const publicCollectionName = param(name, 'Name of a public collection of the merchant, in any case.');
export const offset = param(t.int({ min: 0 }), 'How many to leave out at the beginning.');
export const since = (what: string) =>
  param(
    t.int({ min: 0, max: Number.MAX_SAFE_INTEGER }),
    `Unix time in seconds: ${what} then or later. 0 for all. What no int holds may come as a double or a text.`,
  );

/** A text that is only taken where it fits. */
function checked(text: Type<string>, read: (given: string) => string | undefined, wanted: string): Type<string> {
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

const lowerKey = (given: string) => (isUuid(given) ? given.toLowerCase() : undefined);

export const objectKey = param(checked(t.string({ max: 36 }), lowerKey, 'a key'), "The object's key in-world.");
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

/** Where in a region; in-world positions are floats. */
export const coordinate = (axis: string, min: number, max: number) => {
  const number = t.double();
  const type: Type<number> = {
    ...number,
    parse(value, path) {
      const given = number.parse(value, path);
      if (given >= min && given <= max) return Math.floor(given) + 0;
      throw invalidParams(`${path} is ${given}; a number from ${min} to ${max} is needed`);
    },
  };
  return param(type, `${axis} in the region, in metres; cut to whole ones.`);
};

/** The members that are there: what a caller left out must not be written as undefined. */
export function given<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
