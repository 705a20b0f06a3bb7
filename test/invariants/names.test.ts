import { readFileSync } from 'node:fs';
import { deriveId } from '@scrip/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Person, testWorld, type World } from '../testkit/world.ts';

// Names are compared in NFKC. Before they were compared in NFC, so that databases hold names which are one name now.

let world: World;
let ann: Person;
beforeAll(async () => {
  world = await testWorld();
  ann = await world.person('Ann Able', 100);
});
afterAll(async () => {
  await world.check();
  await world.close();
});

const call = (method: string, ...params: unknown[]) => world.call(method, params);
const wide = (name: string) =>
  name.replace(/[!-~]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0)).replace(/ /g, '\u3000');

describe('a name in another width', () => {
  test('is the same avatar, and taken', async () => {
    expect(await call('general.getAvatarKey', wide('ANN Able'))).toBe(ann.akey);
    await expect(world.avatars.register({ name: wide('Ann Able'), password: null })).rejects.toMatchObject({
      spec: { code: 'general.name_taken' },
    });
    expect(await call('general.loginWithPassword', wide('Ann Able'), 'password', 60)).toEqual(expect.any(String));
  });

  test('is the same group, collection, location and unit, and taken', async () => {
    const login = [ann.login];
    const group = await call('general.createGroup', login, 'Staff 1');
    expect((await world.groups.find(wide('Staff 1'), ann.akey))?.gkey).toBe(group);
    await expect(call('general.createGroup', login, wide('STAFF 1'))).rejects.toMatchObject({ spec: { code: 'general.group_name_taken' } });
    await call('vend.createCollection', login, ann.akey, 'Chairs');
    await expect(call('vend.createCollection', login, ann.akey, wide('chairs'))).rejects.toMatchObject({
      spec: { code: 'vend.collection_exists' },
    });
    await call('lease.createLocation', login, ann.akey, 'Shops');
    await call('lease.createUnit', login, ann.akey, wide('shops'), 'Shop #1', 10);
    await expect(call('lease.createUnit', login, ann.akey, 'Shops', wide('shop #1'), 10)).rejects.toMatchObject({
      spec: { code: 'lease.unit_exists' },
    });
    await expect(call('lease.createLocation', login, ann.akey, wide('Shops'))).rejects.toMatchObject({
      spec: { code: 'lease.location_exists' },
    });
  });

  test('is the same account, also for who may pay from it', async () => {
    expect(await call('bank.accountBalance', [ann.login], ann.akey, wide('Working'))).toBe(100);
    await call('bank.openAccount', [ann.login], wide('Savings'));
    await call('bank.openAccount', [ann.login], 'savings');
    expect((await world.bank.accounts.list(ann.akey)).map(({ name }) => name)).toEqual(['working', wide('Savings')]);
    await call('bank.transfer', [ann.login], ann.akey, 10, 'working', 'SAVINGS', '');
    expect(await call('bank.accountBalance', [ann.login], ann.akey, wide('savings'))).toBe(10);
  });
});

describe('names that were two before', () => {
  /** The statements of the migration that give new keys. */
  const RENEW = readFileSync(new URL('../../prisma/migrations/20261130222600_names_in_nfkc/migration.sql', import.meta.url), 'utf8')
    .split(/;\n/)
    .filter((statement) => /^(?:\s|--.*\n)*(?:WITH|UPDATE)/.test(statement));
  const asBefore = async (akey: string, name: string, key: string) =>
    world.database.pool.query('UPDATE avatar SET name = $2, name_key = $3 WHERE akey = $1', [akey, name, key]);
  const people: Record<'plain' | 'wide' | 'bold' | 'loneWide' | 'loneBold' | 'alone', string> = {
    ...{ plain: '', wide: '', bold: '', loneWide: '', loneBold: '', alone: '' },
  };
  const NAMES = { plain: 'Chad', wide: 'Ｃｈａｄ', bold: '𝐂𝐡𝐚𝐝', loneWide: 'Ｚｏｅ', loneBold: '𝐙𝐨𝐞', alone: 'Ｋｉｍ' } as const;
  const who = Object.keys(NAMES) as (keyof typeof NAMES)[];

  beforeAll(async () => {
    for (const [n, one] of who.entries()) {
      people[one] = await world.avatars.register({ name: `Before ${n}`, password: 'password' });
      await asBefore(people[one], NAMES[one], NAMES[one].toUpperCase().toLowerCase());
    }
    // The plain one need not be the oldest.
    await world.database.pool.query("UPDATE avatar SET created_at = now() + interval '1 day' WHERE akey = $1", [people.plain]);
    for (const name of ['stall', 'ｓｔａｌｌ']) {
      await call('lease.createLocation', [ann.login], ann.akey, `before ${name.codePointAt(0)}`);
      await world.database.pool.query('UPDATE lease_location SET name = $2, name_key = $2 WHERE name = $1', [
        `before ${name.codePointAt(0)}`,
        name,
      ]);
    }
    for (const name of ['pot', 'ｐｏｔ']) {
      // As the ledger makes the id of an account out of its owner and name.
      const values = [deriveId('account', ann.akey, name), ann.akey, name];
      await world.database.pool.query("INSERT INTO account (id, owner, name, currency, floor) VALUES ($1, $2, $3, 'L$', 0)", values);
    }
    for (const statement of RENEW) await world.database.pool.query(statement);
  });

  /** As a server does it that has just started: what was remembered from before the migration is not there. */
  const find = async (name: string) => {
    const fresh = await testWorld(world);
    try {
      return (await fresh.avatars.find(name))?.akey;
    } finally {
      await fresh.close();
    }
  };

  test('keep their names, and are found by them', async () => {
    expect(RENEW).toHaveLength(9);
    for (const one of who) {
      expect([one, await find(NAMES[one])]).toEqual([one, people[one]]);
      expect((await world.database.prisma.avatar.findUnique({ where: { akey: people[one] } }))?.name).toBe(NAMES[one]);
    }
  });

  test('are the plain one by any other spelling, or else the oldest one', async () => {
    for (const spelling of ['chad', 'CHAD', 'ⓒhad']) expect(await find(spelling)).toBe(people.plain);
    for (const spelling of ['zoe', 'ⓩoe']) expect(await find(spelling)).toBe(people.loneWide);
    expect(await find('kim')).toBe(people.alone);
  });

  test('are taken', async () => {
    for (const name of ['Chad', 'Ｃｈａｄ', '𝐂𝐡𝐚𝐝', 'Zoe', '𝐙𝐨𝐞', 'Kim']) {
      await expect(world.avatars.register({ name, password: null })).rejects.toMatchObject({ spec: { code: 'general.name_taken' } });
    }
  });

  test('are reached each, locations and accounts too', async () => {
    const locations = await Promise.all(['stall', 'ｓｔａｌｌ'].map((name) => world.lease.locations.find(ann.akey, name)));
    expect(locations.map((location) => location?.name)).toEqual(['stall', 'ｓｔａｌｌ']);
    await call('bank.transfer', [ann.login], ann.akey, 3, 'working', 'ｐｏｔ', '');
    expect(await call('bank.accountBalance', [ann.login], ann.akey, 'ｐｏｔ')).toBe(3);
    expect(await call('bank.accountBalance', [ann.login], ann.akey, 'pot')).toBe(0);
  });

  test('are listed by the audit', async () => {
    const { ok, same_names } = (await call('operator.audit', [world.operator])) as { ok: boolean; same_names: unknown[] };
    expect(ok).toBe(true);
    expect(same_names).toEqual([
      { kind: 'account', owner: ann.akey, name: 'ｐｏｔ', other: 'pot' },
      ...[
        { kind: 'avatar', owner: people.wide, name: 'Ｃｈａｄ', other: 'Chad' },
        { kind: 'avatar', owner: people.bold, name: '𝐂𝐡𝐚𝐝', other: 'Chad' },
        { kind: 'avatar', owner: people.loneBold, name: '𝐙𝐨𝐞', other: 'Ｚｏｅ' },
      ].sort((a, b) => (a.owner < b.owner ? -1 : 1)),
      { kind: 'location', owner: ann.akey, name: 'ｓｔａｌｌ', other: 'stall' },
    ]);
  });
});
