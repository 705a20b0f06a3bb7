import { describe, expect, it } from 'vitest';
import { inProcessServer } from '../testkit/server.ts';
import { jsonRpc } from '../testkit/transports.ts';
import { COOL, logIn, must, SECRET2 } from './demo-world.ts';
import { installKit } from './lsl/kit.ts';
import type { Prim } from './lsl/world/prim.ts';
import { World } from './lsl/world/world.ts';
import { printed } from './printed.ts';

// The three in-world examples of the Apez document, as printed, beside the scripts of the kit in an object of ImSoCool Mann's
// that calls over the relay.

const server = inProcessServer();

async function rezzed(script: string, owner = COOL): Promise<Prim> {
  const world = new World();
  for (const avatar of [COOL, SECRET2]) world.addAvatar(avatar);
  const prim = world.rez(owner.akey);
  installKit(prim, server.url);
  prim.addScript(script, printed(`${script}.lsl`));
  await world.pass(5);
  return prim;
}

/** The owner allows what the object asks for, and writes the password. */
async function allow(prim: Prim, { akey, password } = COOL): Promise<void> {
  const { dialogs } = prim.world;
  dialogs.press(akey, 'Yes');
  await prim.world.pass(5);
  dialogs.write(akey, password);
  await prim.world.pass(5);
}

/** What is said once it is touched: to everybody near, in channel 0. */
async function touched(prim: Prim, akey: string): Promise<string[]> {
  const before = prim.said.length;
  prim.touch(akey);
  await prim.world.pass(5);
  const said = prim.said.slice(before);
  expect(said.map(({ to }) => to)).toEqual(said.map(() => 0));
  return said.map(({ text }) => text);
}

it("the key of an avatar, asked for by anybody's touch", async () => {
  const name = 'Apez-name2key-example';
  const prim = await rezzed(name);
  expect(prim.said).toEqual([{ to: 0, text: `${name}: Touch to query key for avatar Secret2 Linden` }]);
  expect(await touched(prim, SECRET2.akey)).toEqual([`The key for avatar Secret2 Linden is ${SECRET2.akey}`]);
});

it("the balance of the owner's account", async () => {
  const name = 'Apez-balance-example';
  const prim = await rezzed(name);
  await allow(prim);
  expect(prim.said).toEqual([
    { to: 'owner', text: name },
    { to: 'owner', text: 'Apez account login permission granted' },
    { to: 0, text: 'Touch me to display your working account balance' },
  ]);
  const answer = ['Your working account balance is 5000'];
  expect(await touched(prim, COOL.akey)).toEqual([`${name}: Hello ImSoCool Mann, querying you account balance...`, ...answer]);
  expect(await touched(prim, SECRET2.akey)).toEqual([`${name}: Hello Secret2 Linden, querying you account balance...`, ...answer]);
});

it("the owner's groups and the members of the first, whose name the script takes for its key", async () => {
  const name = 'Apez-groups-example';
  const prim = await rezzed(name);
  await allow(prim);
  expect(prim.said).toEqual([
    { to: 'owner', text: 'Apez groups permission granted' },
    { to: 0, text: `${name}: Touch me to list your Apez groups` },
  ]);
  const invoke = jsonRpc(`${server.url}/jsonrpc`);
  const login = await logIn(invoke, COOL);
  const [[gkey]] = await must<[[string]]>(invoke, 'general.listGroupsCreated', [login], COOL.akey);
  expect(await touched(prim, COOL.akey)).toEqual([
    `${name}: Hello ImSoCool Mann, querying your group list...`,
    `Mall Staff [${gkey}]`,
    '----',
    `Requesting membership list for group ${gkey}`,
    `ImSoCool Mann [${COOL.akey}]  60%`,
    `Secret2 Linden [${SECRET2.akey}]  40%`,
  ]);
});

it('says so where the owner has no groups', async () => {
  const prim = await rezzed('Apez-groups-example', SECRET2);
  await allow(prim, SECRET2);
  expect((await touched(prim, COOL.akey)).slice(1)).toEqual(["You're not a member of any Apez groups"]);
});

describe.each([
  ['Apez-balance-example', 'Apez account login permission NOT granted'],
  ['Apez-groups-example', 'Apez groups permission NOT granted'],
])('%s', (script, text) => {
  it('is told No, and the owner is asked again when it is rezzed', async () => {
    const prim = await rezzed(script);
    const { dialogs } = prim.world;
    dialogs.press(COOL.akey, 'No');
    await prim.world.pass(5);
    expect(prim.said.at(-1)).toEqual({ to: 'owner', text });
    const { length } = prim.said;
    prim.rez();
    await prim.world.pass(5);
    dialogs.press(COOL.akey, 'No');
    await prim.world.pass(5);
    expect(prim.said.slice(length)).toEqual(prim.said.slice(0, length));
    // What it sends as its capability is refused, and of faults it takes no notice.
    expect(await touched(prim, COOL.akey)).toHaveLength(1);
  });
});
