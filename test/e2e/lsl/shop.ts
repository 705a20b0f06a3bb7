import type { TestServer } from '../../testkit/server.ts';
import { jsonRpc } from '../../testkit/transports.ts';
import { logIn, must } from '../demo-world.ts';
import { installKit, kitScript } from './kit.ts';
import type { Fate, Transfer } from './world/money.ts';
import type { Prim } from './world/prim.ts';
import type { Delivery } from './world/web.ts';
import { World } from './world/world.ts';

// Objects that take money in-world, and what became of it.

export interface Resident {
  readonly name: string;
  readonly akey: string;
  readonly password: string;
}

/** Numbers from 0 to below 1, the same ones for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export interface Shop {
  readonly world: World;
  readonly prim: Prim;
  /** What scripts gave in-world, and the money did move. */
  readonly given: Transfer[];
}

export interface ShopOptions {
  readonly owner: Resident;
  readonly people: readonly Resident[];
  /** Of packages/client-lsl, or a text of a test's own. */
  readonly scripts: Readonly<Record<string, string | undefined>>;
  readonly card: string;
}

/** An object with the kit and these scripts, to which its owner has allowed everything, and which is enrolled. */
export async function openShop(server: TestServer, { owner, people, scripts, card }: ShopOptions): Promise<Shop> {
  const world = new World();
  for (const resident of [owner, ...people]) world.addAvatar(resident, 1_000_000);
  const prim = world.rez(owner.akey, 'Shop');
  installKit(prim, server.url, card);
  for (const [name, source] of Object.entries(scripts)) prim.addScript(name, source ?? kitScript(name));
  const shop = { world, prim, given: [] };
  decideMoney(shop, () => DONE);
  await agree(world, owner);
  return shop;
}

const DONE: Fate = { moves: true, says: 'ok' };

/** How payments of scripts go from now on; those that do are noted. */
export function decideMoney({ world, given }: Shop, decide: (transfer: Transfer) => Fate): void {
  world.money.decide = (transfer) => {
    const fate = decide(transfer);
    if (fate.moves) given.push(transfer);
    return fate;
  };
}

/** The owner says yes to whatever is asked, and writes the password. */
export async function agree(world: World, { akey, password }: Resident): Promise<void> {
  const { dialogs } = world;
  await world.pass(5);
  for (let asked = dialogs.of(akey); asked.length > 0; asked = dialogs.of(akey)) {
    const { buttons } = asked.at(-1) as (typeof asked)[number];
    if (buttons) dialogs.press(akey, buttons[0] as string);
    else dialogs.write(akey, password);
    await world.pass(5);
  }
}

const busy = (body: string): Delivery => ({
  reply: { status: 200, body: `${body.split('::')[1]}-err::1002::busy: come again` },
});

/** What may become of a request, each as likely as the others. */
export function anyDelivery(random: () => number, body: string): Delivery {
  const fates: readonly Delivery[] = [
    'delivered',
    'delivered',
    'lost',
    'unanswered',
    'twice',
    { late_s: 5 },
    { late_s: 70 },
    busy(body),
    { reply: { status: 502, body: '' } },
  ];
  return fates[Math.floor(random() * fates.length)] as Delivery;
}

/** What may become of a payment in-world. */
export function anyFate(random: () => number): Fate {
  const fates: readonly Fate[] = [
    DONE,
    DONE,
    DONE,
    { moves: false, says: 'THROTTLED' },
    { moves: true, says: 'EXPIRED' },
    { moves: false, says: 'EXPIRED' },
    { moves: true, says: undefined },
    { moves: false, says: 'SERVICE_ERROR' },
  ];
  return fates[Math.floor(random() * fates.length)] as Fate;
}

/** The payments that a till keeps: the amount of each, and its state. */
export function kept({ prim }: Shop): [amount: number, state: string][] {
  const entries = [...prim.linksetData.entries].filter(([name]) => name.startsWith('scrip.till.'));
  return entries.map(([, { value }]) => {
    const [state = '', , , , amount] = value.split('\n');
    return [Number(amount), state];
  });
}

/** What left somebody's `working` account, by transaction. */
export async function spending(server: TestServer, who: Resident): Promise<Map<string, number>> {
  const invoke = jsonRpc(`${server.url}/jsonrpc`);
  const login = await logIn(invoke, who);
  type Line = { readonly transaction_id: string; readonly amount: number };
  const lines = await must<Line[]>(invoke, 'bank.transactions', [login], who.akey, 'working', 0, -1);
  const sums = new Map<string, number>();
  for (const { transaction_id, amount } of lines) if (amount < 0) sums.set(transaction_id, (sums.get(transaction_id) ?? 0) - amount);
  return sums;
}

/** The amounts of the transactions that are not among those before. */
export async function spentSince(server: TestServer, who: Resident, before: ReadonlyMap<string, number>): Promise<number[]> {
  return [...(await spending(server, who))].flatMap(([id, amount]) => (before.has(id) ? [] : [amount]));
}
