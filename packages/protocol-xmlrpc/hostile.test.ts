import { Fault } from '@scrip/rpc';
import { describe, expect, it } from 'vitest';
import { parseCall } from './codec.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const call = (inside: string) => `<methodCall><methodName>m</methodName>${inside}</methodCall>`;
const param = (inside: string) => call(`<params><param>${inside}</param></params>`);
const value = (inside: string) => param(`<value>${inside}</value>`);
const array = (inside: string) => value(`<array><data>${inside}</data></array>`);
const struct = (inside: string) => value(`<struct>${inside}</struct>`);
const nested = (depth: number) =>
  param(`${'<value><array><data>'.repeat(depth - 1)}<value/>${'</data></array></value>'.repeat(depth - 1)}`);
const members = (count: number) => Array.from({ length: count }, (_, i) => `<member><name>${i}</name><value/></member>`).join('');

function answer(body: string | Uint8Array): string {
  try {
    parseCall(typeof body === 'string' ? bytes(body) : body);
    return 'taken';
  } catch (error) {
    if (error instanceof Fault) return error.faultString;
    throw error;
  }
}

describe('not well-formed, or past a limit: parse_error', () => {
  it.each([
    ['nothing', ''],
    ['only white space', ' \n'],
    ['no XML', 'hello'],
    ['a NUL', '\0'],
    ['only a declaration', '<?xml version="1.0"?>'],
    ['white space before the declaration', ` <?xml version="1.0"?>${call('')}`],
    ['a broken declaration', `<?xml version=1.0?>${call('')}`],
    ['an end that is missing', '<methodCall><methodName>m</methodName>'],
    ['a tag that does not end', '<methodCall'],
    ['crossed tags', '<methodCall><methodName>m</methodCall></methodName>'],
    ['an end tag alone', '</methodCall>'],
    ['junk behind', `${call('')}x`],
    ['a second document behind', call('') + call('')],
    ['text before', `x${call('')}`],
    ['a DOCTYPE', `<!DOCTYPE methodCall>${call('')}`],
    ['entities that multiply', `<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]>${value('&c;')}`],
    ['an entity that reads a file', `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>${value('&b;')}`],
    ['an unknown entity', value('&nbsp;')],
    ['an ampersand alone', value('a & b')],
    ['a reference to NUL', value('&#0;')],
    ['a reference beyond Unicode', value('&#x110000;')],
    ['a reference to half of a surrogate pair', value('&#xD83D;')],
    ['a control character', value('a\u0001')],
    ['a control character by XML 1.1', `<?xml version="1.1"?>${value('&#1;')}`],
    [']]> in text', value(']]>')],
    ['a processing instruction', call('<?php echo 1 ?>')],
    ['a processing instruction before', `<?xml-stylesheet href="x"?>${call('')}`],
    ['an attribute twice', '<methodCall a="1" a="2"/>'],
    ['an attribute without quotes', '<methodCall a=1/>'],
    ['a comment that does not end', `${call('')}<!--`],
    ['values 33 deep', nested(33)],
    ['arrays without end', call(`<params><param>${'<value><array><data>'.repeat(10_000)}`)],
    ['10,001 elements', array('<value/>'.repeat(10_001))],
    ['10,001 members', struct(members(10_001))],
    ['10,001 parameters', call(`<params>${'<param><value/></param>'.repeat(10_001)}</params>`)],
    ['60,001 values', array(`<value><array><data>${'<value/>'.repeat(9_999)}</data></array></value>`.repeat(6))],
  ])('%s', (_name, body) => {
    expect(answer(body)).toMatch(/^parse_error: /);
  });

  it('takes what is exactly at the limits', () => {
    expect(answer(nested(32))).toBe('taken');
    expect(answer(array('<value/>'.repeat(10_000)))).toBe('taken');
    expect(answer(struct(members(10_000)))).toBe('taken');
    expect(
      answer(
        array(
          `${`<value><array><data>${'<value/>'.repeat(9_998)}</data></array></value>`.repeat(6)}<value/><value/><value/><value/><value/>`,
        ),
      ),
    ).toBe('taken');
  });
});

describe('XML, but no call: invalid_request', () => {
  it.each([
    ['another document', '<html/>'],
    ['a response', '<methodResponse><params/></methodResponse>'],
    ['a name in the wrong case', '<methodcall><methodName>m</methodName></methodcall>'],
    ['no methodName', '<methodCall/>'],
    ['params without a methodName', '<methodCall><params/></methodCall>'],
    ['an empty methodName', '<methodCall><methodName> </methodName></methodCall>'],
    ['an element in the methodName', '<methodCall><methodName>m<b/></methodName></methodCall>'],
    ['params before the methodName', '<methodCall><params/><methodName>m</methodName></methodCall>'],
    ['two methodNames', call('<methodName>m</methodName>')],
    ['two params', call('<params/><params/>')],
    ['an unknown element in the call', call('<id>1</id>')],
    ['text in the call', call('x')],
    ['a param outside of params', call('<param><value/></param>')],
    ['a value outside of param', call('<params><value/></params>')],
    ['a param without a value', param('')],
    ['a param of two values', param('<value/><value/>')],
    ['text in a param', param('x')],
    ['an unknown type', value('<float>1</float>')],
    ['a type in the wrong case', value('<Int>1</Int>')],
    ['an unknown prefix', value('<x:i8>1</x:i8>')],
    ['a value in a value', value('<value/>')],
    ['two types in one value', value('<int>1</int><int>2</int>')],
    ['text before a type', value('a<int>1</int>')],
    ['text behind a type', value('<int>1</int>a')],
    ['an element in a string', value('<string><b/></string>')],
    ['an int that is none', value('<int>abc</int>')],
    ['an empty int', value('<int/>')],
    ['an int of white space', value('<int> </int>')],
    ['an int with a fraction', value('<int>1.5</int>')],
    ['an int with an exponent', value('<int>1e3</int>')],
    ['an int with an underscore', value('<int>1_000</int>')],
    ['an int with space after the sign', value('<int>- 1</int>')],
    ['an int of other digits', value('<int>١</int>')],
    ['an int in hexadecimal', value('<int>0x10</int>')],
    ['an int with two signs', value('<int>+-1</int>')],
    ['an int of 33 bits', value('<int>2147483648</int>')],
    ['an i4 of 33 bits', value('<i4>-2147483649</i4>')],
    ['an i8 of 65 bits', value('<i8>9223372036854775808</i8>')],
    ['an i8 of a million digits', value(`<i8>${'9'.repeat(200_000)}</i8>`)],
    ['a double that is none', value('<double>1,5</double>')],
    ['an empty double', value('<double/>')],
    ['a point alone', value('<double>.</double>')],
    ['nan', value('<double>nan</double>')],
    ['inf', value('<double>-inf</double>')],
    ['a double beyond all', value('<double>1e999</double>')],
    ['a boolean of 2', value('<boolean>2</boolean>')],
    ['an empty boolean', value('<boolean/>')],
    ['a day that is none', value('<dateTime.iso8601>20060230T03:08:00</dateTime.iso8601>')],
    ['a time that is none', value('<dateTime.iso8601>yesterday</dateTime.iso8601>')],
    ['base64 of other characters', value('<base64>YW*j</base64>')],
    ['base64 without its padding', value('<base64>YQ</base64>')],
    ['padding inside base64', value('<base64>YQ==YQ==</base64>')],
    ['base64 of another alphabet', value('<base64>-_-_</base64>')],
    ['a nil that holds something', value('<nil>0</nil>')],
    ['an array without data', value('<array/>')],
    ['an array of two data', value('<array><data/><data/></array>')],
    ['a value beside data', value('<array><value/></array>')],
    ['a member in an array', array('<member/>')],
    ['text in data', array('a')],
    ['a value in a struct', struct('<value/>')],
    ['text in a struct', struct('a')],
    ['an empty member', struct('<member/>')],
    ['a member without a name', struct('<member><value/></member>')],
    ['a member without a value', struct('<member><name>a</name></member>')],
    ['a member of two names', struct('<member><name>a</name><name>b</name><value/></member>')],
    ['a member of two values', struct('<member><name>a</name><value/><value/></member>')],
    ['a member whose value stands first', struct('<member><value/><name>a</name></member>')],
    ['a name with an element in it', struct('<member><name><string>a</string></name><value/></member>')],
    ['two members of one name', struct('<member><name>a</name><value/></member><member><name>a</name><value/></member>')],
    ['two members named __proto__', struct('<member><name>__proto__</name><value/></member>'.repeat(2))],
  ])('%s', (_name, body) => {
    expect(answer(body)).toMatch(/^invalid_request: /);
  });

  it('says what was wrong, where, and what would be right', () => {
    expect(answer(call('<params><param><value/></param><param><value><int>1.5</int></value></param></params>'))).toBe(
      'invalid_request: <int> holds "1.5" (parameter 2); a whole number of 32 bits is needed',
    );
    expect(answer(array('<b/>'))).toBe('invalid_request: <b> stands in <data> (parameter 1), where <value> may stand');
    expect(answer('<methodCall>\n<methodName>m</oops>')).toBe('parse_error: the body is not well-formed XML: 2:20: unexpected close tag.');
  });
});

describe('256 KiB of one thing take no longer than any other body', () => {
  const SIZE = 262_144;
  const fill = (unit: string) => unit.repeat(Math.floor(SIZE / unit.length));
  it.each([
    ['values in values', call(`<params><param>${fill('<value>')}`)],
    ['arrays in arrays', call(`<params><param>${fill('<value><array><data>')}`)],
    ['structs in structs', call(`<params><param>${fill('<value><struct><member><name>a</name>')}`)],
    ['elements', array(fill('<value/>'))],
    ['members', struct(members(6_000))],
    ['entities', value(fill('&amp;'))],
    ['references', value(fill('&#65;'))],
    ['an entity without an end', value(`&${fill('a')}`)],
    ['a reference of many digits', value(`&#${fill('9')};`)],
    ['text', value(fill('a'))],
    ['carriage returns', value(fill('\r'))],
    ['white space between', array(fill(' '))],
    ['brackets', value(fill(']'))],
    ['CDATA sections', value(fill('<![CDATA[a]]>'))],
    ['brackets in CDATA', value(`<![CDATA[${fill(']')}`)],
    ['comments', value(fill('<!--a-->'))],
    ['dashes in a comment', value(`<!--${fill('-a')}-->`)],
    ['less-than signs', fill('<')],
    ['a tag', `<${fill('a')}>`],
    ['an attribute', `<methodCall a="${fill('a')}"/>`],
    ['attributes', `<methodCall ${Array.from({ length: 25_000 }, (_, i) => `a${i}=""`).join(' ')}/>`],
    ['a declaration', `<?xml version="1.0" ${fill(' encoding')}?>`],
    ['a DOCTYPE', `<!DOCTYPE a [${fill('<!ENTITY a "b">')}]>`],
    ['digits of an int', value(`<int>${fill('9')}</int>`)],
    ['zeros of an int', value(`<int>${fill('0')}x</int>`)],
    ['digits of an i8', value(`<i8>${fill('9')}</i8>`)],
    ['digits of a double', value(`<double>${fill('9')}x</double>`)],
    ['a double of white space', value(`<double>1${fill(' ')}1</double>`)],
    ['a time of white space', value(`<dateTime.iso8601>${fill(' ')}1</dateTime.iso8601>`)],
    ['base64 that ends wrong', value(`<base64>${fill('AAAA')}*</base64>`)],
    ['padding of base64', value(`<base64>${fill('=')}</base64>`)],
    ['base64 in pieces', array(fill('<value><base64>AAAA</base64></value>'))],
    ['base64 tags', value(fill('<base64>'))],
    ['base64 in spaces', value(`<base64>${fill('A ')}</base64>`)],
    ['a method name', `<methodCall><methodName>${fill('a')}</methodName></methodCall>`],
  ])('%s', (_name, body) => {
    const start = performance.now();
    answer(body);
    // A quadratic reader would need a minute. An ordinary body of this size takes 5 ms on a quiet machine.
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
