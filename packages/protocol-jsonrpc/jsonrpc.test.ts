import { createRpc, defineFault, type Params, param, procedure, publicAuthority, type Type, t } from '@scrip/rpc';
import jayson from 'jayson';
import { beforeEach, describe, expect, it } from 'vitest';
import { noGuard, testCall } from '../../test/testkit/call.ts';
import { answerOf } from '../../test/testkit/doors.ts';
import { jsonRpcCodec } from './index.ts';

const closed = defineFault({ code: 'jsonrpc_test.closed', fault: 9501, kind: 'unavailable', doc: 'It is closed.' });

/** What handlers saw, in the order in which they finished. */
let seen: unknown[];

function declare<P extends Params, R>(name: string, params: P, result: Type<R>, handler: (input: never) => R | Promise<R>) {
  return procedure<P, R, undefined>({
    name,
    summary: 'A procedure of this test.',
    params,
    result,
    resultDoc: 'What it answers.',
    faults: [closed],
    authority: publicAuthority('a test calls it'),
    handler: handler as (input: unknown) => R | Promise<R>,
  });
}

const rpc = createRpc({
  guard: noGuard,
  batchLimit: 5,
  procedures: [
    declare('test.echo', { value: param(t.any(), 'Anything.') }, t.any(), ({ value }: { value: unknown }) => {
      seen.push(value);
      return value;
    }),
    declare('test.wait', { for_ms: param(t.int(), 'How long.') }, t.int(), async ({ for_ms }: { for_ms: number }) => {
      await new Promise((resolve) => setTimeout(resolve, for_ms));
      seen.push(for_ms);
      return for_ms;
    }),
    declare('test.kinds', {}, t.struct({ at: t.dateTime(), data: t.base64(), yes: t.boolean() }), () => ({
      at: new Date('2006-10-23T03:08:00Z'),
      data: Uint8Array.of(1, 2, 3),
      yes: true,
    })),
    declare('test.nothing', {}, t.any(), () => null),
    declare('test.undefined', {}, t.any(), () => undefined),
    declare('test.closed', {}, t.int(), () => {
      throw closed('come back on Monday');
    }),
    declare('test.bug', {}, t.int(), () => {
      throw new Error('secret detail');
    }),
    declare('test.unwritable', {}, t.any(), () => () => 'secret detail'),
  ],
});
const codec = jsonRpcCodec(rpc);

beforeEach(() => {
  seen = [];
});

async function answer(body: unknown, call = testCall()): Promise<string> {
  const reply = await answerOf(codec, { body: typeof body === 'string' ? body : JSON.stringify(body), call });
  expect(reply.status).toBe(reply.body === '' ? 204 : 200);
  expect(reply.contentType).toBe(reply.body === '' ? undefined : 'application/json; charset=utf-8');
  return reply.body;
}

async function ask(body: unknown, call = testCall()): Promise<unknown> {
  return JSON.parse(await answer(body, call));
}

const v2 = (method: string, params: unknown, id: unknown = 1) => ({ jsonrpc: '2.0', method, params, id });
const error = (code: number, stable: string, text = '') => ({
  code,
  message: expect.stringMatching(`^${stable}: .*${text}`),
  data: { code: stable, kind: expect.any(String), retry: false },
});
const failure = (code: number, stable: string, id: unknown, text?: string) => ({ jsonrpc: '2.0', error: error(code, stable, text), id });

describe('ids', () => {
  it.each(['1', '0', '-7', '1.5', '1e21', '9007199254740991', '""', '"a\\u0000\\"é"', 'null'])('echoes %s as it came', async (id) => {
    expect(await answer(`{"jsonrpc":"2.0","method":"test.echo","params":["x"],"id":${id}}`)).toBe(
      `{"jsonrpc":"2.0","result":"x","id":${JSON.stringify(JSON.parse(id))}}`,
    );
    expect(seen).toEqual(['x']);
  });

  it.each([true, [1], { a: 1 }])('refuses %j', async (id) => {
    expect(await ask(v2('test.echo', ['x'], id))).toEqual(failure(-32600, 'invalid_request', null, 'id must be'));
    expect(seen).toEqual([]);
  });

  it('answers each of two calls under one id', async () => {
    const replies = [1, 2].map((value) => ({ jsonrpc: '2.0', result: value, id: 7 }));
    expect(await ask([v2('test.echo', [1], 7), v2('test.echo', [2], 7)])).toEqual(replies);
  });

  it('refuses an id that would come back rounded', async () => {
    expect(await ask('{"jsonrpc":"2.0","method":"test.echo","params":["x"],"id":9007199254740993}')).toEqual(
      failure(-32700, 'parse_error', null, '9007199254740993'),
    );
  });
});

describe('requests', () => {
  it.each([
    ['another version', { ...v2('test.echo', ['x']), jsonrpc: '2.1' }, 1, 'jsonrpc must be'],
    ['a number for the version', { ...v2('test.echo', ['x']), jsonrpc: 2 }, 1, 'jsonrpc must be'],
    ['no version and no id', { method: 'test.echo', params: ['x'] }, null, 'jsonrpc is missing'],
    ['no method', { jsonrpc: '2.0', id: 1 }, 1, 'method must be'],
    ['a list for the method', { jsonrpc: '2.0', method: ['test.echo'], id: 1 }, 1, 'method must be'],
    ['a string for params', v2('test.echo', 'x'), 1, 'params must be'],
    ['null for params', v2('test.echo', null), 1, 'params must be'],
    ['a notification with null for params', { jsonrpc: '2.0', method: 'test.echo', params: null }, null, 'params must be'],
    ['a string that holds a request', JSON.stringify(JSON.stringify(v2('test.echo', ['x']))), null, 'a call is an object'],
    ['a number', 5, null, 'a call is an object'],
    ['null', 'null', null, 'a call is an object'],
  ])('refuses %s, under its id where it has one', async (_, body, id, text) => {
    expect(await ask(body)).toEqual(failure(-32600, 'invalid_request', id, text));
    expect(seen).toEqual([]);
  });

  it('ignores members that it does not know', async () => {
    expect(await ask({ ...v2('test.echo', ['x']), trace: 'abc', auth: null })).toEqual({ jsonrpc: '2.0', result: 'x', id: 1 });
  });

  it.each(['', '{', '[1,]', "{'a':1}", '{"a":1}{"b":2}', `${'['.repeat(33)}${']'.repeat(33)}`])('can not parse %j', async (body) => {
    expect(await ask(body)).toEqual(failure(-32700, 'parse_error', null));
  });

  it('lets no rounded whole number reach a handler', async () => {
    expect(await ask('[{"jsonrpc":"2.0","method":"test.echo","params":[9007199254740993],"id":1}]')).toEqual(
      failure(-32700, 'parse_error', null, '9007199254740993'),
    );
    expect(seen).toEqual([]);
  });

  it('takes __proto__ and constructor for plain data', async () => {
    const body = '{"jsonrpc":"2.0","method":"test.echo","params":[{"__proto__":{"admin":true},"constructor":{"prototype":1}}],"id":1}';
    expect(await answer(body)).toBe('{"jsonrpc":"2.0","result":{"__proto__":{"admin":true},"constructor":{"prototype":1}},"id":1}');
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
    expect(await ask('{"__proto__":{"jsonrpc":"2.0","method":"test.echo","id":1}}')).toEqual(failure(-32600, 'invalid_request', null));
    expect(await ask('{"jsonrpc":"2.0","method":"__proto__","id":1}')).toEqual(failure(-32601, 'method_not_found', 1));
  });
});

describe('results and faults', () => {
  it('writes dates, bytes and booleans, and null for nothing', async () => {
    expect(await ask(v2('test.kinds', []))).toMatchObject({ result: { at: '2006-10-23T03:08:00Z', data: 'AQID', yes: true } });
    expect(await ask(v2('test.nothing', []))).toEqual({ jsonrpc: '2.0', result: null, id: 1 });
    for (const falsy of [0, false, '']) expect(await ask(v2('test.echo', [falsy]))).toEqual({ jsonrpc: '2.0', result: falsy, id: 1 });
  });

  it("carries a fault's number, its text with the code first, and the code, kind and retry beside it", async () => {
    expect(await ask(v2('test.closed', []))).toEqual({
      jsonrpc: '2.0',
      error: {
        code: 9501,
        message: 'jsonrpc_test.closed: come back on Monday',
        data: { code: 'jsonrpc_test.closed', kind: 'unavailable', retry: true },
      },
      id: 1,
    });
  });

  it.each([
    ['test.none', [], -32601, 'method_not_found'],
    ['test.echo', [], -32602, 'invalid_params'],
    ['test.echo', { valeu: 1 }, -32602, 'invalid_params'],
    ['rpc.none', [], -32601, 'method_not_found'],
    ['', [], -32601, 'method_not_found'],
  ])('answers %j with %j: %d %s', async (method, params, code, stable) => {
    expect(await ask(v2(method, params))).toEqual(failure(code, stable, 1));
  });

  it.each(['test.bug', 'test.unwritable', 'test.undefined'])('tells of %s the request id and nothing else', async (method) => {
    const call = testCall();
    const reply = await answer(v2(method, []), call);
    expect(JSON.parse(reply)).toEqual(failure(-32603, 'internal', 1, 'request-1'));
    expect(reply).not.toContain('secret');
    expect(call.logged).toMatchObject([{ level: 'error', requestId: 'request-1' }]);
  });
});

describe('notifications', () => {
  it.each([
    ['one that works', { jsonrpc: '2.0', method: 'test.echo', params: ['x'] }, ['x']],
    ['one by name', { jsonrpc: '2.0', method: 'test.echo', params: { value: 'x' } }, ['x']],
    ['one that fails', { jsonrpc: '2.0', method: 'test.bug' }, []],
    ['one with wrong parameters', { jsonrpc: '2.0', method: 'test.echo' }, []],
    [
      'a batch of them',
      [
        { jsonrpc: '2.0', method: 'test.none' },
        { jsonrpc: '2.0', method: 'test.echo', params: ['x'] },
      ],
      ['x'],
    ],
  ])('answers nothing to %s', async (_, body, values) => {
    expect(await answer(body)).toBe('');
    expect(seen).toEqual(values);
  });
});

describe('batches', () => {
  it('runs calls side by side and answers them in their order', async () => {
    const replies = await ask([v2('test.wait', [40], 'a'), v2('test.wait', [20], 'b'), v2('test.wait', [0], 'c')]);
    expect(replies).toMatchObject([{ id: 'a' }, { id: 'b' }, { id: 'c' }]);
    expect(seen).toEqual([0, 20, 40]);
  });

  it('answers a batch inside a batch, and a string inside it, as no calls', async () => {
    const invalid = failure(-32600, 'invalid_request', null, 'a call is an object');
    expect(await ask('[[]]')).toEqual([invalid]);
    const request = v2('test.echo', ['x']);
    expect(await ask([[request], JSON.stringify(request), request])).toEqual([invalid, invalid, { jsonrpc: '2.0', result: 'x', id: 1 }]);
    expect(seen).toEqual(['x']);
  });

  it('runs nothing of more calls than the limit', async () => {
    const calls = Array.from({ length: 6 }, (_, id) => v2('test.echo', [id], id));
    expect(await ask(calls)).toEqual(failure(-32600, 'invalid_request', null, '6 calls; at most 5'));
    expect(seen).toEqual([]);
    expect(await ask(calls.slice(1))).toHaveLength(5);
  });
});

describe('JSON-RPC 1.0', () => {
  const v1 = (method: string, params: unknown, id: unknown) => ({ method, params, id });

  it('answers in its form', async () => {
    expect(await answer(v1('test.echo', ['x'], 7))).toBe('{"result":"x","error":null,"id":7}');
    expect(await ask(v1('test.none', [], 'a'))).toEqual({ result: null, error: error(-32601, 'method_not_found'), id: 'a' });
  });

  it('takes a null id for a notification', async () => {
    expect(await answer(v1('test.echo', ['x'], null))).toBe('');
    expect(seen).toEqual(['x']);
  });

  it('refuses in its form', async () => {
    expect(await ask(v1('test.echo', 'x', 7))).toEqual({ result: null, error: error(-32600, 'invalid_request', 'params'), id: 7 });
    expect(await ask(v1('test.echo', ['x'], [7]))).toEqual({ result: null, error: error(-32600, 'invalid_request', 'id must'), id: null });
  });

  it('stands beside 2.0 in one batch', async () => {
    expect(await ask([v1('test.echo', [1], 1), v2('test.echo', [2], 2)])).toEqual([
      { result: 1, error: null, id: 1 },
      { jsonrpc: '2.0', result: 2, id: 2 },
    ]);
  });
});

it('discovers itself, under the exact name only', async () => {
  const { result } = (await ask(v2('rpc.discover', []))) as { result: { openrpc: string; methods: { name: string }[] } };
  expect(result.openrpc).toMatch(/^1\.3\./);
  expect(result.methods.map((method) => method.name)).toContain('test.echo');
  expect(await ask(v2('RPC.DISCOVER', []))).toEqual(failure(-32601, 'method_not_found', 1));
});

describe.each([1, 2])("jayson's own client, version %d", (version) => {
  const client = jayson.Client.browser((request, done) => void answer(request).then((reply) => done(null, reply), done), { version });

  it('gets results and errors', async () => {
    const request = (method: string, params: object) =>
      new Promise((resolve) => client.request(method, params, (_: unknown, failed: unknown, result: unknown) => resolve(failed ?? result)));
    expect(await request('test.echo', ['x'])).toBe('x');
    expect(await request('test.none', [])).toEqual(error(-32601, 'method_not_found'));
  });
});
