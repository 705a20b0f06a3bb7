import { describe, expect, test } from 'vitest';
import { testCall } from '../../test/testkit/call.ts';
import { invalidParams, type Procedure, param, procedure, type Recorder, recordable, t } from './index.ts';
import { createInvoke } from './invoke.ts';
import { createRegistry } from './registry.ts';

const keep = (type: Parameters<typeof param>[0], value: unknown) =>
  JSON.parse(recordable({ it: param(type, '') }, { it: value })) as { it?: unknown };
const secret = t.string({ secret: true });

describe('of a call is kept', () => {
  test.each([
    ['a text', t.string(), 'Zo\u00eb', 'Zo\u00eb'],
    ['a number', t.int(), 5, 5],
    ['an amount, as a number', t.amount(), '9.99', 9.99],
    ['an amount that no number is', t.amount(), '9007199254740993.01', '9007199254740993.01'],
    ['a moment', t.dateTime(), new Date(0), '1970-01-01T00:00:00.000Z'],
    ['how long bytes are', t.base64(), new Uint8Array(3), '3 bytes'],
    ['a list', t.array(t.int()), [1, 2], [1, 2]],
    ['a pair, but for the secret in it', t.tuple(t.string(), secret), ['a', 's3cret'], ['a', '\u2026']],
    ['a struct, but for the secret in it', t.struct({ a: t.int(), b: t.optional(secret) }), { a: 1, b: 's3cret' }, { a: 1 }],
  ])('%s', (_what, type, value, kept) => {
    expect(keep(type, value)).toEqual({ it: kept });
  });

  test.each([
    ['a secret', secret, 's3cret'],
    ['a list of secrets', t.array(secret), ['s3cret']],
    ['what has no declared shape', t.any(), { password: 's3cret' }],
    ['a text that has none', t.any(), 's3cret'],
  ])('nothing of %s', (_what, type, value) => {
    expect(keep(type, value)).toEqual({});
  });

  test('of a long value the beginning, whole characters of it', () => {
    const { it } = keep(t.string(), `a${'\u{1f600}'.repeat(500)}`);
    expect(it).toHaveLength(401);
    expect(it).toMatch(/^"a\u{1f600}+\ufffd?\u2026$/u);
  });
});

describe('a call is recorded', () => {
  const events: string[] = [];
  const recorder: Recorder<unknown> = {
    records: ({ name }) => name === 'test.recorded',
    open: () => ({
      caller: (verified, input) => void events.push(`caller ${verified} ${JSON.stringify(input)}`),
      begin: async () => void events.push('begin'),
      end: async (outcome) => void events.push(`end ${outcome}`),
    }),
  };
  const made = (name: string): Procedure =>
    procedure({
      name,
      summary: '',
      params: { capabilities: param(t.array(t.string()), ''), n: param(t.int(), '') },
      result: t.int(),
      resultDoc: '',
      faults: [],
      authority: {
        kind: 'guarded',
        needs: '',
        holders: [],
        faults: [],
        async decide({ n }) {
          if (n < 0) throw invalidParams('no');
        },
      },
      handler({ n }) {
        events.push('handler');
        if (n === 0) throw new Error('broken');
        return n;
      },
    });
  const registry = createRegistry([made('test.recorded'), made('test.other')]);
  const invoke = createInvoke(registry, { guard: { verify: async (_call, tokens) => tokens.join() }, recorder });
  const eventsOf = async (method: string, ...params: unknown[]) => {
    events.length = 0;
    await invoke(testCall(), method, params).catch(() => {});
    return events;
  };

  test.each([
    ['which succeeds', [['a'], 1], ['caller a {"capabilities":["a"],"n":1}', 'begin', 'handler', 'end ok']],
    ['which breaks', [['a'], 0], ['caller a {"capabilities":["a"],"n":0}', 'begin', 'handler', 'end internal']],
    ['which is refused', [['a'], -1], ['caller a {"capabilities":["a"],"n":-1}', 'end invalid_params']],
    ['which can not be read', [['a', 1], 'x'], ['caller a undefined', 'end invalid_params']],
    ['without anything', [], ['caller  undefined', 'end invalid_params']],
  ])('%s', async (_what, params, expected) => {
    expect(await eventsOf('test.recorded', ...params)).toEqual(expected);
  });

  test('and others are not', async () => {
    expect(await eventsOf('test.other', ['a'], 1)).toEqual(['handler']);
  });
});
