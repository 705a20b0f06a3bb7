import { keyOrName, keyOrNameParam, NAME_RULE, realmParam } from '@scrip/avatars';
import { capabilitiesParam } from '@scrip/capability';
import { formatSlots, param, requestIdParam, type Type, t } from '@scrip/rpc';

// Parameters that many of the procedures of groups share, in the words of the Apez document.

export const capabilities = param(capabilitiesParam.type, `${capabilitiesParam.doc} A groups capability works alone.`);

export const requestId = requestIdParam('made');

/** A key or a name. The documented PHP example passes what general.listGroupsCreated gave it, a pair of key and name. */
const group: Type<string> = {
  ...keyOrName,
  schema: { anyOf: [keyOrName.schema, { type: 'array', items: keyOrName.schema, minItems: 2, maxItems: 2 }] },
  parse: (value, path) => keyOrName.parse(Array.isArray(value) && value.length === 2 ? value[0] : value, path),
};

export const creator = keyOrNameParam(
  'Key or name of the creator of the group. Empty: the caller, where the group is named; anybody, where its key is given.',
  '',
);
export const creatorRealm = realmParam('the creator');
export const groupKeyOrName = param(
  group,
  'Key of the group, or its name among those of the creator, in any case. Of a pair of key and name the key is taken.',
);
export const memberRealm = realmParam('the member');
export const groupName = param(t.string(), NAME_RULE);

export const list = formatSlots(['array', 'csv']);
