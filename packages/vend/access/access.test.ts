import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { faultOf } from '../../../test/testkit/faults.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';

type Entry = { akey: string; name: string; kind: string; discount_percent: number; since: Date };

let world: World;
let shop: Person;
let ann: Person;
let bob: Person;
let people = 0;

beforeAll(async () => {
  world = await testWorld();
});
beforeEach(async () => {
  people += 1;
  shop = await world.person(`Shop ${people}`);
  ann = await world.person(`Ann ${people}`);
  bob = await world.person(`Bob ${people}`);
});
afterEach(() => world.check());
afterAll(() => world.close());

const set = (kind: string, more: Record<string, unknown> = {}) =>
  world.call('vend.setAccess', { capabilities: [shop.login], merchant: '', akey: ann.akey, kind, ...more });
const list = (...page: unknown[]) => world.call('vend.listAccess', [[shop.login], shop.akey, ...page]) as Promise<Entry[]>;
const standing = () => world.vend.access.standing(shop.akey, ann.akey);

describe('the lists of a merchant', () => {
  it('hold an avatar on one of them at most, and the last word counts', async () => {
    expect(await standing()).toEqual({ banned: false, discount: 0 });
    await set('ban', { akey: `ann ${people}` });
    expect(await standing()).toEqual({ banned: true, discount: 0 });
    expect(await list()).toMatchObject([{ akey: ann.akey, name: `Ann ${people}`, kind: 'ban', discount_percent: 0 }]);
    await set('VIP', { discount_percent: 12.25 });
    expect(await standing()).toEqual({ banned: false, discount: 1225 });
    expect(await list()).toMatchObject([{ akey: ann.akey, kind: 'vip', discount_percent: 12.25 }]);
    await set('vip');
    expect(await standing()).toEqual({ banned: false, discount: 0 });
    expect(await list()).toHaveLength(1);
    await set('none');
    await set('none');
    expect(await standing()).toEqual({ banned: false, discount: 0 });
    expect(await list()).toEqual([]);
  });

  it("are each merchant's own", async () => {
    await set('ban');
    expect(await world.vend.access.standing(bob.akey, ann.akey)).toEqual({ banned: false, discount: 0 });
    expect(await world.call('vend.listAccess', [[bob.login]])).toEqual([]);
    expect(await standing()).toMatchObject({ banned: true });
  });

  it.each([
    ['another word', 'friend', {}, 'invalid_params'],
    ['a discount below zero', 'vip', { discount_percent: -1 }, 'vend.invalid_shares'],
    ['a discount of more than everything', 'vip', { discount_percent: 100.01 }, 'vend.invalid_shares'],
    ['a discount with three decimals', 'vip', { discount_percent: 1.234 }, 'vend.invalid_shares'],
    ['a discount for the banned', 'ban', { discount_percent: 5 }, 'vend.invalid_shares'],
    ['nobody', 'ban', { akey: 'Nobody' }, 'general.unknown_avatar'],
    ['without a login', 'ban', { capabilities: [] }, 'auth.capability_required'],
  ])('refuse %s', async (_name, kind, more, code) => {
    expect(await faultOf(set(kind, more))).toMatch(new RegExp(`^${code.replace('.', '\\.')}: `));
    expect(await list()).toEqual([]);
  });

  it("refuse the merchant, and are nobody else's business", async () => {
    expect(await faultOf(set('vip', { akey: shop.akey, discount_percent: 50 }))).toMatch(/^vend\.own_access: /);
    expect(await faultOf(set('ban', { capabilities: [bob.login], merchant: shop.akey }))).toMatch(/^auth\.forbidden: /);
    expect(await faultOf(world.call('vend.listAccess', [[bob.login], shop.akey]))).toMatch(/^auth\.forbidden: /);
  });

  it('are changed and seen by who has a vend.manage grant, and by nobody with vend.read', async () => {
    const grant = async (kind: 'vend.manage' | 'vend.read') =>
      (await world.capabilities.issue({ kind, sub: bob.akey, grantor: shop.akey, validForSecs: 600 })).token;
    const [managing, reading] = await Promise.all([grant('vend.manage'), grant('vend.read')]);
    await set('ban', { capabilities: [bob.login, managing], merchant: shop.akey });
    expect(await world.call('vend.listAccess', [[bob.login, managing], shop.akey])).toHaveLength(1);
    expect(await faultOf(world.call('vend.listAccess', [[bob.login, reading], shop.akey]))).toMatch(/^auth\.forbidden: /);
    expect(await faultOf(set('none', { capabilities: [bob.login, reading], merchant: shop.akey }))).toMatch(/^auth\.forbidden: /);
    expect(await faultOf(set('none', { capabilities: [managing], merchant: shop.akey }))).toMatch(/^auth\.capability_required: /);
  });

  it('are read page by page', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, (_, index) => world.person(`Listed ${people} ${index}`)));
    for (const { akey } of all) await set('ban', { akey });
    const seen: string[] = [];
    for (let after = ''; seen.length < 5; after = seen.at(-1) ?? '') seen.push(...(await list(after, 2)).map(({ akey }) => akey));
    expect(seen).toEqual(all.map(({ akey }) => akey).sort());
    expect(await list(seen.at(-1), 2)).toEqual([]);
  });

  it('hold a thousand, also when several are added at once', async () => {
    await world.database.pool.query(
      `INSERT INTO vend_access (merchant, akey, kind, discount) SELECT $1, gen_random_uuid(), 'ban', 0 FROM generate_series(1, 998)`,
      [shop.akey],
    );
    // What is counted before another one's row is there would not count it.
    await world.database.pool.query(
      `CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.1); RETURN NEW; END $$`,
    );
    await world.database.pool.query('CREATE TRIGGER slow BEFORE INSERT ON vend_access FOR EACH ROW EXECUTE FUNCTION slow()');
    const more = await Promise.all(Array.from({ length: 12 }, (_, index) => world.person(`More ${people} ${index}`)));
    const outcomes = await Promise.all(more.map(({ akey }) => faultOf(set('ban', { akey }))));
    expect(outcomes.filter((outcome) => outcome === 'no fault')).toHaveLength(2);
    expect(outcomes.filter((outcome) => outcome.startsWith('vend.access_full: '))).toHaveLength(10);
    await world.database.pool.query('DROP FUNCTION slow CASCADE');
    const listed = more[outcomes.indexOf('no fault')]?.akey;
    await set('vip', { akey: listed, discount_percent: 1 });
    await set('none', { akey: listed });
    await set('ban');
  });
});
