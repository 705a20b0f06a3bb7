import { expect, it } from 'vitest';
import type { Fate } from './money.ts';
import type { Prim } from './prim.ts';
import { World } from './world.ts';

const OWNER = { akey: 'e4b4f1b3-f9fb-ceb4-b031-1a128795d26b', name: 'ImSoCool Mann' };
const GUEST = { akey: '3d9c9417-6b10-594b-b7b0-7d21616aaf50', name: 'Secret2 Linden' };
const SOURCE = `
  default {
    state_entry() { llRequestPermissions(llGetOwner(), PERMISSION_DEBIT); }
    run_time_permissions(integer permissions) { llSay(0, "debit " + (string)(permissions & PERMISSION_DEBIT)); }
    money(key giver, integer amount) { llSay(0, "got " + (string)amount); llTransferLindenDollars(giver, amount - 1); }
    transaction_result(key id, integer success, string data) { llSay(0, (string)success + " " + data); }
  }`;

async function rezzed(allows = true): Promise<Prim> {
  const world = new World();
  world.addAvatar(OWNER, 100);
  world.addAvatar(GUEST, 500);
  const prim = world.rez(OWNER.akey);
  prim.addScript('the script', SOURCE);
  await world.settle();
  world.dialogs.press(OWNER.akey, allows ? 'Yes' : 'No');
  await world.settle();
  return prim;
}

async function paid(prim: Prim, amount: number): Promise<{ said: string[]; balances: number[] }> {
  prim.said.splice(0);
  prim.world.pay(GUEST.akey, prim, amount);
  await prim.world.pass(5);
  return { said: prim.said.map(({ text }) => text), balances: [OWNER, GUEST].map(({ akey }) => prim.world.money.balanceOf(akey)) };
}

it('takes money and gives it', async () => {
  const prim = await rezzed();
  expect(prim.said).toEqual([{ to: 0, text: 'debit 2' }]);
  expect(await paid(prim, 20)).toEqual({ said: ['got 20', `1 ${GUEST.akey},19`], balances: [101, 499] });
  prim.reset();
  await prim.world.settle();
  // What was permitted is forgotten.
  expect(await paid(prim, 20)).toMatchObject({ said: ['got 20', '0 MISSING_PERMISSION_DEBIT'] });
});

it('gives nothing without permission', async () => {
  expect(await paid(await rezzed(false), 20)).toEqual({ said: ['got 20', '0 MISSING_PERMISSION_DEBIT'], balances: [120, 480] });
});

it.each<[what: string, fate: Fate, said: string[], owner: number]>([
  ['a failure', { moves: false, says: 'SERVICE_ERROR' }, ['0 SERVICE_ERROR'], 120],
  ['a payment that is made and told as expired', { moves: true, says: 'EXPIRED' }, ['0 EXPIRED'], 101],
  ['a payment of which nothing is heard', { moves: true, says: undefined }, [], 101],
])('%s', async (_what, fate, said, owner) => {
  const prim = await rezzed();
  prim.world.money.decide = () => fate;
  expect(await paid(prim, 20)).toEqual({ said: ['got 20', ...said], balances: [owner, 600 - owner] });
});

it('makes 30 payments in 30 s', async () => {
  const prim = await rezzed();
  const outcomes: unknown[] = [];
  for (let i = 0; i < 31; i++) {
    prim.world.pay(GUEST.akey, prim, 5);
    await prim.world.settle();
  }
  await prim.world.pass(2);
  for (const { text } of prim.said) if (/^[01]/.test(text)) outcomes.push(text);
  expect([outcomes.length, outcomes.at(-2), outcomes.at(-1)]).toEqual([31, `1 ${GUEST.akey},4`, '0 THROTTLED']);
  await prim.world.pass(30);
  expect((await paid(prim, 5)).said.at(-1)).toBe(`1 ${GUEST.akey},4`);
});
