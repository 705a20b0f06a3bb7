import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault, parseBoundedJson, Typed, t, toJson } from './index.ts';
import { RoundedNumber } from './rounded.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const parse = (text: string) => parseBoundedJson(bytes(text));

function faultOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof Fault) return error.faultString;
    throw error;
  }
  return 'no fault';
}

describe('parseBoundedJson', () => {
  it.each([
    ['{"a":[1,-2.5,true,null,"x\\"[{,"]}', { a: [1, -2.5, true, null, 'x"[{,'] }],
    ['\ufeff [ ] ', []],
    ['9007199254740991', 9007199254740991],
    ['-9007199254740991', -9007199254740991],
    ['1e17', 1e17],
    ['"99999999999999999999"', '99999999999999999999'],
    ['{"99999999999999999999":0}', { '99999999999999999999': 0 }],
  ])('reads %s', (text, value) => {
    expect(parse(text)).toEqual(value);
  });

  it.each([
    ['{"amount":1,"amount":2}', 'amount'],
    ['{"amount":1,"am\\u006funt":1}', 'amount'],
    ['[{"a":{"b":[{"x":1},{"x":1,"y":0,"x":2}]}}]', 'x'],
    ['{"__proto__":1,"__proto__":2}', '__proto__'],
    ['{"":{},"" :{}}', ''],
    ['{"1":0,"1":0}', '1'],
    ['{"a\\"":0,"a\\u0022":0}', 'a\\"'],
  ])('refuses %s, which has a member twice', (text, name) => {
    expect(faultOf(() => parse(text))).toContain(`invalid_request: an object has two members "${name}"`);
  });

  it.each(['{"a":1,"A":1}', '[{"a":1},{"a":1}]', '{"a":{"a":{"a":":,\\":"}}}', '{"a":"a","b":"a"}', '{"1":0,"01":0}'])(
    'takes %s, where no object has a member twice',
    (text) => expect(parse(text)).toEqual(JSON.parse(text)),
  );

  it.each(['0.99999999999999999999', '2.9999999999999999', '0.10000000000000001', '1e-400', '9007199254740993.0'])(
    'remembers that %s is not what a double makes of it',
    (text) => {
      expect(parse(`{"a":[${text},1.5],"b":"${text}"}`)).toEqual({ a: [new RoundedNumber(text), 1.5], b: text });
    },
  );

  it.each([
    '{1.00000000000000000001:1}',
    '[1 1.00000000000000000001]',
    '[1.00000000000000000001"x"]',
    '01.0000000000000000001',
    '1.00000000000000000001e',
  ])('refuses %s, where no number may stand', (text) => expect(faultOf(() => parse(text))).toContain('parse_error: '));

  it('agrees with JSON.parse on whatever has no member twice and no number that is rounded', () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: 0, max: 4 }), (text, indent) => {
        const value = JSON.parse(text);
        // Whole numbers past 2^53 are refused: see below.
        fc.pre(!/(?<![\d.])\d{16,}(?!\d*[.e])/.test(JSON.stringify(value)));
        expect(parse(JSON.stringify(value, null, indent))).toEqual(value);
      }),
    );
  });

  it('keeps __proto__ as plain data', () => {
    const value = parse('{"__proto__":{"admin":true}}') as Record<string, unknown>;
    expect(Object.hasOwn(value, '__proto__')).toBe(true);
    expect(value['admin']).toBeUndefined();
  });

  it.each([
    ['', 'not valid JSON'],
    ['{', 'not valid JSON'],
    ['[1,]', 'not valid JSON'],
    ['"\\', 'not valid JSON'],
    ['01', 'not valid JSON'],
    ['1 2', 'not valid JSON'],
    ['9007199254740992', 'can not be held exactly'],
    ['[-9007199254740993]', 'can not be held exactly'],
    [`[${'9'.repeat(400)}]`, 'can not be held exactly'],
    ['1e400', 'can not be held exactly'],
    ['-1.5E+999', 'can not be held exactly'],
    ['['.repeat(33) + ']'.repeat(33), 'nested deeper than 32'],
    ['{"a":'.repeat(200_000), 'nested deeper than 32'],
    [`[${'[],'.repeat(60_000)}[]]`, 'more than 60000 values'],
  ])('refuses %.40s', (text, problem) => {
    const fault = faultOf(() => parse(text));
    expect(fault).toContain('parse_error: ');
    expect(fault).toContain(problem);
  });

  it('refuses bytes that are no UTF-8', () => {
    expect(faultOf(() => parseBoundedJson(Uint8Array.of(0x22, 0xff, 0x22)))).toContain('not UTF-8');
  });

  it('takes what is exactly at the limits', () => {
    expect(faultOf(() => parse('['.repeat(32) + ']'.repeat(32)))).toBe('no fault');
    expect(parse(`[${'{},'.repeat(59_998)}{}]`)).toHaveLength(59_999);
    expect(faultOf(() => parse(`[${'0,'.repeat(59_999)}0]`))).toContain('more than 60000 values');
  });

  it('never quotes the body', () => {
    expect(faultOf(() => parse('{"password":hunter2}'))).not.toContain('hunter2');
  });

  it('is linear in hostile bodies of 256 KiB', () => {
    const size = 262_144;
    for (const unit of ['"', '\\', '\\"', '[],', '1', '-', '1,', '{"a":1},', '"a":0,', '0.99999999999999999999,', '0', '.0']) {
      const text = `["${unit.repeat(size / unit.length)}`;
      const start = performance.now();
      faultOf(() => parse(text));
      faultOf(() => parse(text.slice(2)));
      expect(performance.now() - start).toBeLessThan(500);
    }
  });
});

describe('toJson', () => {
  it('writes every wire type', () => {
    const value = {
      text: 'x',
      when: new Date('2006-10-23T03:08:00.900Z'),
      data: Uint8Array.of(1, 2, 3),
      big: 12n,
      nothing: null,
      missing: undefined,
      list: [new Typed(t.any(), { inner: [true] })],
    };
    expect(JSON.stringify(toJson(value))).toBe(
      '{"text":"x","when":"2006-10-23T03:08:00Z","data":"AQID","big":12,"nothing":null,"list":[{"inner":[true]}]}',
    );
  });

  it('carries a member named __proto__', () => {
    const text = '{"__proto__":{"a":1},"constructor":2}';
    expect(JSON.stringify(toJson(JSON.parse(text)))).toBe(text);
  });

  it.each([[9007199254740993n], [Number.NaN], [Number.POSITIVE_INFINITY]])('refuses %s', (value) => {
    expect(faultOf(() => toJson([value]))).toContain('not_representable: ');
  });
});
