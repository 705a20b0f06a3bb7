import type { Objects } from './objects.ts';
import { EVERYBODY, LOGIN, PUBLIC, type Row } from './rows.ts';

const APP = 'MatrixApp';

/** A fresh secret key, and the user `ann` of the app. */
async function annOf({ by, people, world }: Objects): Promise<string[]> {
  const secret = (await by('operator', 'operator.addApp', APP, people.owner.akey)) as string;
  const ann = [APP, secret, 'username', 'ann'];
  await world.call('gifts.putUser', [...ann, {}]);
  return ann;
}

/** A request of somebody who is a friend of ann's. */
async function asked(objects: Objects): Promise<unknown[]> {
  const ann = await annOf(objects);
  const [app, secret, mode] = ann;
  await objects.world.call('gifts.putUser', [app, secret, mode, 'bob', {}]);
  await objects.world.call('gifts.setFriends', [...ann, ['bob']]);
  return [...ann, await objects.world.call('gifts.request', [app, secret, mode, 'bob'])];
}

const on = 'whoever has the secret key of the app';

/** Apps call with their secret key. Only giving money is a matter of logins. */
export const GIFTS: readonly Row[] = [
  { procedure: 'gifts.putUser', on, may: PUBLIC, params: async (objects) => [...(await annOf(objects)), {}] },
  { procedure: 'gifts.setFriends', on, may: PUBLIC, params: async (objects) => [...(await annOf(objects)), []] },
  { procedure: 'gifts.request', on, may: PUBLIC, params: annOf },
  { procedure: 'gifts.list', on, may: PUBLIC, params: annOf },
  { procedure: 'gifts.reply', on, may: PUBLIC, params: asked },
  { procedure: 'gifts.answers', on, may: PUBLIC, params: annOf },
  {
    procedure: 'gifts.give',
    on: 'a request that is not for who calls',
    may: LOGIN,
    params: () => ['0d0b6ed1c5904b3f88ddfa791e6e1635'],
    refused: [{ who: EVERYBODY, code: 'gifts.invalid_request' }],
  },
];
