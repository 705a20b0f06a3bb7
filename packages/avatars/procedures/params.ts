import { param, t } from '@scrip/rpc';

/** A key or a name. Longer than any that exists, so that an unknown one is unknown rather than malformed. */
export const avatar = (doc: string) => param(t.string({ max: 255 }), doc);

export const realm = param(t.string({ max: 63 }), "The grid that the avatar is of: empty for this one, otherwise a grid's name.", '');
