import { writeRiders } from '@scrip/database';
import type { Person, World } from '../../testkit/world.ts';

export type Item = Readonly<Record<string, unknown>>;

/** One of our lists, and how a world comes to have something in it. */
export interface List {
  readonly method: string;
  /** The parameters besides those of the page. */
  readonly params: Readonly<Record<string, unknown>>;
  /** What an item is told from others by. */
  readonly id: (item: Item) => string;
  /** What `after` is behind these items: the id of the last one, where nothing else is said. */
  readonly place?: (items: readonly Item[]) => string;
  /** The items of an answer, where that is not a list itself. */
  readonly items?: (answer: unknown) => readonly Item[];
  /** One item more. */
  add(n: number): Promise<unknown>;
  /** Makes all of it happen at one moment, where items are sorted by when they came. */
  readonly tie?: string;
  /** Whether it takes an offset too. */
  readonly offset: boolean;
  /** What a page behind something is that is not in the list: refused, empty as ever, or what follows in the order of ids. */
  readonly unknown: 'refused' | 'empty' | 'what follows';
  /** An id that no item has, before all of them. */
  readonly nobody: string;
}

const nobody = '00000000-0000-4000-8000-000000000000';

/** The people and things that all rows are about. */
export interface Cast {
  readonly ann: Person;
  readonly bob: Person;
  /** Somebody new. */
  somebody(): Promise<Person>;
}

export async function listsOf(world: World, { ann, bob, somebody }: Cast): Promise<readonly List[]> {
  const { call } = world;
  const as = (who: Person, method: string, params: object = {}) => call(method, { capabilities: [who.login], ...params });
  const accounts = { from_account_name: 'working', to_account_name: 'working' };
  const hold = (from: Person, to: Person) =>
    as(from, 'bank.hold', { amount: 1, from_akey: from.akey, to_akey: to.akey, ...accounts, comment: '' });
  /** One payment of two amounts that wait in-world. */
  const payInWorld = async (from: Person) => {
    const payees = [await somebody(), await somebody()].map(({ akey }) => ({ akey, account_name: 'avatar', share: 1 }));
    await as(from, 'bank.paySplit', { amount: 2, from_akey: from.akey, from_account_name: 'working', payees, comment: '' });
  };
  const carl = await somebody();
  const shops = { owner_akey: '', location_name: 'Shops' };
  const unit = (n: number) => as(ann, 'lease.createUnit', { ...shops, unit_name: `Unit #${n}`, rate: 10 });
  const wares = { merchant: '', collection_name: 'Wares' };
  const product = (n: number) => as(ann, 'vend.addProduct', { ...wares, product_name: `Chair ${n}`, price: 1 });
  const buy = (buyer: Person, recipient = '') => as(buyer, 'vend.buy', { prod_id, recipient });
  const announce = () => as(ann, 'vend.announceVendor', { ...wares, object_key: crypto.randomUUID(), region: 'Kinda', x: 1, y: 1, z: 1 });
  await as(ann, 'lease.createLocation', shops);
  await as(ann, 'vend.createCollection', { ...wares, settings: { public: 1 } });
  const prod_id = (await product(0)) as number;
  const room_key = await call('operator.addRoomSite', [[world.operator], 'Site', bob.akey, 'working']);
  const performer_id = await call('general.getAvatarUserId', [ann.akey]);
  const join = (nickname: string) => call('rooms.joinRoom', [room_key, performer_id, nickname, '127.0.0.1', 0, 0]);
  const own = (who: Person, params: object = {}) => ({ capabilities: [who.login], ...params });
  const working = { akey: ann.akey, account_name: 'working' };
  const leg = (name: string) => (item: Item) => (item.leg === 0 ? String(item[name]) : `${item[name]}/${item.leg}`);
  const member = (name: string) => (answer: unknown) => (answer as Readonly<Record<string, readonly Item[]>>)[name] ?? [];
  const by = (name: string) => (item: Item) => String(item[name]);

  /** One payment of three lines or of one. */
  const payAround = (n: number) => {
    const payees = [bob, bob, n % 2 ? bob : carl].map(({ akey }, at) => ({ akey, account_name: at === 0 ? '' : 'working', share: at + 1 }));
    const from = { from_akey: ann.akey, from_account_name: 'working', comment: 'the rent' };
    return n % 3 === 0
      ? as(ann, 'bank.pay', { ...from, amount: 1, to_akey: bob.akey, to_account_name: '' })
      : as(ann, 'bank.paySplit', { ...from, amount: 6, payees });
  };
  const line = ({ transaction_id, balance }: Item) => `${transaction_id} ${balance}`;
  const behindLines = (items: readonly Item[]) => {
    const id = items.at(-1)?.transaction_id;
    return id === undefined ? '' : `${id}/${items.filter(({ transaction_id }) => transaction_id === id).length}`;
  };
  const lists: (Omit<List, 'nobody'> & { readonly nobody?: string })[] = [
    {
      method: 'bank.listStandingOrders',
      params: own(ann),
      id: by('id'),
      add: () => as(ann, 'bank.createStandingOrder', { amount: 1, ...accounts, to_akey: bob.akey, every_days: 1, first_in_days: 1 }),
      tie: `UPDATE standing_order SET created_at = '2026-01-01Z'`,
      offset: true,
      unknown: 'refused',
    },
    {
      method: 'bank.listGrants',
      params: own(ann),
      id: by('jti'),
      add: async (n) =>
        n % 2
          ? as(ann, 'bank.grantAllAccountsReadCapability', { auth_akey: bob.akey, valid_for_secs: 3_600 })
          : as(await somebody(), 'bank.grantAllAccountsReadCapability', { auth_akey: ann.akey, valid_for_secs: 3_600 }),
      tie: `UPDATE capability_grant SET issued_at = '2026-01-01Z'`,
      offset: true,
      unknown: 'refused',
    },
    {
      method: 'general.listObjects',
      params: own(ann),
      id: by('object_key'),
      add: () => as(ann, 'general.enrollObject', { object_key: crypto.randomUUID(), name: 'A box' }),
      tie: `UPDATE object SET enrolled_at = '2026-01-01Z'`,
      offset: false,
      unknown: 'refused',
    },
    {
      method: 'bank.listHolds',
      params: own(ann, working),
      id: leg('hold_id'),
      add: (n) => (n % 3 === 0 ? payInWorld(ann) : n % 3 === 1 ? hold(ann, bob) : hold(bob, ann)),
      tie: `UPDATE hold SET created_at = '2026-01-01Z'`,
      offset: true,
      unknown: 'refused',
    },
    ...[{}, { text: 'rent' }, { other_akey: bob.akey }].map((wanted) => ({
      method: 'bank.transactions',
      params: own(ann, { ...working, ...wanted }),
      id: line,
      place: behindLines,
      add: payAround,
      offset: true,
      unknown: 'refused' as const,
    })),
    {
      method: 'bank.exportTransactions',
      params: own(ann, working),
      id: line,
      place: behindLines,
      items: (csv: unknown) =>
        String(csv)
          .trimEnd()
          .split('\r\n')
          .slice(1)
          .map((text) => {
            const [transaction_id, _time, _type, _amount, balance] = text.split(',');
            return { transaction_id, balance };
          }),
      add: payAround,
      offset: true,
      unknown: 'refused',
    },
    {
      method: 'operator.listPayouts',
      params: { capabilities: [world.operator] },
      id: leg('transaction_id'),
      add: () => payInWorld(ann),
      tie: `UPDATE payout SET created_at = '2026-01-01Z'`,
      offset: false,
      unknown: 'refused',
    },
    {
      method: 'operator.listAvatars',
      params: { capabilities: [world.operator] },
      id: by('akey'),
      add: somebody,
      offset: true,
      unknown: 'refused',
    },
    {
      method: 'operator.listRoomSites',
      params: { capabilities: [world.operator] },
      id: by('name'),
      add: (n) => call('operator.addRoomSite', [[world.operator], `Site ${n}`, ann.akey, 'working']),
      offset: false,
      unknown: 'what follows',
      nobody: '!',
    },
    {
      method: 'rooms.list',
      params: own(ann, { performer: ann.akey }),
      id: by('nickname'),
      add: (n) => join(`Guest ${n}`),
      offset: false,
      unknown: 'what follows',
      nobody: '!',
    },
    {
      method: 'operator.listOperators',
      params: { capabilities: [world.operator] },
      id: by('id'),
      add: (n) => call('operator.addOperator', [[world.operator], `Operator ${n}`, ['read'], 3_600]),
      tie: `UPDATE operator SET issued_at = '2026-01-01Z'`,
      offset: false,
      unknown: 'refused',
    },
    {
      method: 'operator.log',
      params: { capabilities: [world.operator] },
      id: by('id'),
      add: () => call('operator.listPayouts', [[world.operator]]),
      tie: `UPDATE operator_call SET created_at = '2026-01-01Z'`,
      offset: false,
      unknown: 'refused',
    },
    {
      method: 'operator.listOutbox',
      params: { capabilities: [world.operator] },
      id: by('id'),
      add: (n) =>
        world.database.transaction((client) =>
          writeRiders(client, [world.outbox.rider({ kind: 'mail', to: 'ann@example.org', subject: `Mail ${n}`, body: 'Hello.' })]),
        ),
      tie: `UPDATE outbox SET created_at = '2026-01-01Z'`,
      offset: false,
      unknown: 'refused',
    },
    {
      method: 'general.notifications',
      params: own(bob),
      id: by('id'),
      add: () => as(ann, 'bank.pay', { amount: 1, from_akey: ann.akey, to_akey: bob.akey, ...accounts, comment: '', notify: 1 }),
      tie: `UPDATE notification SET created_at = '2026-01-01Z'`,
      offset: true,
      unknown: 'refused',
    },
    {
      method: 'general.listMemberships',
      params: own(bob),
      id: by('group_key'),
      add: async (n) => {
        const group_key_or_name = await as(ann, 'general.createGroup', { group_name: `Crew ${n}` });
        await as(ann, 'general.addToGroup', { group_key_or_name, new_member_key_or_name: bob.akey });
      },
      tie: `UPDATE group_member SET joined_at = '2026-01-01Z'`,
      offset: true,
      unknown: 'refused',
    },
    {
      method: 'lease.history',
      params: own(ann, shops),
      id: by('id'),
      items: member('entries'),
      add: (n) => unit(1_000 + n),
      tie: `UPDATE lease_log SET at = '2026-01-01Z'`,
      offset: false,
      unknown: 'refused',
    },
    {
      method: 'lease.listAccess',
      params: own(ann, shops),
      id: by('akey'),
      add: async () => as(ann, 'lease.setAccess', { ...shops, akey: (await somebody()).akey, access: 'ban' }),
      tie: `UPDATE lease_access SET created_at = '2026-01-01Z'`,
      offset: true,
      unknown: 'refused',
    },
    {
      method: 'lease.managedLocations',
      params: own(bob),
      id: ({ owner_akey, location_name }) => `${owner_akey}/${location_name}`,
      add: async (n) => {
        const place = { owner_akey: '', location_name: `Place ${n}/${n}` };
        const owner = n % 2 ? ann : await somebody();
        await as(owner, 'lease.createLocation', place);
        await as(owner, 'lease.setManager', { ...place, akey: bob.akey, rights: ['units'] });
      },
      offset: true,
      unknown: 'refused',
      nobody: `${ann.akey}/Shops`,
    },
    {
      method: 'lease.myLeases',
      params: own(bob),
      id: by('lease_id'),
      add: async (n) => {
        await unit(n);
        await as(bob, 'lease.rent', { owner_akey: ann.akey, location_name: 'Shops', unit_name: `Unit #${n}`, secs: 604_800 });
      },
      tie: `UPDATE lease_unit SET paid_until = current_date + 20, ends_at = current_date + 30 WHERE lease_id IS NOT NULL`,
      offset: true,
      unknown: 'refused',
    },
    {
      method: 'lease.offers',
      params: own(ann, shops),
      id: by('unit_name'),
      items: member('units'),
      add: (n) => unit(2_000 + n),
      offset: false,
      unknown: 'what follows',
      nobody: '!',
    },
    {
      method: 'vend.listVendors',
      params: own(ann),
      id: by('object_key'),
      add: announce,
      tie: `UPDATE vend_vendor SET created_at = '2026-01-01Z'`,
      offset: true,
      unknown: 'refused',
    },
    {
      method: 'vend.collectionVendors',
      params: own(ann, wares),
      id: by('object_key'),
      add: announce,
      tie: `UPDATE vend_vendor SET created_at = '2026-01-01Z'`,
      offset: true,
      unknown: 'refused',
    },
    {
      method: 'vend.products',
      params: own(ann, wares),
      id: by('prod_id'),
      add: (n) => product(100 + n),
      offset: false,
      unknown: 'what follows',
      nobody: '0',
    },
    ...['featured', 'rating-asc', 'collection-asc'].map(
      (orderby): List => ({
        method: 'vend.search',
        params: own(ann, { text: 'chair', orderby }),
        id: by('prod_id'),
        items: (answer) => (answer as { products: Item[] }).products,
        add: (n) => product(200 + n),
        offset: true,
        unknown: 'refused',
        nobody: '1000000',
      }),
    ),
    {
      method: 'vend.listAccess',
      params: own(ann),
      id: by('akey'),
      add: async () => as(ann, 'vend.setAccess', { akey: (await somebody()).akey, kind: 'vip', discount_percent: 1 }),
      offset: false,
      unknown: 'what follows',
    },
    {
      method: 'vend.creditsGiven',
      params: own(ann),
      id: by('akey'),
      add: async () => as(ann, 'vend.giveCredit', { akey: (await somebody()).akey, amount: 1 }),
      offset: false,
      unknown: 'what follows',
    },
    {
      method: 'vend.credits',
      params: own(bob),
      id: by('merchant_akey'),
      add: async () => as(await somebody(), 'vend.giveCredit', { akey: bob.akey, amount: 1 }),
      offset: false,
      unknown: 'what follows',
    },
    {
      method: 'vend.myGiftCards',
      params: own(bob),
      id: by('card_id'),
      add: () => as(bob, 'vend.buyGiftCard', { merchant: ann.akey, amount: 1 }),
      tie: `UPDATE vend_gift_card SET created_at = '2026-01-01Z'`,
      offset: false,
      unknown: 'empty',
    },
    ...(['buyer', 'recipient'] as const).map((list) => ({
      method: 'vend.myOrders',
      params: own(bob, { as: list }),
      id: by('order_id'),
      add: () => buy(bob),
      tie: `UPDATE vend_order SET created_at = '2026-01-01Z'`,
      offset: false,
      unknown: 'empty' as const,
    })),
    ...['', 'Wares'].map((collection_name) => ({
      method: 'vend.sales',
      params: own(ann, { collection_name }),
      id: by('order_id'),
      add: () => buy(bob),
      tie: `UPDATE vend_order SET created_at = '2026-01-01Z'`,
      offset: false,
      unknown: 'empty' as const,
    })),
  ];
  return lists.map((list) => ({ nobody, ...list }));
}
