import { setTimeout as sleep } from 'node:timers/promises';
import type { Avatars } from '@scrip/avatars';
import type { Database } from '@scrip/database';
import type { Groups } from '@scrip/groups';
import { decimalOfMinor, NIL_UUID, type Uuid } from '@scrip/kernel';
import type { Composed } from './compose.ts';
import { seedApp } from './demo-app.ts';
import { seedProducts } from './demo-products.ts';
import { seedRooms } from './demo-rooms.ts';
import { RENTS, seedShops } from './demo-shops.ts';
import { seedStudio } from './demo-studio.ts';

interface DemoAvatar {
  readonly name: string;
  /** Left out where the server makes one. */
  readonly akey?: string;
  readonly password: string;
  /** Amounts by account. */
  readonly accounts: Readonly<Record<string, number>>;
  /** Groups of its own by name, with the percentages of all members: itself, and avatars that stand before it. */
  readonly groups?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** The demo world of the README. Its passwords are public: it is for trying things out, never for a real grid. */
export const DEMO_AVATARS: readonly DemoAvatar[] = [
  { name: 'Secret2 Linden', akey: '3d9c9417-6b10-594b-b7b0-7d21616aaf50', password: 'secret2', accounts: { working: 1_000 } },
  {
    name: 'ImSoCool Mann',
    akey: 'e4b4f1b3-f9fb-ceb4-b031-1a128795d26b',
    password: 'yourpasswordhere',
    accounts: { working: 5_000, savings: 250 },
    groups: { 'Mall Staff': { 'ImSoCool Mann': 60, 'Secret2 Linden': 40 } },
  },
  { name: 'An avatar', akey: 'ba7d14ff-a43e-4a04-982a-141e25290142', password: 'avatar', accounts: { working: 0 } },
  { name: 'Chad', password: 'My password goes here', accounts: { working: 100_000, promotional: 50_000 } },
  { name: 'Matt', password: 'matt', accounts: { working: 0 } },
];

/**
 * Whether the database holds nobody, or only a part of the demo world that an interrupted start left behind. That part
 * always has the first avatar under its own key: somebody real who is called Matt is no demo.
 */
export async function isEmptyOrHalfSeeded(database: Database): Promise<boolean> {
  const avatars = await database.prisma.avatar.findMany({ take: DEMO_AVATARS.length + 1, select: { name: true, akey: true } });
  if (avatars.length === 0) return true;
  const demo = new Set(DEMO_AVATARS.map((avatar) => avatar.name));
  const begun = avatars.some(({ akey }) => akey === DEMO_AVATARS[0]?.akey);
  // The studio's user comes before the last avatar.
  const isDemo = ({ name }: { readonly name: string }) => demo.has(name) || name.startsWith('Demo ');
  return begun && avatars.length <= DEMO_AVATARS.length && avatars.every(isDemo);
}

/**
 * Makes what is missing of the demo world; every step is safe to repeat. One of several servers at once does it, and the
 * others wait. The last avatar comes last: as long as it is missing, so may be anything else.
 */
export async function seedDemo(on: Composed): Promise<void> {
  while (!(await seedAlone(on))) await sleep(RETRY_ms);
}

const RETRY_ms = 50;
/** Objects on the same machine are of the grid `demo`. */
const LOOPBACK = ['127.0.0.0/8', '::1'];
const TRY_LOCK = `SELECT pg_try_advisory_xact_lock(hashtextextended('demo world', 0)) AS locked`;

/** False where another server is at it. */
function seedAlone(on: Composed): Promise<boolean> {
  return on.database.transaction(async (client) => {
    const [row] = (await client.query<{ locked: boolean }>(TRY_LOCK)).rows;
    if (!row?.locked) return false;
    // This transaction only keeps the lock, for as long as a slow machine takes to hash the passwords.
    await client.query('SET LOCAL idle_in_transaction_session_timeout = 0');
    for (const avatar of DEMO_AVATARS.slice(0, -1)) await seedAvatar(on, avatar);
    await on.avatars.grids.set('demo', 'Demo', LOOPBACK);
    const { akey } = await on.avatars.get('ImSoCool Mann');
    await seedShops(on.lease, on.avatars, akey);
    await seedProducts(on.vend, akey);
    await seedRooms(on.rooms);
    await seedApp(on.gifts, on.avatars);
    await seedStudio(on.studio);
    for (const avatar of DEMO_AVATARS.slice(-1)) await seedAvatar(on, avatar);
    return true;
  });
}

async function seedAvatar({ avatars, groups, bank }: Composed, avatar: DemoAvatar): Promise<void> {
  const { name, password, accounts, groups: own = {}, akey: wanted } = avatar;
  const akey = (await avatars.find(name))?.akey ?? (await avatars.register({ name, password, ...(wanted && { akey: wanted }) }));
  for (const [account, amount] of Object.entries(accounts)) {
    await bank.accounts.open(akey, account, '');
    // What the rents of the demo world bring or take is the rest.
    const minted = account === 'working' ? amount - (RENTS[name] ?? 0) : amount;
    if (minted === 0) continue;
    const requestId = `demo ${name} ${account}`;
    await bank.payments.mint({
      principal: NIL_UUID,
      requestId,
      owner: akey,
      account,
      amount: decimalOfMinor(BigInt(minted), 0),
      comment: 'demo world',
    });
  }
  for (const [group, members] of Object.entries(own)) await seedGroup(avatars, groups, akey, group, members);
}

async function seedGroup(avatars: Avatars, groups: Groups, creator: Uuid, name: string, members: Readonly<Record<string, number>>) {
  const { gkey } = (await groups.find(name, creator)) ?? (await groups.create(creator, name));
  const percents = Object.entries(members).map(async ([member, percent]) => [(await avatars.get(member)).akey, percent] as const);
  await groups.addAll(gkey, new Map(await Promise.all(percents)));
}
