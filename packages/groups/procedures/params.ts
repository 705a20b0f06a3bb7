import { capabilitiesParam } from '@scrip/capability';
import { formatSlots, param, type Type, t } from '@scrip/rpc';

// Parameters that many of the procedures of groups share, in the words of the Apez document.

export const capabilities = param(capabilitiesParam.type, `${capabilitiesParam.doc} A groups capability works alone.`);

/** Longer than any that exists, so that an unknown one is unknown rather than malformed. */
const keyOrName = t.string({ max: 255 });

/** A key or a name. The documented PHP example passes what general.listGroupsCreated gave it, a pair of key and name. */
const group: Type<string> = {
  ...keyOrName,
  schema: { anyOf: [keyOrName.schema, { type: 'array', items: keyOrName.schema, minItems: 2, maxItems: 2 }] },
  parse: (value, path) => keyOrName.parse(Array.isArray(value) && value.length === 2 ? value[0] : value, path),
};

const realmOf = (whose: string) =>
  param(t.string({ max: 63 }), `The grid that ${whose} is of: empty for this one, otherwise a grid's name.`, '');

export const creator = param(
  keyOrName,
  'Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given.',
  '',
);
export const creatorRealm = realmOf('the creator');
export const groupKeyOrName = param(
  group,
  'Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken.',
);
export const avatar = (doc: string) => param(keyOrName, doc);
export const memberRealm = realmOf('the member');
export const groupName = param(t.string(), '1 to 63 characters without commas, `#`, `::` and invisible characters, and no key.');

export const list = formatSlots(['array', 'csv']);
