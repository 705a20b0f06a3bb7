import { capabilitiesParam, operatorAuthority } from '@scrip/capability';
import { type Procedure, procedure, t } from '@scrip/rpc';
import type { Avatars } from '../avatars.ts';
import * as params from './params.ts';

const AVATAR = t.struct({
  akey: t.string(),
  name: t.string(),
  email: t.string(),
  has_login: t.boolean(),
  challenge_login: t.boolean(),
  created: t.dateTime(),
});

export function listAvatars(avatars: Avatars): Procedure {
  return procedure({
    name: 'operator.listAvatars',
    summary: 'Lists the registered avatars in the order of their names.',
    params: { capabilities: capabilitiesParam, offset: params.offset, limit: params.limit },
    result: t.array(AVATAR),
    resultDoc: 'Avatars: email is empty where there is none; challenge_login is whether the documented md5 login works; created in UTC.',
    faults: [],
    authority: operatorAuthority,
    async handler({ offset, limit }) {
      const rows = await avatars.list(offset, limit);
      return rows.map(({ akey, name, email, passwordHash, md5Sealed, challengeLogin, createdAt }) => ({
        akey,
        name,
        email: email ?? '',
        has_login: passwordHash !== null,
        challenge_login: md5Sealed !== null && challengeLogin,
        created: createdAt,
      }));
    },
  });
}
