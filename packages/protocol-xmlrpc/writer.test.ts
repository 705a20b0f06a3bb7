import { Fault, faultStruct, invalidParams, type Type, Typed, t } from '@scrip/rpc';
import { describe, expect, it } from 'vitest';
import { decimal } from './numbers.ts';
import { type Extensions, writeFault, writeResponse } from './writer.ts';

/** The inside of `<param>`, without the tags of its value. */
function written(type: Type<unknown>, value: unknown, extensions?: Extensions): string {
  const text = writeResponse(new Typed(type, value), extensions);
  const match =
    /^<\?xml version="1\.0" encoding="utf-8"\?>\n<methodResponse><params><param><value>(.*)<\/value><\/param><\/params><\/methodResponse>\n$/s;
  return match.exec(text)?.[1] ?? `not the frame of a response: ${text}`;
}

function refusal(type: Type<unknown>, value: unknown): string {
  try {
    return `written as ${written(type, value)}`;
  } catch (error) {
    return error instanceof Fault ? error.faultString : String(error);
  }
}

const DATE = new Date(Date.UTC(2006, 9, 23, 3, 8, 0, 999));
const YEAR_7 = new Date(DATE);
YEAR_7.setUTCFullYear(7);

describe('by the declared type', () => {
  it.each<[string, Type<unknown>, unknown, string]>([
    ['a string, always tagged', t.string(), '', '<string></string>'],
    ['markup in a string', t.string(), 'a & <b> ]]>', '<string>a &amp; &lt;b&gt; ]]&gt;</string>'],
    ['line ends in a string', t.string(), 'a\r\nb\tc', '<string>a&#13;\nb\tc</string>'],
    ['any script', t.string(), 'é€😀\u0085\u2028', '<string>é€😀\u0085\u2028</string>'],
    ['an int', t.int(), -2147483648, '<int>-2147483648</int>'],
    ['a flag as an int', t.flag(), 1, '<int>1</int>'],
    ['a longer int as a double', t.int({ max: Number.MAX_SAFE_INTEGER }), 9007199254740991, '<double>9007199254740991.0</double>'],
    ['a whole double with a point', t.double(), 5, '<double>5.0</double>'],
    ['a boolean as a digit', t.boolean(), true, '<boolean>1</boolean>'],
    ['a time to the second', t.dateTime(), DATE, '<dateTime.iso8601>20061023T03:08:00</dateTime.iso8601>'],
    ['a time in an early year', t.dateTime(), YEAR_7, '<dateTime.iso8601>00071023T03:08:00</dateTime.iso8601>'],
    ['bytes', t.base64(), Buffer.from('xabcx').subarray(1, 4), '<base64>YWJj</base64>'],
    ['an empty array', t.array(t.int()), [], '<array><data></data></array>'],
    ['an array of doubles', t.array(t.double()), [1], '<array><data><value><double>1.0</double></value></data></array>'],
    [
      'a tuple',
      t.tuple(t.int(), t.double()),
      [1, 1],
      '<array><data><value><int>1</int></value><value><double>1.0</double></value></data></array>',
    ],
    [
      "a struct's members in their declared order, without those that are missing",
      t.struct({ b: t.int(), gone: t.optional(t.int()), 'a&': t.string() }),
      { 'a&': 'x', b: 2 },
      '<struct><member><name>b</name><value><int>2</int></value></member>' +
        '<member><name>a&amp;</name><value><string>x</string></value></member></struct>',
    ],
  ])('writes %s', (_name, type, value, text) => {
    expect(written(type, value)).toBe(text);
  });
});

describe('by the value, where the type is any', () => {
  it.each([
    ['int', 2147483647, '<int>2147483647</int>'],
    ['double beyond 32 bits', 2147483648, '<double>2147483648.0</double>'],
    ['double', 0.5, '<double>0.5</double>'],
    ['negative zero', -0, '<double>-0.0</double>'],
    ['double beyond 2^53', 1e300, `<double>1${'0'.repeat(300)}.0</double>`],
    ['small bigint', 7n, '<int>7</int>'],
    ['exact bigint', -9007199254740991n, '<double>-9007199254740991.0</double>'],
    ['exact bigint of 65 bits', 2n ** 53n - 1n, '<double>9007199254740991.0</double>'],
    ['nested Typed', [new Typed(t.double(), 1)], '<array><data><value><double>1.0</double></value></data></array>'],
    [
      'struct',
      { __proto__: null, a: undefined, b: false },
      '<struct><member><name>b</name><value><boolean>0</boolean></value></member></struct>',
    ],
  ])('writes a %s', (_name, value, text) => {
    expect(written(t.any(), value)).toBe(text);
  });

  it('writes the members __proto__ and constructor as any other', () => {
    const value = JSON.parse('{"__proto__":1,"constructor":2}');
    expect(written(t.any(), value)).toContain('<name>__proto__</name><value><int>1</int></value>');
    expect(written(t.any(), value)).toContain('<name>constructor</name><value><int>2</int></value>');
  });
});

describe('what plain XML-RPC can not carry', () => {
  it.each([
    ['nil', null, '?nil=1'],
    ['a whole number that a double would round', 2n ** 53n + 1n, '?i8=1'],
    ['more than 64 bits', 2n ** 70n + 1n, '?i8=1'],
    ['a number that is none', Number.NaN, 'NaN'],
    ['infinity', [Number.NEGATIVE_INFINITY], '-Infinity'],
    ['a NUL', 'a\0', 'U+0000'],
    ['a control character in a name', { 'a\x07': 1 }, 'U+0007'],
    ['half of a surrogate pair', 'a\ud83d', 'U+D83D'],
    ['a noncharacter', '\uffff', 'U+FFFF'],
    ['a year of five digits', new Date(Date.UTC(12_006, 0)), 'year 12006'],
    ['a year before 0', new Date(-1e14), 'year -1199'],
  ])('is refused: %s', (_name, value, problem) => {
    expect(refusal(t.any(), value)).toContain('not_representable: the call was done');
    expect(refusal(t.any(), value)).toContain(problem);
  });

  it('goes out where the caller asked for it', () => {
    expect(written(t.any(), [null], { nil: true })).toBe('<array><data><value><nil/></value></data></array>');
    expect(written(t.any(), 2n ** 63n - 1n, { i8: true })).toBe('<i8>9223372036854775807</i8>');
    expect(written(t.any(), 2147483648, { i8: true })).toBe('<i8>2147483648</i8>');
    expect(written(t.int({ max: Number.MAX_SAFE_INTEGER }), 2147483648, { i8: true })).toBe('<i8>2147483648</i8>');
    expect(written(t.any(), 1, { i8: true })).toBe('<int>1</int>');
  });

  it('never keeps a fault from going out', () => {
    const text = writeFault(invalidParams('you sent "\0\ud800<"'));
    expect(text).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n<methodResponse><fault><value><struct>' +
        '<member><name>faultCode</name><value><int>-32602</int></value></member><member><name>faultString</name>' +
        '<value><string>invalid_params: you sent "\ufffd\ufffd&lt;"</string></value></member></struct></value></fault></methodResponse>\n',
    );
    expect(faultStruct(invalidParams('x')).value).toEqual({ faultCode: -32602, faultString: 'invalid_params: x' });
  });
});

it.each([
  [0, '0.0'],
  [1.5, '1.5'],
  [-1e-7, '-0.0000001'],
  [1.25e-7, '0.000000125'],
  [5e-324, `0.${'0'.repeat(323)}5`],
  [1e21, '1000000000000000000000.0'],
  [-1.7976931348623157e308, `-17976931348623157${'0'.repeat(292)}.0`],
])('decimal(%s) has no exponent', (value, text) => {
  expect(decimal(value)).toBe(text);
});
