import { describe, expect, it } from 'vitest';
import { doorServer } from '../../test/testkit/doors.ts';
import { restDoor } from './index.ts';
import { FACES, rpc } from './testkit.ts';

const server = doorServer([restDoor(rpc, FACES.gifts)]);
const PATH = '/v1/app/1/gifts/fb/kunalg/request/new';
const MULTIPART = 'multipart/form-data; boundary=x';
const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

interface Reply {
  readonly status: string;
  readonly got?: { readonly extra: object };
}

async function post(body: string | Uint8Array<ArrayBuffer>, type?: string): Promise<Reply> {
  const headers = type === undefined ? {} : { 'content-type': type };
  const reply = await fetch(server.url + PATH, { method: 'POST', body: Buffer.from(body), headers });
  expect(reply.status).toBe(200);
  return (await reply.json()) as Reply;
}

const part = (name: string, value: string, head = '') => `--x\r\nContent-Disposition: form-data; name="${name}"${head}\r\n\r\n${value}\r\n`;
const SECRET = part('secret_key', 's3cret');
const END = '--x--\r\n';
const many = (count: number, one: (index: number) => string) => Array.from({ length: count }, (_, index) => one(index)).join('');

describe.each([
  [
    'multipart',
    MULTIPART,
    [
      ['thousands of parts', many(3_000, (index) => part(`a${index}`, '')) + END],
      ['thousands of parts of one name', many(3_000, () => part('custom:a', 'x')) + END],
      ['one part more than are taken', SECRET + many(200, (index) => part(`custom:${index}`, '')) + END],
      ['a huge field', SECRET + part('custom:a', 'x'.repeat(65_537)) + END],
      ['a huge name', SECRET + part('x'.repeat(3_000), '1') + END],
      ['a file', SECRET + part('a', 'x', '; filename="a.txt"') + END],
      [
        'bytes as a file',
        `${SECRET}--x\r\nContent-Disposition: form-data; name="a"\r\nContent-Type: application/octet-stream\r\n\r\n1\r\n${END}`,
      ],
      ['a part without a name', `${SECRET}--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n${END}`],
      ['no end', SECRET],
      ['no end, in the middle of a head', `${SECRET}--x\r\nContent-Dis`],
      ['no end, in the middle of a part', SECRET.slice(0, -4)],
      ['another boundary', (SECRET + END).replaceAll('--x', '--y')],
      ['no parts', 'hello'],
    ],
  ],
  ['multipart without a boundary', 'multipart/form-data', [['', SECRET + END]]],
  [
    'urlencoded',
    FORM,
    [
      ['thousands of fields', many(10_000, (index) => `a${index}&`)],
      ['a huge field', `secret_key=s3cret&custom:a=${'x'.repeat(65_537)}`],
      ['a huge name', `secret_key=s3cret&${'x'.repeat(257)}=1`],
      ['escapes that are no UTF-8', 'secret_key=s3cret&custom:a=%ff'],
      ['half of an escaped character', 'secret_key=s3cret&custom:a=%c3x'],
      ['a surrogate', 'secret_key=s3cret&custom:a=%ed%a0%80'],
      ['two values', 'secret_key=s3cret&secret_key=other'],
    ],
  ],
  [
    'JSON',
    JSON_TYPE,
    [
      ['deep', `{"secret_key":"s3cret","custom:a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
      ['deep and not closed', '{"a":'.repeat(50_000)],
      ['thousands of members', `{${many(3_000, (index) => `"a${index}":1,`)}"secret_key":"s3cret"}`],
      ['a huge field', `{"secret_key":"s3cret","custom:a":"${'x'.repeat(65_537)}"}`],
      ['no object', '["secret_key"]'],
      ['a text', '"secret_key"'],
      ['nothing but white space', ' '],
      ['a number that no double holds', '{"secret_key":"s3cret","expiry":1e999}'],
      ['a secret that is no text', '{"secret_key":{"$ne":""}}'],
    ],
  ],
  ['another type', 'text/plain', [['', 'secret_key=s3cret']]],
  ['no type', undefined, [['', 'secret_key=s3cret']]],
])('%s', (_type, type, bodies) => {
  it.each(bodies)('refuses %s', async (_what, body) => {
    expect(await post(body, type)).toEqual({
      status: 'error',
      error: { message: expect.any(String), code: expect.any(Number), code_str: expect.any(String) },
    });
  });
});

it.each([
  ['multipart', MULTIPART, Buffer.concat([Buffer.from(SECRET), Buffer.from([0xff, 0xfe]), Buffer.from(END)])],
  ['urlencoded', FORM, Buffer.from('secret_key=s3cret&custom:a=\xff', 'latin1')],
  ['JSON', JSON_TYPE, Buffer.from('{"secret_key":"s3cret","custom:a":"\xff"}', 'latin1')],
])('%s refuses bytes that are no UTF-8', async (_what, type, body) => {
  expect(await post(body, type)).toMatchObject({ error: { code_str: 'E_PARSE' } });
});

it('JSON with a member twice is refused, and a number with more digits than a double is the nearest one', async () => {
  expect(await post('{"secret_key":"s3cret","custom:a":"1","custom\\u003aa":"2"}', JSON_TYPE)).toMatchObject({
    error: { message: expect.stringContaining('an object has two members "custom:a"') },
  });
  expect(await post('{"secret_key":"s3cret","expiry":3600.0000000000000001}', JSON_TYPE)).toMatchObject({ got: { expiry: 3_600 } });
});

const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
it.each([
  ['multipart', MULTIPART, SECRET + NAMES.map((name) => part(`custom:${name}`, '1') + part(name, '2')).join('') + END],
  ['urlencoded', FORM, `secret_key=s3cret&${NAMES.map((name) => `custom:${name}=1&${name}=2`).join('&')}`],
  ['JSON', JSON_TYPE, `{"secret_key":"s3cret",${NAMES.map((name) => `"custom:${name}":"1","${name}":"2"`).join()}}`],
])('%s: names of prototypes are names like others', async (_what, type, body) => {
  const { got } = await post(body, type);
  expect(Object.entries(got?.extra ?? {})).toEqual(NAMES.map((name) => [name, '1']));
  expect(Object.getPrototypeOf({})).not.toHaveProperty('1');
});

it.each([
  ['what stands before and after the parts', `before\r\n${SECRET}${END}after --x\r\n`, MULTIPART],
  ['a boundary in quotes', SECRET + END, 'multipart/form-data; boundary="x"'],
  ['a charset', SECRET + END, 'multipart/form-data; charset=utf-8; boundary=x'],
  ['as many fields as are taken', SECRET + many(199, (index) => part(`custom:${index}`, '')) + END, MULTIPART],
  ['a field as long as is taken', `secret_key=s3cret&custom:a=${'x'.repeat(65_536)}`, FORM],
])('takes %s', async (_what, body, type) => {
  expect(await post(body, type)).toMatchObject({ status: 'ok' });
});

it.each([
  ['a huge one', `X: ${'x'.repeat(100_000)}\r\n`],
  ['thousands of headers', 'A: b\r\n'.repeat(10_000)],
])('the head of a part is read up to its limit, and what is named after that is no field: %s', async (_what, head) => {
  const named = 'Content-Disposition: form-data; name="custom:a"\r\n';
  const body = (lines: string) => `${SECRET}--x\r\n${lines}\r\n1\r\n${END}`;
  expect(await post(body(named + head), MULTIPART)).toMatchObject({ status: 'ok', got: { extra: { a: '1' } } });
  expect(await post(body(head + named), MULTIPART)).toMatchObject({ status: 'ok', got: { extra: {} } });
});

it('goes on afterwards, and has logged no error', async () => {
  expect(await post('secret_key=s3cret', FORM)).toMatchObject({ status: 'ok' });
  expect(server.logged).toEqual([]);
});
