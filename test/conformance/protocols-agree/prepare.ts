import { newId } from '@scrip/kernel';
import pg from 'pg';
import { COOL, logIn, must, SECRET2 } from '../../e2e/demo-world.ts';
import type { TestServer } from '../../testkit/server.ts';
import { direct } from '../../testkit/transports.ts';

/** What is known of the demo world before the first call, and is the same in all copies of it. */
export interface Known {
  readonly operator: string;
  readonly cool: string;
  readonly secret2: string;
  readonly chad: string;
  readonly expired: string;
  readonly revoked: string;
  /** From ImSoCool Mann, for Secret2 Linden or for anybody. */
  readonly grants: readonly string[];
  /** Nobody calls with them: the first EACH are to be revoked, the others to be narrowed and looked at. */
  readonly spare: readonly string[];
  /** Transactions in which ImSoCool Mann was paid by Secret2 Linden. */
  readonly incomes: readonly string[];
  /** Holds for ImSoCool Mann. */
  readonly holds: readonly string[];
  /** What Secret2 Linden bought, how it is handed over, and gift cards of theirs. */
  readonly orders: readonly string[];
  readonly deliveries: readonly string[];
  readonly cards: readonly string[];
  /** Objects of `An avatar` that sell ImSoCool Mann's furniture. */
  readonly objects: readonly string[];
  /** Payments that wait to be handed over. */
  readonly payouts: readonly string[];
  /** In the outbox, which nothing is sent from. */
  readonly mails: readonly string[];
}

const HOUR_s = 3_600;
const WEEK_s = 168 * HOUR_s;
/** How many there are of what calls use up. */
export const EACH = 6;
/** How many units are vacant. */
export const STALLS = 20;

type Ask = <T = string>(method: string, ...params: unknown[]) => Promise<T>;

/** Adds to the demo world what nobody makes by chance. */
export async function prepare(server: TestServer, databaseUrl: string): Promise<Known> {
  const invoke = direct(server);
  const keyOf = (name: string) => must<string>(invoke, 'general.getAvatarKey', name);
  const loginOf = async (name: string, password: string) => logIn(invoke, { akey: await keyOf(name), password });
  const as =
    (login: string): Ask =>
    (method, ...params) =>
      must(invoke, method, [login], ...params);
  const [cool, secret2, chad] = [await logIn(invoke, COOL), await logIn(invoke, SECRET2), await loginOf('Chad', 'My password goes here')];
  const [asCool, asSecret2] = [as(cool), as(secret2)];
  await as(server.operator)('operator.mint', SECRET2.akey, 'working', 100_000, 'to spend');

  const revoked = await logIn(invoke, COOL);
  await asCool('general.revokeCapability', revoked);
  const expired = await logIn(invoke, COOL, 1);
  for (const name of ['Crew', 'Sellers']) {
    await asCool('general.createGroup', name);
    await asCool('general.addToGroup', '', '', name, SECRET2.akey, '', -1, 1);
  }
  await asCool('general.addToGroup', '', '', 'Sellers', 'An avatar');
  await letShops(asCool, asSecret2, as(chad));
  const goods = await sell(asCool, asSecret2, as(await loginOf('An avatar', 'avatar')));

  const grant = (name: string) => asCool(name, SECRET2.akey, HOUR_s);
  const toCool = ['working', COOL.akey, 'working', 'for Cool'] as const;
  const known = {
    operator: server.operator,
    cool,
    secret2,
    chad,
    expired,
    revoked,
    grants: [
      await grant('bank.grantAllAccountsFullCapability'),
      await grant('bank.grantAllAccountsReadCapability'),
      await grant('lease.grantReadCapability'),
      await grant('lease.grantManageCapability'),
      await grant('vend.grantReadCapability'),
      await grant('vend.grantManageCapability'),
      await asCool('general.grantGroupsCapability', HOUR_s),
    ],
    spare: [
      ...(await several(() => logIn(invoke, COOL))),
      await grant('bank.grantAllAccountsFullCapability'),
      await logIn(invoke, COOL),
      await logIn(invoke, SECRET2),
      cool.slice(0, -1),
      'nonsense',
    ],
    incomes: await several(() => asSecret2('bank.pay', 20, SECRET2.akey, ...toCool)),
    holds: await several(() => asSecret2('bank.hold', 20, SECRET2.akey, ...toCool)),
    payouts: await several(() => asSecret2('bank.pay', 1, SECRET2.akey, 'working', COOL.akey, 'avatar', '')),
    mails: await writeMails(databaseUrl),
    ...goods,
  };
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  return known;
}

/** No procedure writes any. */
async function writeMails(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO outbox (id, kind, recipient, subject, body)
     SELECT gen_random_uuid(), 'mail', 'mann@example.org', 'Mail ' || n, 'Zoë & <日本>' FROM generate_series(1, ${EACH}) AS n RETURNING id`,
  );
  await client.end();
  return rows.map(({ id }) => id);
}

async function several<T>(make: (n: number) => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  for (let n = 0; n < EACH; n++) all.push(await make(n));
  return all;
}

/** Shops #4 to #9 are Secret2 Linden's; none is overdue, of which the servers would remind somebody, each at another moment. */
async function letShops(asCool: Ask, asSecret2: Ask, asChad: Ask): Promise<void> {
  await asCool('lease.updateLocation', '', 'Shops', { manager_group: 'Crew', grace_secs: HOUR_s });
  await asCool('lease.setManager', '', 'Shops', 'Chad', ['see', 'prices']);
  await asChad('lease.extend', COOL.akey, 'Shops', 'Shop #3', 40 * WEEK_s);
  for (let n = 1; n <= STALLS; n++) await asCool('lease.createUnit', '', 'Shops', `Stall #${n}`, 5);
  await several(async (n) => {
    const unit = [COOL.akey, 'Shops', `Shop #${4 + n}`] as const;
    await asSecret2('lease.rent', ...unit, 10 * WEEK_s);
    await asSecret2('lease.setPayer', ...unit, 'Chad');
  });
}

/** `An avatar` sells the furniture, and Secret2 Linden buys some. */
async function sell(asCool: Ask, asSecret2: Ask, asSeller: Ask): Promise<Pick<Known, 'orders' | 'deliveries' | 'cards' | 'objects'>> {
  await asCool('vend.updateCollection', '', 'Furniture', { affiliate_group: 'Sellers', manager_group: 'Crew' });
  const objects = await several(async () => {
    const objectKey = newId();
    await asSeller('vend.announceVendor', COOL.akey, 'Furniture', objectKey, 'Kinda', 1, 2, 3);
    return objectKey;
  });
  const orders = await several(async (n) => (await asSecret2<{ order_id: string }>('vend.buy', 1 + (n % 5))).order_id);
  const deliveries = await several(async (n) => {
    const order = await asSecret2<{ deliveries: { delivery_id: string }[] }>('vend.order', orders[n]);
    return order.deliveries[0]?.delivery_id ?? '';
  });
  const cards = await several(async () => (await asSecret2<{ code: string }>('vend.buyGiftCard', COOL.akey, 5)).code);
  return { orders, deliveries, cards, objects };
}
