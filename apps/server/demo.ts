import type { Avatars } from '@scrip/avatars';
import type { Bank } from '@scrip/bank';
import type { Database } from '@scrip/database';
import type { Groups } from '@scrip/groups';
import { NIL_UUID, type Uuid } from '@scrip/kernel';
import type { Lease } from '@scrip/lease';
import type { Vend } from '@scrip/vend';

interface DemoAvatar {
  readonly name: string;
  /** Left out where the server makes one. */
  readonly akey?: string;
  readonly password: string;
  /** Amounts by account. */
  readonly accounts: Readonly<Record<string, number>>;
  /** Groups of its own by name, with the percentages of the members beside it: avatars that stand before it. */
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
    groups: { 'Mall Staff': { 'Secret2 Linden': 40 } },
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
  const avatars = await database.prisma.avatar.findMany({ take: DEMO_AVATARS.length, select: { name: true, akey: true } });
  if (avatars.length === 0) return true;
  const demo = new Set(DEMO_AVATARS.map((avatar) => avatar.name));
  const begun = avatars.some(({ akey }) => akey === DEMO_AVATARS[0]?.akey);
  return begun && avatars.length < DEMO_AVATARS.length && avatars.every((avatar) => demo.has(avatar.name));
}

export interface DemoParts {
  readonly avatars: Avatars;
  readonly groups: Groups;
  readonly bank: Bank;
  readonly lease: Lease;
  readonly vend: Vend;
}

/** Makes what is missing of the demo world; every step is safe to repeat, and to run in two servers at once. */
export async function seedDemo({ avatars, groups, bank }: DemoParts): Promise<void> {
  for (const { name, password, accounts, groups: own = {}, akey: wanted } of DEMO_AVATARS) {
    const found = async () => (await avatars.find(name))?.akey;
    const register = () => avatars.register({ name, password, ...(wanted && { akey: wanted }) });
    const akey = (await found()) ?? (await register().catch(async (error: unknown) => (await found()) ?? Promise.reject<string>(error)));
    for (const [account, amount] of Object.entries(accounts)) {
      await bank.accounts.open(akey, account, '');
      if (amount === 0) continue;
      const requestId = `demo ${name} ${account}`;
      await bank.payments.mint({ principal: NIL_UUID, requestId, owner: akey, account, amount, comment: 'demo world' });
    }
    for (const [group, members] of Object.entries(own)) await seedGroup(avatars, groups, akey, group, members);
  }
}

async function seedGroup(avatars: Avatars, groups: Groups, creator: Uuid, name: string, members: Readonly<Record<string, number>>) {
  const found = () => groups.find(name, creator);
  const create = () => groups.create(creator, name);
  const { gkey } = (await found()) ?? (await create().catch(async (error: unknown) => (await found()) ?? Promise.reject<never>(error)));
  for (const [member, percent] of Object.entries(members)) {
    const { akey } = await avatars.get(member);
    if (!(await groups.isMember(gkey, akey))) await groups.add(gkey, akey, { percent, officer: false });
  }
}
