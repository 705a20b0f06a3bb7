import { deepStrictEqual } from 'node:assert';
import { type Type, Typed, t } from '@scrip/rpc';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCall, parseResponse } from './codec.ts';
import { writeCall, writeResponse } from './writer.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** What one `<value>` reads as. */
function read(inside: string): unknown {
  return parseCall(bytes(`<methodCall><methodName>m</methodName><params><param><value>${inside}</value></param></params></methodCall>`))
    .params[0];
}

describe('values', () => {
  it.each([
    ['', ''],
    ['  kept  ', '  kept  '],
    ['<string/>', ''],
    ['<string> a &lt;&#x20AC;&#13;&quot; </string>', ' a <€\r" '],
    ['<string>a<!-- gone -->b<![CDATA[<&]]>c</string>', 'ab<&c'],
    ['a<!-- gone -->b<![CDATA[<&]]>c', 'ab<&c'],
    ['<int>-12</int>', -12],
    ['<int> +007\n</int>', 7],
    ['<int>-0</int>', 0],
    ['<i4>2147483647</i4>', 2147483647],
    ['<i8>-9007199254740991</i8>', -9007199254740991],
    ['<i8>+9007199254740993</i8>', 9007199254740993n],
    ['<ex:i8>-9223372036854775808</ex:i8>', -9223372036854775808n],
    ['<double> -12.214 </double>', -12.214],
    ['<double>+.5</double>', 0.5],
    ['<double>5.</double>', 5],
    ['<double>1e-05</double>', 0.00001],
    ['<double>-0.0</double>', -0],
    ['<boolean>1</boolean>', true],
    ['<boolean> 0 </boolean>', false],
    ['<boolean>true</boolean>', true],
    ['<boolean>false</boolean>', false],
    ['<dateTime.iso8601>19980717T14:08:55</dateTime.iso8601>', new Date('1998-07-17T14:08:55Z')],
    ['<dateTime.iso8601> 1998-07-17T14:08:55Z </dateTime.iso8601>', new Date('1998-07-17T14:08:55Z')],
    ['<dateTime.iso8601>1998-07-17T14:08:55.123Z</dateTime.iso8601>', new Date('1998-07-17T14:08:55Z')],
    ['<base64/>', Buffer.from('')],
    ['<base64>\n  YW\r\n\tJj Z\nA==\n</base64>', Buffer.from('abcd')],
    ['<base64>YWJj<![CDATA[ZA==]]></base64>', Buffer.from('abcd')],
    ['<nil/>', null],
    ['<ex:nil xmlns:ex="http://ws.apache.org/xmlrpc/namespaces/extensions"></ex:nil>', null],
    ['\n <array>\n <data>\n </data>\n </array>\n ', []],
    ['<array><data><value>a</value> <value><i4>1</i4></value></data></array>', ['a', 1]],
    ['<struct/>', {}],
    [' <struct> <member> <name> a </name> <value> <int>1</int> </value> </member> </struct> ', { ' a ': 1 }],
    [
      '<struct><member><name/><value><struct><member><name>in</name><value/></member></struct></value></member></struct>',
      { '': { in: '' } },
    ],
  ])('reads %s', (inside, value) => {
    expect(read(inside)).toStrictEqual(
      typeof value === 'object' && value?.constructor === Object ? JSON.parse(JSON.stringify(value), withoutPrototype) : value,
    );
  });

  it('keeps the members __proto__ and constructor as plain data', () => {
    const member = (name: string) => `<member><name>${name}</name><value><int>1</int></value></member>`;
    const value = read(`<struct>${member('__proto__')}${member('constructor')}</struct>`) as object;
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
  });
});

function withoutPrototype(_key: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.assign(Object.create(null), value) : value;
}

describe('calls', () => {
  it.each([
    ['no params', '<methodCall><methodName>m</methodName></methodCall>', []],
    ['empty params', '<methodCall><methodName>m</methodName><params/></methodCall>', []],
    [
      'white space everywhere',
      '<?xml version="1.0"?>\n<methodCall> \t\r\n<methodName>\n m </methodName> <params> <param> <value>x</value> </param> </params> </methodCall>\n \n',
      ['x'],
    ],
    ['attributes, which mean nothing', '<methodCall a="1" xmlns:ex="urn:x"><methodName b="&lt;">m</methodName></methodCall >', []],
    ['comments and a namespace', '<!-- a --><methodCall><!-- b --><methodName>m</methodName></methodCall><!-- c -->', []],
    ['XML 1.1 as 1.0', '<?xml version="1.1" standalone="yes"?><methodCall><methodName>m</methodName></methodCall>', []],
  ])('reads %s', (_name, text, params) => {
    expect(parseCall(bytes(text))).toEqual({ methodName: 'm', params });
  });

  it('reads long base64 as short base64', () => {
    const data = Buffer.alloc(100_000, 'a virtual economy ');
    const lines = data.toString('base64').replace(/.{1,76}/g, '$&\r\n');
    for (const inside of [data.toString('base64'), lines, `&#10;${lines}`, `<!-- no -->${lines}`, `<![CDATA[${lines}]]>`]) {
      expect(read(`<array><data><value><base64>${inside}</base64></value><value>x</value></data></array>`)).toEqual([data, 'x']);
    }
    expect(() => read(`<base64>${lines}*</base64>`)).toThrow('base64');
    expect(() => read(`<base64>${lines}&zzz;</base64>`)).toThrow('well-formed');
    expect(() => read(`<base64>${lines}<int>1</int></base64>`)).toThrow('<int> stands in <base64>');
    expect(() => read(`<string>&<base64>${lines}</base64></string>`)).toThrow('well-formed');
    expect(read(`<string><![CDATA[<base64>${lines}</base64>]]></string>`)).toBe(`<base64>${lines.replaceAll('\r\n', '\n')}</base64>`);
  });
});

describe('responses', () => {
  const response = (inside: string) => parseResponse(bytes(`<methodResponse>${inside}</methodResponse>`));
  it('reads results and faults', () => {
    expect(response('<params><param><value>x</value></param></params>')).toEqual({ kind: 'result', value: 'x' });
    const member = (name: string, value: string) => `<member><name>${name}</name><value>${value}</value></member>`;
    expect(
      response(`<fault><value><struct>${member('faultCode', '<int>4</int>')}${member('faultString', 'x')}</struct></value></fault>`),
    ).toEqual({
      kind: 'fault',
      faultCode: 4,
      faultString: 'x',
    });
    expect(() => response(`<fault><value><struct>${member('faultCode', 'x')}</struct></value></fault>`)).toThrow('faultCode');
  });
  it.each([
    [''],
    ['<params/>'],
    ['<params><param/></params>'],
    ['<params/><fault/>'],
    ['<params><param><value/></param><param><value/></param></params>'],
  ])('refuses %s', (inside) => {
    expect(() => response(inside)).toThrow();
  });
});

/** Every character that XML 1.0 has, half the time the awkward ones. */
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom('<', '>', '&', ']', '\r', '\n', '\t', '"', "'", ' ', '\u0085', '\u2028', '\ufffd', '\ud7ff', '😀'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter((c) => c >= ' ' && c !== '\ufffe' && c !== '\uffff'),
  ),
});
const int32 = fc.integer({ min: -2147483648, max: 2147483647 });
const double = fc.double({ noNaN: true, noDefaultInfinity: true });
const moment = fc
  .date({ min: new Date('0000-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date) => {
    date.setUTCMilliseconds(0);
    return date;
  });
const data = fc.uint8Array().map((array) => Buffer.from(array));
const any = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    int32,
    double,
    fc.boolean(),
    moment,
    data,
    fc.constant(null),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).filter((whole) => !Number.isSafeInteger(Number(whole))),
    fc.array(tie('value'), { maxLength: 5 }),
    fc
      .dictionary(fc.oneof(text, fc.constantFrom('__proto__', 'constructor')), tie('value'), { maxKeys: 5, noNullPrototype: false })
      .map((struct) => Object.defineProperties(Object.create(null), Object.getOwnPropertyDescriptors(struct))),
  ),
})).value;

const EXTENSIONS = { nil: true, i8: true };

describe('what is written reads back the same', () => {
  it('of any type, in calls', () => {
    fc.assert(
      fc.property(text, fc.array(any, { maxLength: 4 }), (name, params) => {
        const call = parseCall(bytes(writeCall(`m${name}`, params, EXTENSIONS)));
        deepStrictEqual(call, { methodName: `m${name}`.trim(), params });
      }),
      { numRuns: 300 },
    );
  });

  it('of any type, in responses', () => {
    fc.assert(
      fc.property(any, (value) => {
        deepStrictEqual(parseResponse(bytes(writeResponse(new Typed(t.any(), value), EXTENSIONS))), { kind: 'result', value });
      }),
      { numRuns: 300 },
    );
  });

  it.each<[string, Type<unknown>, fc.Arbitrary<unknown>]>([
    ['string', t.string(), text],
    ['int', t.int(), int32],
    ['long int', t.int({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }), fc.maxSafeInteger()],
    ['double', t.double(), double],
    ['boolean', t.boolean(), fc.boolean()],
    ['dateTime', t.dateTime(), moment],
    ['base64', t.base64(), data],
    ['array', t.array(t.double()), fc.array(double)],
    ['tuple', t.tuple(t.string(), t.double()), fc.tuple(text, double)],
    [
      'struct',
      t.struct({ a: t.string(), 'b & c': t.optional(t.double()) }),
      fc
        .record({ a: text, 'b & c': double }, { requiredKeys: ['a'], noNullPrototype: false })
        .map((struct) => Object.assign(Object.create(null), struct)),
    ],
  ])('of the type %s, in plain responses', (_name, type, values) => {
    fc.assert(
      fc.property(values, (value) => {
        deepStrictEqual(parseResponse(bytes(writeResponse(new Typed(type, value)))), { kind: 'result', value });
      }),
      { numRuns: 200 },
    );
  });

  it('from arbitrary bytes, nothing but a fault or a call ever comes', () => {
    const pieces = fc.constantFrom(
      '<value>',
      '</value>',
      '<int>',
      '</int>',
      '<struct>',
      '<member>',
      '<name>',
      '<array>',
      '<data>',
      '<base64>',
      '&amp;',
      '<!--',
      '-->',
      ']]>',
      '1',
      ' ',
      '<![CDATA[',
      '</param>',
      '<?x?>',
      '\0',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, text), { maxLength: 30 }), (parts) => {
        try {
          read(parts.join(''));
        } catch (error) {
          expect((error as Error).name).toBe('Fault');
        }
      }),
      { numRuns: 500 },
    );
  });
});
