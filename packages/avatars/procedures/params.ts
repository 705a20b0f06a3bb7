import { param, t } from '@scrip/rpc';

/** A key or a name. Longer than any that exists, so that an unknown one is unknown rather than malformed. */
export const avatar = (doc: string) => param(t.string({ max: 255 }), doc);

export const realm = param(t.string({ max: 63 }), "The grid that the avatar is of: empty for this one, otherwise a grid's name.", '');
export const offset = param(t.int({ min: 0, max: 1_000_000 }), 'How many to leave out at the beginning.', 0);
export const limit = param(t.int({ min: 0, max: 1_000 }), 'How many to list, at most 1000.', 100);
