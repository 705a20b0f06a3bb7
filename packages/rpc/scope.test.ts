import { describe, expect, it } from 'vitest';
import { noGuard, testCall } from '../../test/testkit/call.ts';
import { createRpc, procedure, publicAuthority, t, toJson } from './index.ts';

function declare(name: string) {
  return procedure({
    name,
    summary: `Tells that it is ${name}.`,
    params: {},
    result: t.string(),
    resultDoc: 'Its name.',
    faults: [],
    authority: publicAuthority('a test calls it'),
    handler: () => name,
  });
}

const whole = createRpc({
  batchLimit: 5,
  guard: noGuard,
  procedures: ['gateway.give2', 'gateway.check', 'gatewayed.other', 'bank.pay'].map(declare),
});
const rpc = whole.scoped({ prefix: 'gateway.', aliases: { give: 'give2' } });
const call = async (method: string, ...params: unknown[]) => toJson(await rpc.invoke(testCall(), method, params));

describe('a scope', () => {
  it.each([
    ['gateway.give2', 'gateway.give2'],
    ['give2', 'gateway.give2'],
    ['GIVE2', 'gateway.give2'],
    ['gateway_give2', 'gateway.give2'],
    ['give', 'gateway.give2'],
    ['gateway.give', 'gateway.give2'],
    ['Gateway_Give', 'gateway.give2'],
    ['check', 'gateway.check'],
  ])('finds %s as %s', async (name, canonical) => {
    expect(await call(name)).toBe(canonical);
  });

  it.each(['bank.pay', 'pay', 'gatewayed.other', 'ed.other', 'gateway.', 'gateway.gateway.check', '__proto__'])(
    'does not find %s',
    async (name) => {
      await expect(call(name)).rejects.toMatchObject({ spec: { code: 'method_not_found' } });
    },
  );

  it('lists what is in it, alone', async () => {
    expect(await call('system.listMethods')).toEqual(['gateway.check', 'gateway.give2']);
  });

  it('describes what is in it, and nothing else', async () => {
    expect(await call('system.methodHelp', 'give')).toContain('Tells that it is gateway.give2.');
    expect(await call('system.methodSignature', 'check')).toEqual([['string']]);
    for (const method of ['system.methodHelp', 'system.methodSignature']) {
      await expect(call(method, 'bank.pay')).rejects.toMatchObject({ spec: { code: 'method_not_found' } });
    }
  });

  it('runs the calls of a multicall in it', async () => {
    const calls = ['give', 'bank.pay'].map((methodName) => ({ methodName, params: [] }));
    expect(await call('system.multicall', calls)).toEqual([['gateway.give2'], { faultCode: -32601, faultString: expect.anything() }]);
  });

  it('leaves the whole as it was', async () => {
    await expect(whole.invoke(testCall(), 'give', [])).rejects.toMatchObject({ spec: { code: 'method_not_found' } });
    expect((await whole.invoke(testCall(), 'system.listMethods', [])).value).toHaveLength(4 + 5);
  });

  it('refuses an alias of nothing, and one that is taken', () => {
    expect(() => whole.scoped({ prefix: 'gateway.', aliases: { x: 'none' } })).toThrow('gateway.none, which no procedure has');
    expect(() => whole.scoped({ prefix: 'gateway.', aliases: { check: 'give2' } })).toThrow('check is declared twice');
  });
});
