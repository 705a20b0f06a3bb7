import { createGuard } from '@scrip/capability';
import { newId } from '@scrip/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { testCall } from '../../../test/testkit/call.ts';
import { openShop, type Shop } from './testkit.ts';

let shop: Shop;
let call: Shop['call'];
let refusal: Shop['refusal'];
/** Of the private collection and of the public one. */
let hidden: number;
let shown: number;
let roles: Record<Role, string[]>;

type Role = 'merchant' | 'manage grant' | 'officer' | 'read grant' | 'member' | 'affiliate' | 'stranger';

const MANAGE: readonly Role[] = ['merchant', 'manage grant', 'officer'];
const SEE: readonly Role[] = [...MANAGE, 'read grant', 'member', 'affiliate'];
const ALL: readonly Role[] = [...SEE, 'stranger'];
const SETTINGS: readonly Role[] = ['merchant', 'manage grant'];

beforeAll(async () => {
  shop = await openShop();
  ({ call, refusal } = shop);
  const me = [shop.ann.login];
  const groups = { affiliate_group: 'Sellers', manager_group: 'Staff' };
  await call('vend.createCollection', me, '', 'Hidden', groups);
  await call('vend.createCollection', me, '', 'Shown', { ...groups, public: true });
  [hidden, shown] = [await shop.add('Hidden', 'x'), await shop.add('Shown', 'y')];
  const guest = await shop.person('Gil Guest');
  const grant = async (method: string) => [guest.login, (await call(method, me, guest.akey, 3_600)) as string];
  roles = {
    merchant: me,
    'manage grant': await grant('vend.grantManageCapability'),
    officer: [shop.cyd.login],
    'read grant': await grant('vend.grantReadCapability'),
    member: [shop.dan.login],
    affiliate: [shop.bob.login],
    stranger: [shop.eve.login],
  };
});
afterEach(() => shop.world.check());
afterAll(() => shop.world.close());

/** By the name of the collection; what may pass changes nothing that the other roles would miss. */
const BY_NAME: readonly [string, readonly Role[], readonly Role[], (name: string) => unknown[]][] = [
  ['vend.productsInCollection', SEE, ALL, () => []],
  ['vend.products', SEE, ALL, () => []],
  ['vend.collectionDetails', SEE, ALL, () => []],
  ['vend.addProduct', MANAGE, MANAGE, () => ['Another', 1]],
  ['vend.collectionVendors', MANAGE, MANAGE, () => []],
  ['vend.updateCollection', SETTINGS, SETTINGS, () => [{ tags: 'x' }]],
  ['vend.removeCollection', SETTINGS, SETTINGS, () => []],
  ['vend.announceVendor', ['merchant', 'affiliate'], ['merchant', 'affiliate'], () => [newId(), 'Kinda', 1, 1, 1]],
];
const BY_ID: readonly [string, readonly Role[], readonly Role[], unknown[]][] = [
  ['vend.productDetails', SEE, ALL, []],
  ['vend.productShares', MANAGE, MANAGE, []],
  ['vend.updateProduct', MANAGE, MANAGE, [{ tags: 'x' }]],
];

describe.each(BY_NAME)('%s', (method, mayHidden, mayShown, rest) => {
  it.each([
    ['Hidden', mayHidden],
    ['Shown', mayShown],
  ])('of %s is for %s', async (name, may) => {
    for (const role of ALL) {
      const text = await refusal(method, roles[role], shop.ann.akey, name, ...rest(name));
      if (may.includes(role)) expect([role, text]).toEqual([role, expect.stringMatching(/^(no fault|vend\.collection_not_empty)/)]);
      else expect([role, text]).toEqual([role, expect.stringMatching(/^auth\.forbidden/)]);
    }
  });

  it('tells only those who see everything of the merchant that there is no such collection', async () => {
    for (const role of ALL) {
      const text = await refusal(method, roles[role], shop.ann.akey, 'Nowhere', ...rest('Nowhere'));
      const known = ['merchant', 'manage grant', 'read grant'].includes(role);
      expect([role, text]).toEqual([role, expect.stringMatching(known ? /^vend\.unknown_collection/ : /^auth\.forbidden/)]);
      if (known || mayHidden.includes(role)) continue;
      expect(text).toBe(await refusal(method, roles[role], shop.ann.akey, 'Hidden', ...rest('Hidden')));
    }
  });

  it('needs a login without limits', async () => {
    const limited = (await shop.world.capabilities.narrow(shop.ann.login, { maxEach: 5 })).token;
    const attempt = (...caps: unknown[]) => refusal(method, caps, shop.ann.akey, 'Shown', ...rest('Shown'));
    expect(await attempt()).toMatch(/^auth\.capability_required/);
    expect(await attempt(shop.world.operator)).toMatch(/^auth\.capability_required/);
    expect(await attempt(roles['manage grant'][1])).toMatch(/^auth\.capability_required/);
    expect(await attempt(limited)).toMatch(/^auth\.forbidden/);
    expect(await attempt('not a capability')).toMatch(/^auth\.capability_invalid/);
  });
});

describe.each(BY_ID)('%s', (method, mayHidden, mayShown, rest) => {
  it('is for who may, and a product that cannot be seen is unknown', async () => {
    for (const role of ALL) {
      const [ofHidden, ofShown, ofNone] = await Promise.all(
        [hidden, shown, 2_147_483_647].map((id) => refusal(method, roles[role], id, ...rest)),
      );
      const seen = SEE.includes(role) ? /^auth\.forbidden/ : /^vend\.unknown_product/;
      expect([role, ofHidden]).toEqual([role, expect.stringMatching(mayHidden.includes(role) ? /^no fault/ : seen)]);
      expect([role, ofShown]).toEqual([role, expect.stringMatching(mayShown.includes(role) ? /^no fault/ : /^auth\.forbidden/)]);
      expect(ofNone).toMatch(/^vend\.unknown_product/);
      if (role === 'stranger') expect(ofHidden).toBe(ofNone?.replace('2147483647', String(hidden)));
    }
  });
});

describe('who shares in sales', () => {
  const shares: readonly object[] = [{ partners: [] }, { creator: 'Eve Ends' }, { creator_share: 5 }];

  it.each(shares.map((details) => [details]))('is said by %j, and not by officers', async (details) => {
    for (const role of ALL) {
      const may = SETTINGS.includes(role) ? /^(no fault|vend\.invalid_shares)/ : /^auth\.forbidden/;
      const added = await refusal('vend.addProduct', roles[role], shop.ann.akey, 'Shown', 'Shared', 1, details);
      expect([role, added]).toEqual([role, expect.stringMatching(may)]);
      const changed = await refusal('vend.updateProduct', roles[role], shown, { tags: 'y', ...details });
      expect([role, changed]).toEqual([role, expect.stringMatching(may)]);
    }
  });
});

describe('vend.createCollection and vend.collectionNames', () => {
  it('of another avatar are for who has a grant', async () => {
    for (const role of ALL) {
      const made = await refusal('vend.createCollection', roles[role], shop.ann.akey, `By ${role}`);
      expect([role, made]).toEqual([role, expect.stringMatching(SETTINGS.includes(role) ? /^no fault/ : /^auth\.forbidden/)]);
      const names = await refusal('vend.collectionNames', roles[role], shop.ann.akey);
      const may = [...SETTINGS, 'read grant'].includes(role);
      expect([role, names]).toEqual([role, expect.stringMatching(may ? /^no fault/ : /^auth\.forbidden/)]);
    }
  });
});

describe('the catalogue', () => {
  const offer = async (id: number) => (await shop.world.vend.catalogue.offer(id)) ?? Promise.reject(new Error('gone'));

  it('says who may buy', async () => {
    const { visibility } = shop.world.vend;
    for (const { akey } of [shop.ann, shop.bob, shop.cyd, shop.dan]) expect(await visibility.mayBuy(await offer(hidden), akey)).toBe(true);
    expect(await visibility.mayBuy(await offer(hidden), shop.eve.akey)).toBe(false);
    expect(await visibility.mayBuy(await offer(shown), shop.eve.akey)).toBe(true);
    const gone = await shop.add('Shown', 'gone');
    await call('vend.removeProduct', [shop.ann.login], gone);
    expect(await visibility.mayBuy(await offer(gone), shop.ann.akey)).toBe(false);
  });

  it('finds the private collections that a call opens, and no other', async () => {
    const { capabilities, vend } = shop.world;
    const own = (await vend.catalogue.collectionNamed(shop.ann.akey, 'Hidden'))?.id;
    const readable = async (tokens: readonly string[]) => {
      return vend.visibility.readableCollections(await createGuard(capabilities).verify(testCall(), tokens));
    };
    for (const role of SEE) expect([role, await readable(roles[role])]).toEqual([role, expect.arrayContaining([own])]);
    expect(await readable(roles.stranger)).toEqual([]);
    expect(await readable([])).toEqual([]);
    expect(await readable([roles['read grant'][1] as string])).toEqual([]);
    expect((await readable(roles.affiliate)).length).toBeLessThan((await readable(roles.merchant)).length);
    const shownId = (await vend.catalogue.collectionNamed(shop.ann.akey, 'Shown'))?.id;
    expect(await readable(roles.merchant)).not.toContain(shownId);
  });
});
