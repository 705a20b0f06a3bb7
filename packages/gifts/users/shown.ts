import { t } from '@scrip/rpc';
import { ID_NAMES, type User } from './model.ts';

const ID = t.optional(t.string());

/** A user as others see them: what is not known is not there. */
export const SHOWN_USER = t.struct({
  lang: t.optional(t.string()),
  first_name: t.string(),
  last_name: t.string(),
  twitterid: ID,
  fbid: ID,
  deviceid: ID,
  email: ID,
  googleid: ID,
  username: ID,
  avatar: ID,
});

export function shownUser({ firstName, lastName, lang, ...ids }: User) {
  const known = Object.fromEntries(ID_NAMES.flatMap((name) => (ids[name] === null ? [] : [[name, ids[name]]])));
  return { ...(lang !== '' && { lang }), first_name: firstName, last_name: lastName, ...known };
}
