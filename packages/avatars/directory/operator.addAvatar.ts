import { capabilitiesParam, operatorAuthority } from '@scrip/capability';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import type { Avatars } from '../avatars.ts';
import { invalidName, keyTaken, nameTaken, unknownRealm } from '../errors.ts';
import { NAME_RULE, realmParam } from '../words.ts';

export function addAvatar(avatars: Avatars): Procedure {
  return procedure({
    name: 'operator.addAvatar',
    summary: 'Registers an avatar.',
    notes:
      'Spaces around a name go, several inside become one. Names that differ only in case, or in the width or font of letters, are the same name.',
    params: {
      capabilities: capabilitiesParam,
      name: param(t.string(), NAME_RULE),
      password: param(t.string({ secret: true }), '1 to 1024 bytes; empty registers an avatar without a login, who is paid in-world.'),
      akey: param(t.string({ max: 64 }), "The grid's key for the avatar; empty: a new one is made.", ''),
      email: param(t.string(), 'An address, or empty for none.', ''),
      realm: realmParam('the avatar'),
    },
    result: t.string(),
    resultDoc: "The avatar's key, in lower case: that of the grid, or one of ours where another grid has given one that is taken here.",
    faults: [invalidName, nameTaken, keyTaken, unknownRealm],
    authority: operatorAuthority('people'),
    handler: ({ name, password, akey, email, realm }) =>
      avatars.register({
        name,
        password: password === '' ? null : password,
        realm,
        ...(akey !== '' && { akey }),
        ...(email !== '' && { email }),
      }),
  });
}
