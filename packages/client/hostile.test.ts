import { afterEach, expect, it } from 'vitest';
import { type Decides, lines, type SentCall } from '../../test/testkit/lines.ts';
import { createClient, type ScripFault } from './index.ts';

/** Nobody is behind these lines: each test says what is answered. */
const line = lines(() => 'http://127.0.0.1:9');
const NAME = { avatar_name: 'Chad' };

type Answering = (calls: readonly SentCall[]) => unknown;
const saying =
  (answer: Answering): Decides =>
  (calls) => ({ body: JSON.stringify(answer(calls)) });
const result = (id: unknown, value: unknown) => ({ jsonrpc: '2.0', id, result: value });
const error = (id: unknown, code: string, fault = 1) => ({
  jsonrpc: '2.0',
  id,
  error: { code: fault, message: `${code}: no`, data: { code } },
});

async function outcomes(fates: readonly Decides[], calls: number) {
  const { url, next, requests } = await line();
  next(...fates);
  const client = createClient({ url, timeout_ms: 3_000 });
  const settled = await Promise.allSettled(Array.from({ length: calls }, () => client.general.getAvatarKey(NAME)));
  const codes = settled.map((one) => (one.status === 'fulfilled' ? one.value : (one.reason as ScripFault).code));
  return { codes, sizes: requests.map((sent) => sent.length) };
}

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
});

it.each<[what: string, body: string]>([
  ['no JSON', '<html>'],
  ['nothing', ''],
  ['another type', '"fine"'],
  ['an empty list', '[]'],
  ['null', 'null'],
  ['no version', '{"id":1,"result":"x"}'],
  ['neither a result nor an error', '{"jsonrpc":"2.0","id":1}'],
  ['both', '{"jsonrpc":"2.0","id":1,"result":"x","error":{"code":1,"message":"","data":{"code":"busy"}}}'],
  ['another id', '{"jsonrpc":"2.0","id":2,"result":"x"}'],
  ['the id as a text', '{"jsonrpc":"2.0","id":"1","result":"x"}'],
  ['a polluted object', '{"__proto__":{"jsonrpc":"2.0","id":1,"result":"x"}}'],
  ['an error that is a text', '{"jsonrpc":"2.0","id":1,"error":"no"}'],
  ['an error without a code', '{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"x","data":{}}}'],
  ['an error with a strange code', '{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"x","data":{"code":"<b>"}}}'],
])('takes %s for a bad answer', async (_, body) => {
  expect(await outcomes([{ body }], 1)).toEqual({ codes: ['client.bad_answer'], sizes: [1] });
});

it('gives each call of a batch the answer of its id, whatever their order, and ignores ids that nobody asked for', async () => {
  const turned = saying((calls) => [...calls].reverse().map(({ id }) => result(id, `key ${id}`)));
  expect(await outcomes([turned], 3)).toEqual({ codes: ['key 1', 'key 2', 'key 3'], sizes: [3] });
  const more = saying((calls) => [result(99, 'x'), null, 7, ...calls.map(({ id }) => result(id, 'key'))]);
  expect((await outcomes([more], 2)).codes).toEqual(['key', 'key']);
});

it('takes two answers to one call, and none, for bad answers, and leaves the other calls alone', async () => {
  const mixed = saying(([one, two]) => [result(one?.id, 'key'), result(two?.id, 'a'), result(two?.id, 'b')]);
  expect((await outcomes([mixed], 3)).codes).toEqual(['key', 'client.bad_answer', 'client.bad_answer']);
});

it('makes the calls of a batch that was refused as a whole one by one', async () => {
  const whole = saying(() => error(null, 'invalid_request', -32600));
  const each = saying(([one]) => result(one?.id, 'key'));
  expect(await outcomes([whole, each, each], 2)).toEqual({ codes: ['key', 'key'], sizes: [2, 1, 1] });
  expect(await outcomes([whole], 1)).toEqual({ codes: ['invalid_request'], sizes: [1] });
});

it('asks again alone, and once, for what a filled reply left out', async () => {
  const filled = saying((calls) => calls.map(({ id }, at) => (at === 0 ? result(id, 'key') : error(id, 'reply_too_large', 1004))));
  const alone = saying(([one]) => result(one?.id, 'later'));
  const never = saying(([one]) => error(one?.id, 'reply_too_large', 1004));
  expect(await outcomes([filled, alone, never], 3)).toEqual({ codes: ['key', 'later', 'reply_too_large'], sizes: [3, 1, 1] });
});

it('follows no redirection, and repeats no refusal of HTTP', async () => {
  const elsewhere = { status: 307, headers: { location: 'http://127.0.0.1:9/jsonrpc' }, body: '' };
  expect(await outcomes([elsewhere], 1)).toEqual({ codes: ['client.bad_answer'], sizes: [1] });
  expect(await outcomes([{ status: 413, body: '{"error":"body_too_large"}' }], 1)).toEqual({ codes: ['client.bad_answer'], sizes: [1] });
});

it('reads no answer without an end', async () => {
  const body = `"${'x'.repeat(33 * 1024 * 1024)}"`;
  expect(await outcomes([{ body }], 1)).toEqual({ codes: ['client.bad_answer'], sizes: [1] });
});

it('gives up a server that always is busy at the deadline', async () => {
  const busy = saying((calls) => calls.map(({ id }) => error(id, 'busy', 1002)));
  expect(
    (
      await outcomes(
        Array.from({ length: 9 }, () => busy),
        2,
      )
    ).codes,
  ).toEqual(['client.timeout', 'client.timeout']);
});

it('sends what a caller names as names: nothing is looked up in a prototype', async () => {
  const { url, next, calls } = await line();
  next(saying(([one]) => result(one?.id, JSON.parse('{"__proto__":{"admin":true},"constructor":1}'))));
  const client = createClient({ url });
  const given = JSON.parse('{"avatar_name":"x","__proto__":{"admin":true}}');
  const answer = await client.general.getAvatarKey(given);
  expect(Object.keys(answer)).toEqual(['__proto__', 'constructor']);
  expect(Object.keys(calls('general.getAvatarKey')[0]?.params ?? {})).toEqual(['avatar_name', '__proto__']);
});
