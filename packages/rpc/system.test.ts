import { describe, expect, it } from 'vitest';
import { noGuard, testCall } from '../../test/testkit/call.ts';
import { createRpc, Fault, param, procedure, publicAuthority, t, toJson } from './index.ts';

const order: string[] = [];
const rpc = createRpc({
  guard: noGuard,
  batchLimit: 5,
  procedures: [
    procedure({
      name: 'test.half',
      summary: 'Halves an even number.',
      params: { number: param(t.int(), 'An even number.'), by: param(t.int(), 'What to divide by.', 2) },
      result: t.int(),
      resultDoc: 'The half.',
      faults: [],
      authority: publicAuthority('a test calls it'),
      async handler({ number, by }) {
        // The first call takes longest, so that an order can be seen.
        await new Promise((resolve) => setTimeout(resolve, 10 - number));
        order.push(`${number}`);
        if (number % 2 !== 0) throw new Error('odd');
        return number / by;
      },
    }),
  ],
});

async function call(method: string, ...params: unknown[]): Promise<unknown> {
  try {
    return toJson(await rpc.invoke(testCall(), method, params));
  } catch (error) {
    if (error instanceof Fault) return error.faultString;
    throw error;
  }
}

const faultOf = (code: number, text: string) => ({ faultCode: code, faultString: expect.stringContaining(text) });

describe('introspection', () => {
  it('lists canonical names', async () => {
    expect(await call('system.listMethods')).toEqual([
      'system.getCapabilities',
      'system.listMethods',
      'system.methodHelp',
      'system.methodSignature',
      'system.multicall',
      'test.half',
    ]);
  });

  it('describes a procedure under any spelling', async () => {
    expect(await call('system.methodSignature', 'TEST_half')).toEqual([
      ['int', 'int'],
      ['int', 'int', 'int'],
    ]);
    expect(await call('system.methodHelp', 'test.half')).toContain('int test.half(int number, int by = 2)');
  });

  it.each(['system.methodSignature', 'system.methodHelp'])('%s does not know every name', async (method) => {
    expect(await call(method, 'test.none')).toContain('method_not_found: no procedure is named "test.none"');
  });

  it('tells its specifications', async () => {
    expect(await call('system.getCapabilities')).toMatchObject({ xmlrpc: { specVersion: 1 }, 'json-rpc': { specVersion: 2 } });
  });
});

describe('system.multicall', () => {
  it('runs the calls one after the other, each in an array of its one result', async () => {
    order.length = 0;
    const calls = [2, 4, 6].map((number) => ({ methodName: 'test.half', params: [number] }));
    expect(await call('system.multicall', calls)).toEqual([[1], [2], [3]]);
    expect(order).toEqual(['2', '4', '6']);
  });

  it('answers nothing for nothing', async () => {
    expect(await call('system.multicall', [])).toEqual([]);
  });

  it('answers a call that fails in its place and runs the others', async () => {
    const calls = [
      { methodName: 'test.none', params: [] },
      { methodName: 'test.half', params: ['abc'] },
      { methodName: 'test.half', params: [3] },
      { methodName: 'test.half', params: [8] },
    ];
    expect(await call('system.multicall', calls)).toEqual([
      faultOf(-32601, 'method_not_found: '),
      faultOf(-32602, 'invalid_params: number is "abc"'),
      faultOf(-32603, 'internal: '),
      [4],
    ]);
  });

  it.each([
    ['a string', 'test.half'],
    ['null', null],
    ['a list', ['test.half', [8]]],
    ['no name', { params: [8] }],
    ['a name that is none', { methodName: 7, params: [8] }],
    ['params by name', { methodName: 'test.half', params: { number: 8 } }],
  ])('answers %s for a call in its place', async (_, malformed) => {
    const calls = [malformed, { methodName: 'test.half', params: [8] }];
    expect(await call('system.multicall', calls)).toEqual([faultOf(-32602, 'each call is a struct of methodName'), [4]]);
  });

  it('takes a call without params', async () => {
    expect(await call('system.multicall', [{ methodName: 'test.half' }])).toEqual([faultOf(-32602, 'takes 1 to 2 parameters')]);
  });

  it.each(['system.multicall', 'system_multicall', 'SYSTEM.MULTICALL', 'System_MultiCall'])(
    'refuses %s inside itself',
    async (methodName) => {
      const inner = { methodName, params: [[{ methodName: 'test.half', params: [8] }]] };
      expect(await call('system.multicall', [inner])).toEqual([faultOf(-32602, 'can not be called inside itself')]);
    },
  );

  it('runs nothing of more calls than the limit', async () => {
    order.length = 0;
    const calls = Array.from({ length: 6 }, () => ({ methodName: 'test.half', params: [8] }));
    expect(await call('system.multicall', calls)).toContain('invalid_params: calls has 6 elements; at most 5');
    expect(order).toEqual([]);
    expect(await call('system.multicall', calls.slice(1))).toHaveLength(5);
  });
});
