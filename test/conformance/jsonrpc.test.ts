import { jsonRpcCodec } from '@scrip/protocol-jsonrpc';
import { createRpc, type Params, param, procedure, publicAuthority, type Type, t } from '@scrip/rpc';
import { expect, it } from 'vitest';
import { noGuard } from '../testkit/call.ts';
import { answerOf } from '../testkit/doors.ts';

/**
 * Section 7 of https://www.jsonrpc.org/specification, every example, in its order. Where the specification's error
 * messages are bare ("Invalid Request"), ours begin with the stable code and say more; codes, ids and results are its own.
 */
function declare<P extends Params, R>(name: string, params: P, result: Type<R>, handler: (input: { [K in keyof P]: number }) => R) {
  return procedure<P, R, undefined>({
    name,
    summary: 'From the examples of the specification.',
    params,
    result,
    resultDoc: 'As in the examples.',
    faults: [],
    authority: publicAuthority('a test calls it'),
    handler: (input) => handler(input as unknown as { [K in keyof P]: number }),
  });
}

const int = param(t.int(), 'A number.');
const three = { a: int, b: int, c: int };
const notified: number[] = [];
const note = (value: number) => notified.push(value);

const rpc = createRpc({
  guard: noGuard,
  batchLimit: 50,
  procedures: [
    declare('subtract', { minuend: int, subtrahend: int }, t.int(), ({ minuend, subtrahend }) => minuend - subtrahend),
    declare('sum', three, t.int(), ({ a, b, c }) => a + b + c),
    declare('update', { ...three, d: int, e: int }, t.int(), ({ a }) => note(a)),
    declare('notify_hello', { a: int }, t.int(), ({ a }) => note(a)),
    declare('notify_sum', three, t.int(), ({ a, b, c }) => note(a + b + c)),
    declare('get_data', {}, t.tuple(t.string(), t.int()), () => ['hello', 5]),
  ],
});
const codec = jsonRpcCodec(rpc);

const INVALID_REQUEST = failure(-32600, 'invalid_request', null);

function failure(code: number, stable: string, id: unknown) {
  const error = { code, message: expect.stringMatching(`^${stable}: `), data: expect.objectContaining({ code: stable }) };
  return { jsonrpc: '2.0', error, id };
}

const success = (result: unknown, id: unknown) => ({ jsonrpc: '2.0', result, id });

const EXAMPLES: readonly (readonly [string, string, unknown])[] = [
  ['positional parameters', '{"jsonrpc": "2.0", "method": "subtract", "params": [42, 23], "id": 1}', success(19, 1)],
  ['positional parameters, the other way', '{"jsonrpc": "2.0", "method": "subtract", "params": [23, 42], "id": 2}', success(-19, 2)],
  ['named parameters', '{"jsonrpc": "2.0", "method": "subtract", "params": {"subtrahend": 23, "minuend": 42}, "id": 3}', success(19, 3)],
  [
    'named parameters in another order',
    '{"jsonrpc": "2.0", "method": "subtract", "params": {"minuend": 42, "subtrahend": 23}, "id": 4}',
    success(19, 4),
  ],
  ['a notification', '{"jsonrpc": "2.0", "method": "update", "params": [1,2,3,4,5]}', undefined],
  ['a notification to a method that is not there', '{"jsonrpc": "2.0", "method": "foobar"}', undefined],
  ['a method that is not there', '{"jsonrpc": "2.0", "method": "foobar", "id": "1"}', failure(-32601, 'method_not_found', '1')],
  ['invalid JSON', '{"jsonrpc": "2.0", "method": "foobar, "params": "bar", "baz]', failure(-32700, 'parse_error', null)],
  ['an invalid request', '{"jsonrpc": "2.0", "method": 1, "params": "bar"}', INVALID_REQUEST],
  [
    'a batch of invalid JSON',
    `[
      {"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"},
      {"jsonrpc": "2.0", "method"
    ]`,
    failure(-32700, 'parse_error', null),
  ],
  ['an empty batch', '[]', INVALID_REQUEST],
  ['an invalid batch that is not empty', '[1]', [INVALID_REQUEST]],
  ['an invalid batch', '[1,2,3]', [INVALID_REQUEST, INVALID_REQUEST, INVALID_REQUEST]],
  [
    'a batch',
    `[
      {"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"},
      {"jsonrpc": "2.0", "method": "notify_hello", "params": [7]},
      {"jsonrpc": "2.0", "method": "subtract", "params": [42,23], "id": "2"},
      {"foo": "boo"},
      {"jsonrpc": "2.0", "method": "foo.get", "params": {"name": "myself"}, "id": "5"},
      {"jsonrpc": "2.0", "method": "get_data", "id": "9"}
    ]`,
    [success(7, '1'), success(19, '2'), INVALID_REQUEST, failure(-32601, 'method_not_found', '5'), success(['hello', 5], '9')],
  ],
  [
    'a batch of notifications',
    `[
      {"jsonrpc": "2.0", "method": "notify_sum", "params": [1,2,4]},
      {"jsonrpc": "2.0", "method": "notify_hello", "params": [7]}
    ]`,
    undefined,
  ],
];

it.each(EXAMPLES)('%s', async (_, body, wanted) => {
  const reply = await answerOf(codec, { body, contentType: 'application/json' });
  if (wanted === undefined) expect(reply).toEqual({ status: 204, contentType: undefined, body: '' });
  else expect({ ...reply, body: JSON.parse(reply.body) }).toEqual({ status: 200, contentType: expect.any(String), body: wanted });
});

it('has run every notification of the examples', () => {
  expect(notified).toEqual([1, 7, 7, 7]);
});
