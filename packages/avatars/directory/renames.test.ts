import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { codeOf } from '../../../test/testkit/faults.ts';
import { type TestServer, type TestWorld, testWorld } from '../testkit.ts';

let world: TestWorld;
let server: TestServer;
let other: TestServer;
let akey: string;
let people = 0;
let name: string;

beforeAll(async () => {
  world = await testWorld();
  server = world.server();
  other = world.server();
});
afterAll(() => world.end());
beforeEach(async () => {
  name = `Called ${++people}`;
  akey = await server.avatars.register({ name, password: 'password' });
});

const rename = (who: string, wanted: string) => server.call('operator.renameAvatar', [[world.operator], who, wanted]);
const keyOf = (who: string, on = server) => on.call('general.getAvatarKey', [who]);
const nameOf = (who: string, on = server) => on.call('general.getAvatarName', [who]);

describe('a renamed avatar', () => {
  test('is found by its name and by those before, however they are spelled', async () => {
    expect(await rename(akey, `  New   Name ${people}`)).toBe(1);
    await rename(`new name ${people}`, `Newest ${people}`);
    for (const called of [name, name.toUpperCase(), `New Name ${people}`, `Newest ${people}`]) {
      expect(await keyOf(called)).toBe(akey);
      expect(await nameOf(called)).toBe(`Newest ${people}`);
    }
  });

  test('is found so by another server, whether or not that had met it', async () => {
    expect(await nameOf(akey, other)).toBe(name);
    await rename(akey, `Newer ${people}`);
    await other.avatars.hearOfChanges();
    for (const on of [other, world.server()]) {
      expect(await nameOf(akey, on)).toBe(`Newer ${people}`);
      for (const called of [name, `Newer ${people}`]) expect(await keyOf(called, on)).toBe(akey);
    }
  });

  test('logs in by a former name', async () => {
    await rename(akey, `Logged ${people}`);
    expect(await server.login(name, 'password')).toMatch(/^eyJ/);
  });

  test.each(['registers under it', 'is renamed to it'])('leads to nobody by a former name once somebody %s', async (how) => {
    await rename(akey, `Gone ${people}`);
    expect(await keyOf(name, other)).toBe(akey);
    const taker = await server.avatars.register({ name: how === 'is renamed to it' ? `Taker ${people}` : name, password: null });
    if (how === 'is renamed to it') await rename(taker, name);
    await other.avatars.hearOfChanges();
    for (const on of [server, other, world.server()]) expect(await keyOf(name, on)).toBe(taker);
    // Who had it last is who is found by it.
    await rename(taker, `Taken ${people}`);
    await other.avatars.hearOfChanges();
    for (const on of [server, other, world.server()]) expect(await keyOf(name, on)).toBe(taker);
  });

  test('may take its own former name again', async () => {
    await rename(akey, `Other ${people}`);
    await rename(akey, name);
    for (const called of [name, `Other ${people}`]) expect(await nameOf(called)).toBe(name);
  });

  test('spelled in another way only, has no former name', async () => {
    await rename(akey, name.toUpperCase());
    expect(await nameOf(akey)).toBe(name.toUpperCase());
    expect(await world.database.prisma.formerName.count({ where: { akey } })).toBe(0);
  });
});

describe('a name is refused', () => {
  test('where another avatar has it, in whatever spelling', async () => {
    await server.avatars.register({ name: `Taken by another ${people}`, password: null });
    expect(await codeOf(rename(akey, `TAKEN by another ${people}`))).toBe('general.name_taken');
    expect(await nameOf(akey)).toBe(name);
  });

  test('where two want it at once, to one of them', async () => {
    const second = await server.avatars.register({ name: `Second ${people}`, password: null });
    const said = await Promise.all([akey, second].map((who) => codeOf(rename(who, `Wanted ${people}`))));
    expect(said.sort()).toEqual(['general.name_taken', 'no fault']);
  });

  test.each(['', 'with, comma', 'with#hash', 'with::colons', 'zero\u200bwidth', 'x'.repeat(64)])(
    'as for a new avatar: %j',
    async (wanted) => {
      expect(await codeOf(rename(akey, wanted))).toBe('general.invalid_name');
    },
  );
});
