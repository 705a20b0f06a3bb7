import { capabilitiesParam, operatorAuthority } from '@scrip/capability';
import { afterKey, type Procedure, pageLimit, pageOf, pageOffset, procedure, t } from '@scrip/rpc';
import type { Avatars } from '../avatars.ts';

const AVATAR = t.struct({
  akey: t.string(),
  name: t.string(),
  email: t.string(),
  has_login: t.boolean(),
  challenge_login: t.boolean(),
  disabled: t.boolean(),
  created: t.dateTime(),
});

export function listAvatars(avatars: Avatars): Procedure {
  return procedure({
    name: 'operator.listAvatars',
    summary: 'Lists the registered avatars in the order of their names.',
    params: {
      capabilities: capabilitiesParam,
      offset: pageOffset(undefined, 1_000_000),
      limit: pageLimit(1_000, { least: 0 }),
      after: afterKey('akey'),
    },
    result: t.array(AVATAR),
    resultDoc:
      'Avatars: email is empty where there is none; challenge_login is whether the documented md5 login works, disabled whether an operator has disabled the avatar; created in UTC.',
    faults: [],
    authority: operatorAuthority('read'),
    async handler(page) {
      const rows = await avatars.list(pageOf(page));
      return rows.map(({ akey, name, email, passwordHash, md5Sealed, challengeLogin, disabledAt, createdAt }) => ({
        akey,
        name,
        email: email ?? '',
        has_login: passwordHash !== null,
        challenge_login: md5Sealed !== null && challengeLogin,
        disabled: disabledAt !== null,
        created: createdAt,
      }));
    },
  });
}
