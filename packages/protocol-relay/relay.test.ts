import { busy, createRpc, defineFault, type Params, param, procedure, publicAuthority, type Type, t } from '@scrip/rpc';
import { describe, expect, it } from 'vitest';
import { noGuard } from '../../test/testkit/call.ts';
import { doorServer } from '../../test/testkit/doors.ts';
import { type ObjectDirectory, relayDoor } from './index.ts';

const LOST = new Error('the connection is lost');
const closed = defineFault({ code: 'relay_test.closed', fault: 9601, kind: 'refused', doc: 'It is closed.' });

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

const any = param(t.any(), 'Anything.');
const capabilities = param(t.array(t.string(), { max: 16 }), 'Capabilities.');
const FLAT = t.array(t.any());
const rpc = createRpc({
  batchLimit: 5,
  guard: noGuard,
  asFault: (error) => (error === LOST ? busy('the database does not answer') : undefined),
  procedures: [
    declare('test.text', { value: param(t.string({ max: 20_000 }), 'Text.') }, t.string(), ({ value }: { value: string }) => value),
    declare(
      'test.pay',
      { capabilities, amount: param(t.int(), 'How much.'), loud: param(t.boolean(), 'Whether.', false) },
      t.any(),
      (given) => given,
    ),
    declare('test.any', { value: any }, t.any(), ({ value }: { value: unknown }) => value),
    declare('test.list', { value: param(t.array(t.any()), 'A list.') }, FLAT, ({ value }: { value: unknown[] }) => value),
    declare(
      'test.struct',
      { value: param(t.struct({ a: t.int(), b: t.optional(t.string()) }), 'A struct.') },
      t.any(),
      ({ value }: { value: unknown }) => value,
    ),
    declare('test.mixed', {}, FLAT, () => ['key', 7, 0.5, true, false, null, new Date('2006-10-23T03:08:00Z')]),
    declare('test.nothing', {}, FLAT, () => []),
    declare('test.boolean', {}, t.boolean(), () => true),
    declare('test.double', {}, t.double(), () => 1000),
    declare('test.closed', {}, t.int(), () => {
      throw closed('come back::on Monday');
    }),
    declare('test.bug', {}, t.int(), () => {
      throw new Error('hunter2');
    }),
  ],
});

const LIMIT = 40_000;
/** Nobody knows an object here; test/conformance/relay.test.ts has some. */
const NONE: ObjectDirectory = {
  enrolled: async () => undefined,
  fits: async () => false,
  claimed: async () => undefined,
  heard() {},
  replies: { answer: async () => expect.fail('there are no nonces without objects') },
};
/** The database went away. */
const AWAY: ObjectDirectory = { ...NONE, claimed: () => Promise.reject(LOST) };
const server = doorServer([relayDoor(rpc, NONE, ['POST /relay']), relayDoor(rpc, AWAY, ['POST /away'])], { bodyLimit: LIMIT });

async function post(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}, status = 200): Promise<string> {
  const reply = await fetch(`${server.url}/relay`, {
    method: 'POST',
    body: Buffer.from(body),
    headers: { 'content-type': 'text/plain', ...headers },
  });
  expect([reply.status, reply.headers.get('content-type')]).toEqual([status, 'text/plain; charset=utf-8']);
  return reply.text();
}

describe('calls', () => {
  it.each([
    ['call::test.boolean', 'test.boolean-rsp::1'],
    ['call::test.boolean::', 'test.boolean-rsp::1'],
    ['call::test.boolean::cap#cap', 'test.boolean-rsp::1'],
    ['call::TEST_Boolean::', 'TEST_Boolean-rsp::1'],
    ['call::test.double::', 'test.double-rsp::1000'],
    ['call::test.text::::héé 😀', 'test.text-rsp::héé 😀'],
    ['call::test.text::::', 'test.text-rsp::'],
    ['call::test.text::::a:b:', 'test.text-rsp::a:b:'],
    ['call::test.pay::a.b.c#d.e.f::20.000000', 'test.pay-rsp::{"capabilities":["a.b.c","d.e.f"],"amount":20,"loud":false}'],
    ['call::test.pay::::7::1', 'test.pay-rsp::{"capabilities":[],"amount":7,"loud":true}'],
    ['call::test.mixed::', 'test.mixed-rsp::key::7::0.5::1::0::::2006-10-23T03:08:00Z'],
    ['call::test.nothing::', 'test.nothing-rsp::'],
    ['call::test.any::::{"a":[1,true]}', 'test.any-rsp::{"a":[1,true]}'],
    ['call::test.any::::[1,"a"]', 'test.any-rsp::1::a'],
    ['call::test.any::::[1,["a"]]', 'test.any-rsp::[1,["a"]]'],
    ['call::test.any::::true', 'test.any-rsp::1'],
    ['call::test.any::::no {json}', 'test.any-rsp::no {json}'],
    ['call::test.list::::[]', 'test.list-rsp::'],
    ['call::test.struct::::{"a":"5"}', 'test.struct-rsp::{"a":5}'],
  ])('%s', async (body, reply) => {
    expect(await post(body)).toBe(reply);
    // LSL's default type; the body is taken as it stands and not decoded as a form.
    expect(await post(body, { 'content-type': 'application/x-www-form-urlencoded' })).toBe(reply);
    expect(await post(body, { 'content-type': 'text/plain;charset=utf-8' })).toBe(reply);
  });

  it.each(['test.any', 'test.struct'])('refuses an object that has a member twice: %s', async (name) => {
    const reply = await post(`call::${name}::::{"a":1,"\\u0061":2}`);
    expect(reply).toBe(`${name}-err::-32600::invalid_request: an object has two members "a"; it is not clear which counts`);
  });

  it('takes a number with more digits than a double for the nearest one', async () => {
    expect(await post('call::test.any::::[0.10000000000000001,{"a":0.10000000000000001}]')).toBe('test.any-rsp::[0.1,{"a":0.1}]');
  });

  it('takes a percent sign and a plus in a form for what they are', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await post('call::test.text::::100%25+1&a=b', form)).toBe('test.text-rsp::100%25+1&a=b');
  });
});

describe('what a caller wrote never breaks a reply into other parts', () => {
  it.each([
    [['a::b', 'c'], String.raw`"a\u003a\u003ab"::c`],
    [['a:', 'c'], String.raw`"a\u003a"::c`],
    [['a', ':c'], 'a:::c'],
    [['a', 'c:'], 'a::c:'],
    [[':::', ''], String.raw`"\u003a\u003a\u003a"::`],
    [['x::"y"'], String.raw`"x\u003a\u003a\"y\""`],
    [['a', ['b::c', 'd:::']], String.raw`["a",["b\u003a\u003ac","d\u003a\u003a\u003a"]]`],
  ])('%j', async (value, written) => {
    const reply = await post(`call::test.any::::${JSON.stringify(value).replaceAll(':', '\\u003a')}`);
    expect(reply).toBe(`test.any-rsp::${written}`);
    if (value.some((element) => typeof element !== 'string'))
      return expect(JSON.parse(reply.slice('test.any-rsp::'.length))).toEqual(value);
    const read = reply
      .split('::')
      .slice(1)
      .map((text) => (text.startsWith('"') ? JSON.parse(text) : text));
    expect(read).toEqual(value);
  });

  it('in a fault neither', async () => {
    expect(await post('call::test.closed::')).toBe(
      String.raw`test.closed-err::9601::"relay_test.closed\u003a come back\u003a\u003aon Monday"`,
    );
  });
});

describe('faults are 200 as well', () => {
  it.each([
    ['call::test.none::', 'test.none-err::-32601::method_not_found: '],
    ['call::__proto__::', '__proto__-err::-32601::method_not_found: '],
    ['call::test.pay::::x', 'test.pay-err::-32602::invalid_params: '],
    ['call::test.pay::', 'test.pay-err::-32602::invalid_params: '],
    ['call::test.pay::::1::0::3', 'test.pay-err::-32602::invalid_params: '],
    ['call::test.list::::a', 'test.list-err::-32602::invalid_params: '],
    ['call::test.struct::::{"a":1,"__proto__":2}', 'test.struct-err::-32602::invalid_params: '],
    ['', '-err::-32600::invalid_request: '],
    ['hello', '-err::-32600::invalid_request: '],
    ['CALL::test.boolean::', '-err::-32600::invalid_request: '],
    ['call::', '-err::-32600::invalid_request: '],
    ['call::::', '-err::-32600::invalid_request: '],
    ['call::a b::', '-err::-32600::invalid_request: '],
    [`call::${'x'.repeat(129)}::`, '-err::-32600::invalid_request: '],
  ])('%j', async (body, start) => {
    const reply = await post(body);
    // The separators between the parts, and no more of them.
    expect(reply.startsWith(start)).toBe(true);
    expect(reply.split('::')).toHaveLength(3);
  });

  it('hides what is not declared', async () => {
    const reply = await post('call::test.bug::');
    expect(reply).toMatch(/^test\.bug-err::-32603::internal: /);
    expect(reply).not.toContain('hunter2');
  });

  it.each([
    ['another media type', 'call::test.boolean::', { 'content-type': 'application/json' }, -32600],
    ['no media type that could be one', 'call::test.boolean::', { 'content-type': 'text/"' }, -32600],
    ['a compressed body', 'call::test.boolean::', { 'content-encoding': 'gzip' }, -32600],
    ['bytes that are no UTF-8', Uint8Array.of(0x63, 0xff), {}, -32700],
    ['a body over the limit', 'x'.repeat(LIMIT + 1), {}, -32600],
  ])('%s', async (_what, body, headers: Record<string, string>, number) => {
    expect(await post(body, headers)).toMatch(new RegExp(`^-err::${number}::[a-z_]+: `));
  });

  it('another method is not', async () => {
    const reply = await fetch(`${server.url}/relay`);
    expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

describe('length', () => {
  const room = 2_048 - 'test.text-rsp::'.length;
  const call = (length: number, headers = {}) => post(`call::test.text::::${'x'.repeat(length)}`, headers);

  it.each([
    [room, room + 1, undefined],
    [room - 1_048, room - 1_047, '1000'],
    [room + 14_336, room + 14_337, '16384'],
    [room + 14_336, room + 14_337, '99999'],
    [room, room + 1, 'many'],
    [room, room + 1, '0'],
  ])('%i bytes are taken, %i are not (X-Scrip-Body-Max %s)', async (taken, refused, max) => {
    const headers = max === undefined ? {} : { 'x-scrip-body-max': max };
    expect(await call(taken, headers)).toMatch(/^test\.text-rsp::x+$/);
    expect(await call(refused, headers)).toMatch(/^test\.text-err::1700::relay\.reply_too_long: .*fewer$/);
  });

  it('counts bytes, not characters', async () => {
    expect(await post(`call::test.text::::${'é'.repeat(room / 2 + 1)}`)).toMatch(/^test\.text-err::1700::/);
  });

  it('sends the fault that says so, however little is taken', async () => {
    expect(await call(1, { 'x-scrip-body-max': '3' })).toMatch(/^test\.text-err::1700::/);
  });
});

describe('hostile bodies', () => {
  it.each([
    ['thousands of parts', `call::test.boolean${'::'.repeat(15_000)}`, 'test.boolean-err::-32602::'],
    ['thousands of capabilities', `call::test.pay::${'a#'.repeat(15_000)}::1`, 'test.pay-err::-32602::'],
    ['deep JSON', `call::test.list::::${'['.repeat(15_000)}${']'.repeat(15_000)}`, 'test.list-err::-32602::'],
    ['deep JSON where anything is taken', `call::test.any::::${'['.repeat(500)}${']'.repeat(500)}`, 'test.any-rsp::[[['],
    ['a huge number', `call::test.pay::::${'9'.repeat(30_000)}`, 'test.pay-err::-32602::'],
    ['control characters', 'call::test.text::::a\u0000b', 'test.text-err::-32602::'],
  ])('%s', async (_what, body, start) => {
    const reply = await post(body);
    expect(reply.startsWith(start)).toBe(true);
    expect(Buffer.byteLength(reply)).toBeLessThanOrEqual(2_048);
  });

  it('a member __proto__ is data', async () => {
    expect(await post('call::test.any::::{"__proto__":{"a":1}}')).toBe('test.any-rsp::{"__proto__":{"a":1}}');
  });
});

it('says that it is busy where who calls can not be found out now', async () => {
  const reply = await fetch(`${server.url}/away`, { method: 'POST', body: 'call::test.boolean::' });
  expect([reply.status, await reply.text()]).toEqual([200, expect.stringMatching(/^test\.boolean-err::-?\d+::busy: /)]);
});
