import { describe, expect, test } from 'vitest';
import { formatSlots, rowsOrText } from './format-slots.ts';
import { Typed } from './type.ts';
import { t } from './types.ts';

const slots = formatSlots(['array', 'csv']);

/** Reads what came by position, with the defaults of what did not. */
function readAs(order: readonly ('format' | 'offset' | 'limit')[], came: readonly unknown[]) {
  return slots.read(
    ...order.map((name, i) => (i < came.length ? slots[name].type.parse(came[i], name) : (slots[name].default?.value ?? ''))),
  );
}
const formatFirst = (...came: unknown[]) => readAs(['format', 'offset', 'limit'], came);
const formatLast = (...came: unknown[]) => readAs(['offset', 'limit', 'format'], came);

describe('a format word is taken from any of the three places', () => {
  test.each([
    [[], 'array', 0, -1],
    [['csv'], 'csv', 0, -1],
    [['csv', 5], 'csv', 5, -1],
    [['csv', '5', '10'], 'csv', 5, 10],
    [['csv', 0, -1], 'csv', 0, -1],
    [[0, -1, 'csv'], 'csv', 0, -1],
    [[5, 'csv', 10], 'csv', 5, 10],
    [[5, 'csv'], 'csv', 5, -1],
    [[' CSV '], 'csv', 0, -1],
    [['', 5], 'array', 5, -1],
    [[3, 4, 'array'], 'array', 3, 4],
  ] as const)('format first: %j', (came, format, offset, limit) => {
    expect(formatFirst(...came)).toEqual({ format, offset, limit });
  });

  test.each([
    [[], 'array', 0, -1],
    [['csv'], 'csv', 0, -1],
    [['csv', 5], 'csv', 5, -1],
    [['csv', 5, 10], 'csv', 5, 10],
    [[5, 'csv'], 'csv', 5, -1],
    [[5, 'csv', 10], 'csv', 5, 10],
    [[5, 10], 'array', 5, 10],
    [[0, -1, 'csv'], 'csv', 0, -1],
  ] as const)('format last: %j', (came, format, offset, limit) => {
    expect(formatLast(...came)).toEqual({ format, offset, limit });
  });
});

test.each([
  [['xml'], /^format is "xml"; array or csv is needed/],
  [['csv', 'all'], /^offset is "all"; array or csv is needed, or a whole number/],
  [['csv', -1, 5], /^offset is -1/],
  [['csv', -2], /^offset is -2/],
  [['csv', 0, 1.5], /^limit is 1.5/],
  [['csv', 0, ''], /^limit is ""/],
  [[0, -1], /^no format came, but three numbers/],
  [[7], /array or csv is needed/],
  [[['csv']], /^format is an array/],
])('%j is refused', (came, message) => {
  expect(() => formatFirst(...came)).toThrow(message);
});

test('a result is rows of the declared type, or a text', () => {
  const { type, rows } = rowsOrText(t.array(t.tuple(t.string(), t.double())));
  expect(type.check('a,1')).toBeUndefined();
  expect(type.check(rows([['a', 1]]))).toBeUndefined();
  expect(type.check([['a', 1]])).toBe('neither rows nor a text');
  expect(type.check(new Typed(t.any(), [['a', 'b']]))).toMatch(/no finite number/);
  expect(type.schema).toMatchObject({ anyOf: [{ type: 'array' }, { type: 'string' }] });
});
