import { type Param, param, t } from '@scrip/rpc';

// Parameters that name people and what is theirs.

/** A key or a name. Longer than any that exists, so that an unknown one is unknown rather than malformed. */
export const keyOrName = t.string({ max: 255 });

/** Somebody, or a group, by key or name. */
export function keyOrNameParam(doc: string, ...usual: [] | [string]): Param<string> {
  return param(keyOrName, doc, ...usual);
}

/** The grid that they are of. */
export function realmParam(whom: string): Param<string> {
  return param(t.string({ max: 63 }), `The grid that ${whom} is of: empty for this one, otherwise a grid's name.`, '');
}

/** What a new name has to be; `nameProblem` decides. */
export const NAME_RULE = '1 to 63 characters without commas, `#`, `::` and invisible characters, and no key.';
