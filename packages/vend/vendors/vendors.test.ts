import { newId } from '@scrip/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type Person, type Shop } from '../catalogue/testkit.ts';

let shop: Shop;
let call: Shop['call'];
let refusal: Shop['refusal'];
let me: string[];
let hat: number;

beforeAll(async () => {
  shop = await openShop();
  ({ call, refusal } = shop);
  me = [shop.ann.login];
  await call('vend.createCollection', me, '', 'Hats', { affiliate_group: 'Sellers', manager_group: 'Staff' });
  await call('vend.createCollection', me, '', 'Open', { public: true });
  hat = await shop.add('Hats', 'Straw hat');
});
afterEach(() => shop.world.check());
afterAll(() => shop.world.close());

const announce = (who: Person, object: string, ...rest: unknown[]) =>
  call('vend.announceVendor', [who.login], shop.ann.akey, 'Hats', object, 'Kinda', ...(rest.length > 0 ? rest : [128, 64, 22]));
const mine = (who: Person, ...page: number[]) => call('vend.listVendors', [who.login], ...page) as Promise<{ object_key: string }[]>;

describe('vend.announceVendor', () => {
  it('adds an object of the merchant or of an affiliate, and moves it', async () => {
    const object = newId();
    expect(await announce(shop.bob, object.toUpperCase(), '128.75', '64.000000', 22.9, '1')).toBe('added');
    const listed = {
      object_key: object,
      owner_akey: shop.bob.akey,
      owner_name: shop.bob.name,
      merchant_akey: shop.ann.akey,
      collection_name: 'Hats',
      prod_id: 0,
      position: 'Kinda/128/64/22',
      mature_region: true,
      selling: true,
      announced: expect.stringMatching(/^20\d\d-/),
    };
    expect(await mine(shop.bob)).toEqual([listed]);
    expect(await announce(shop.bob, object, 1, 2, -3.5, false, hat)).toBe('updated');
    expect(await mine(shop.bob)).toEqual([{ ...listed, prod_id: hat, position: 'Kinda/1/2/-4', mature_region: false }]);
    expect(await shop.world.vend.vendors.find(object)).toMatchObject({ owner: shop.bob.akey, productId: hat });
    expect(await announce(shop.ann, newId())).toBe('added');
    expect(await mine(shop.ann)).toHaveLength(1);
  });

  it.each<[string, () => unknown[], RegExp]>([
    ['a product that is not there', () => [newId(), 'Kinda', 1, 1, 1, false, 999_999], /^vend\.unknown_product/],
    ['no key', () => ['object', 'Kinda', 1, 1, 1], /^invalid_params: object_key is "object"; a key is needed/],
    ['a region with a slash', () => [newId(), 'Kinda/1', 1, 1, 1], /^vend\.invalid_name: .* name of a region/],
    ['a place outside of any region', () => [newId(), 'Kinda', -1, 1, 1], /^invalid_params: x is -1; a number from 0 to 65535/],
    ['a place that is none', () => [newId(), 'Kinda', 'here', 1, 1], /^invalid_params: x is "here"/],
  ])('refuses %s', async (_what, rest, text) => {
    expect(await refusal('vend.announceVendor', me, '', 'Hats', ...rest())).toMatch(text);
  });

  it('refuses a product of another collection, and one that was removed', async () => {
    const other = await shop.add('Open', 'Cap');
    const gone = await shop.add('Hats', 'Old hat');
    await call('vend.removeProduct', me, gone);
    for (const id of [other, gone]) {
      expect(await refusal('vend.announceVendor', me, '', 'Hats', newId(), 'Kinda', 1, 1, 1, false, id)).toMatch(/^vend\.unknown_product/);
    }
  });

  it('is for nobody else: no stranger, manager or holder of a grant, even where the collection is public', async () => {
    const grant = await call('vend.grantManageCapability', me, shop.eve.akey, 60);
    for (const name of ['Hats', 'Open']) {
      const attempt = (...caps: unknown[]) => refusal('vend.announceVendor', caps, shop.ann.akey, name, newId(), 'Kinda', 1, 1, 1);
      for (const caps of [[shop.eve.login], [shop.eve.login, grant], [shop.cyd.login], [shop.dan.login]]) {
        expect(await attempt(...caps)).toMatch(/^auth\.forbidden/);
      }
    }
    expect(await refusal('vend.announceVendor', [shop.bob.login], shop.ann.akey, 'Open', newId(), 'Kinda', 1, 1, 1)).toMatch(
      /^auth\.forbidden/,
    );
  });

  it('leaves the object of another avatar alone', async () => {
    const object = newId();
    await announce(shop.ann, object);
    await call('vend.createCollection', [shop.bob.login], '', 'Of Bob');
    for (const [merchant, collection] of [
      [shop.ann.akey, 'Hats'],
      ['', 'Of Bob'],
    ]) {
      const refused = await refusal('vend.announceVendor', [shop.bob.login], merchant, collection, object, 'Elsewhere', 1, 1, 1);
      expect(refused).toMatch(/^vend\.vendor_taken/);
    }
    expect(await shop.world.vend.vendors.find(object)).toMatchObject({ owner: shop.ann.akey, region: 'Kinda' });
    await call('vend.removeVendor', me, object);
    expect(await announce(shop.bob, object)).toBe('added');
  });

  it('lets a merchant take over what sells from a collection of theirs, and not what sells from others', async () => {
    const object = newId();
    await announce(shop.bob, object);
    expect(await refusal('vend.announceVendor', me, '', 'Open', object, 'Elsewhere', 1, 1, 1)).toBe('no fault, but "updated"');
    expect(await shop.world.vend.vendors.find(object)).toMatchObject({ owner: shop.ann.akey, region: 'Elsewhere' });
    expect(await refusal('vend.announceVendor', [shop.bob.login], shop.ann.akey, 'Hats', object, 'Kinda', 1, 1, 1)).toMatch(
      /^vend\.vendor_taken/,
    );
    const squatted = newId();
    await call('vend.createCollection', [shop.eve.login], '', 'Of Eve');
    await call('vend.announceVendor', [shop.eve.login], '', 'Of Eve', squatted, 'Kinda', 1, 1, 1);
    expect(await refusal('vend.announceVendor', me, '', 'Hats', squatted, 'Kinda', 1, 1, 1)).toMatch(/^vend\.vendor_taken/);
    for (const id of [object, squatted]) await shop.world.database.prisma.vendVendor.deleteMany({ where: { objectKey: id } });
  });

  it('takes a thousand of one owner', async () => {
    const { akey } = await shop.person('Many Things');
    await shop.world.groups.add(shop.sellers, akey, { percent: 1, officer: false });
    const collection = await shop.world.vend.catalogue.collectionNamed(shop.ann.akey, 'Hats');
    await shop.world.database.pool.query(
      `INSERT INTO vend_vendor (id, object_key, owner, collection_id, region, x, y, z, mature_region, own)
       SELECT gen_random_uuid(), gen_random_uuid(), $1, $2, 'Kinda', 1, 1, 1, false, false FROM generate_series(1, 999)`,
      [akey, collection?.id],
    );
    const login = { name: '', akey, login: await shop.world.loginOf(akey) };
    const last = newId();
    expect(await announce(login, last)).toBe('added');
    expect(await announce(login, last)).toBe('updated');
    expect(await refusal('vend.announceVendor', [login.login], shop.ann.akey, 'Hats', newId(), 'Kinda', 1, 1, 1)).toMatch(
      /^vend\.too_many_vendors/,
    );
    expect([await mine(login), await mine(login, 990, 100)].map(({ length }) => length)).toEqual([100, 10]);
  });
});

describe('vend.removeVendor', () => {
  it('is for the owner, the merchant and managers; to others there is no such vendor', async () => {
    const grant = await call('vend.grantManageCapability', me, shop.eve.akey, 60);
    const allowed = [[shop.bob.login], me, [shop.cyd.login], [shop.eve.login, grant]];
    for (const caps of allowed) {
      const object = newId();
      await announce(shop.bob, object);
      for (const others of [[shop.dan.login], [shop.eve.login]]) {
        expect(await refusal('vend.removeVendor', others, object)).toMatch(/^vend\.unknown_vendor/);
      }
      expect(await call('vend.removeVendor', caps, object)).toBe(1);
      expect(await refusal('vend.removeVendor', caps, object)).toMatch(/^vend\.unknown_vendor/);
    }
    expect(await refusal('vend.removeVendor', [], newId())).toMatch(/^auth\.capability_required/);
  });
});

describe('vend.collectionVendors', () => {
  it('shows those who manage whatever sells the collection, whoever owns it', async () => {
    await call('vend.createCollection', me, '', 'Caps', { affiliate_group: 'Sellers', manager_group: 'Staff' });
    const cap = await shop.add('Caps', 'Cap');
    const objects = [newId(), newId()];
    await call('vend.announceVendor', [shop.bob.login], shop.ann.akey, 'Caps', objects[0], 'Kinda', 1, 1, 1, false, cap);
    await call('vend.announceVendor', me, '', 'Caps', objects[1], 'Kinda', 1, 1, 1);
    await call('vend.removeProduct', me, cap);
    // The two might be of one millisecond, and then in either order.
    await shop.world.database.pool.query("UPDATE vend_vendor SET created_at = now() + interval '1 s' WHERE object_key = $1", [objects[1]]);
    for (const login of [shop.ann.login, shop.cyd.login]) {
      const listed = (await call('vend.collectionVendors', [login], shop.ann.akey, 'caps')) as { object_key: string; selling: boolean }[];
      expect(listed.map(({ object_key, selling }) => [object_key, selling])).toEqual([
        [objects[0], false],
        [objects[1], true],
      ]);
    }
    for (const { login } of [shop.bob, shop.dan, shop.eve]) {
      expect(await refusal('vend.collectionVendors', [login], shop.ann.akey, 'caps')).toMatch(/^auth\.forbidden/);
    }
  });
});
