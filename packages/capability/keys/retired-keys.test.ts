import { expect, test } from 'vitest';
import { codeOf } from '../../../test/testkit/faults.ts';
import { testWorld, type World } from '../../../test/testkit/world.ts';

const INVALID = 'auth.capability_invalid';

async function inWorld(work: (world: World) => Promise<void>): Promise<void> {
  const world = await testWorld();
  try {
    await work(world);
    await world.check();
  } finally {
    await world.close();
  }
}
const kidOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).kid as string;

test('a retired key takes with it what a newer one signed for who came with a capability of the retired one', () =>
  inWorld(async (world) => {
    const [payer, holder] = [await world.person('Payer', 10), await world.person('Holder', 0)];
    const older = kidOf(payer.login);
    await world.capabilities.rotateKey();
    const give = (login: string) => world.call('bank.grantAllAccountsFullCapability', [[login], holder.akey, 600]) as Promise<string>;
    const narrow = (login: string, token: string) => world.call('general.narrowCapability', [[login], token, {}]) as Promise<string>;
    const narrowed = await narrow(payer.login, payer.login);
    const twice = await narrow(payer.login, narrowed);
    const granted = await give(payer.login);
    const [own, newer] = [await world.loginOf(holder.akey), await world.loginOf(payer.akey)];
    const derived = await narrow(own, granted);
    const good = await give(newer);
    for (const token of [narrowed, twice, granted, derived, good]) expect(kidOf(token)).not.toBe(older);

    await world.capabilities.retireKey(older);
    const looks = (...capabilities: string[]) => codeOf(world.call('bank.accountBalance', [capabilities, payer.akey, 'working']));
    for (const token of [narrowed, twice]) expect(await looks(token)).toBe(INVALID);
    for (const token of [granted, derived]) expect(await looks(own, token)).toBe(INVALID);
    expect([await looks(newer), await looks(own, good)]).toEqual(['no fault', 'no fault']);
  }));

test('operators end with the key that they or who added them came with; they are listed so, and their names are free', () =>
  inWorld(async (world) => {
    const add = (by: string, name: string) => world.call('operator.addOperator', [[by], name, ['system', 'read'], 600]) as Promise<string>;
    const older = kidOf(world.operator);
    const ann = await add(world.operator, 'Ann');
    await world.capabilities.rotateKey();
    const bob = await add(ann, 'Bob');
    expect(kidOf(bob)).not.toBe(older);
    await world.capabilities.retireKey(older);

    const operator = { kind: 'operator', sub: 'operator', grantor: 'operator', validForSecs: 600 };
    const { token: root } = await world.capabilities.issue(operator);
    for (const token of [ann, bob]) expect(await codeOf(world.call('operator.listOperators', [[token]]))).toBe(INVALID);
    const listed = async () => {
      const all = (await world.call('operator.listOperators', [[root]])) as { name: string; status: string }[];
      return all.map(({ name, status }) => `${name} ${status}`).sort();
    };
    expect(await listed()).toEqual(['Ann revoked', 'Bob revoked']);
    await add(root, 'Ann');
    expect(await listed()).toEqual(['Ann revoked', 'Ann valid', 'Bob revoked']);
  }));
