import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { newId } from '@scrip/kernel';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COOL, logIn, must } from '../e2e/demo-world.ts';
import { startTestServer, type TestServer } from '../testkit/server.ts';
import { direct } from '../testkit/transports.ts';

// No header and no body gets anything but status 200 and one line from the relay.

let server: TestServer;
let object: { object_key: string; secret: string };

beforeAll(async () => {
  server = await startTestServer({ env: { SCRIP_DEMO: '1' } });
  const invoke = direct(server);
  object = await must(invoke, 'general.enrollObject', [await logIn(invoke, COOL)], newId(), 'A box');
});
afterAll(async () => {
  expect(server?.takeInternal()).toEqual([]);
  await server?.stop();
});

type Headers = Readonly<Record<string, string | readonly string[]>>;

function post(path: string, headers: Headers, body: Uint8Array): Promise<[status: number, type: string, text: string]> {
  return new Promise((resolve, reject) => {
    const given = { 'content-length': String(body.length), ...headers };
    const sent = request(`${server.url}${path}`, { method: 'POST', headers: given as Record<string, string | string[]> }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('end', () => resolve([reply.statusCode ?? 0, reply.headers['content-type'] ?? '', Buffer.concat(chunks).toString()]));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const NAMES = [
  ...['shard', 'object-key', 'owner-key', 'region', 'owner-name', 'local-position'].map((name) => `x-secondlife-${name}`),
  ...['object', 'time', 'nonce', 'signature', 'body-max'].map((name) => `x-scrip-${name}`),
  'content-type',
  'authorization',
  'x-forwarded-for',
  'x-request-id',
];
/** What may stand in a header. */
const TEXT = fc.string({
  unit: fc
    .oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.integer({ min: 0x80, max: 0xff }), fc.constant(9))
    .map((code) => String.fromCharCode(code)),
  maxLength: 300,
});
const now = () => String(Math.floor(Date.now() / 1000));
const LIKELY = fc.constantFrom(
  'Demo',
  COOL.akey,
  COOL.akey.toUpperCase(),
  newId(),
  now(),
  '',
  '0',
  '-1',
  '1e9',
  'sha256=',
  `sha256=${'0'.repeat(64)}`,
  `hmac-sha256=${'A'.repeat(43)}=`,
  'text/plain',
  'text/xml',
  '127.0.0.1',
  'x'.repeat(2_000),
);
const VALUE = fc.oneof(LIKELY, TEXT);
const HEADERS = fc.dictionary(fc.constantFrom(...NAMES), fc.oneof(VALUE, fc.array(VALUE, { minLength: 2, maxLength: 3 })), { maxKeys: 6 });
const WORD = fc.oneof(
  fc.constantFrom('call', '', '#', ':', '::', COOL.akey, 'working', '{"a":1}', '[]', '\n', 'login', '600', 'NaN', '\u0000', '\ud83d\ude00'),
  fc.string({ maxLength: 40, unit: 'binary' }),
);
const METHODS = () => server.running.rpc.registry.entries.map(({ procedure }) => procedure.name);
const BODY = fc.oneof(
  fc.constantFrom('general.siteStatus::', `general.getAvatarName::::${COOL.akey}`).map((call) => Buffer.from(`call::${call}`)),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  fc.array(WORD, { maxLength: 8 }).map((words) => Buffer.from(words.join('::'))),
  fc
    .tuple(fc.nat(), fc.array(WORD, { maxLength: 8 }))
    .map(([n, words]) => Buffer.from(['call', METHODS()[n % METHODS().length], ...words].join('::'))),
);
/** Whether it is signed, and by what nonce. */
const SIGNED = fc.option(fc.oneof(fc.constant('1'), fc.uuid()));
const PATH = fc.constantFrom('/relay', '/relay?', '/relay?a=%zz');

function signature(nonce: string, body: Uint8Array): Headers {
  const time = now();
  const text = Buffer.concat([Buffer.from(`${time}\n${nonce}\n${object.object_key}\n`), body]);
  const digest = createHmac('sha256', object.secret).update(text).digest('base64');
  return {
    'x-scrip-object': object.object_key,
    'x-scrip-time': time,
    'x-scrip-nonce': nonce,
    'x-scrip-signature': `hmac-sha256=${digest}`,
  };
}

it('whatever comes', async () => {
  const kinds = new Set<string>();
  await fc.assert(
    fc.asyncProperty(PATH, HEADERS, BODY, SIGNED, async (path, headers, body, nonce) => {
      const [status, type, text] = await post(path, { ...headers, ...(nonce !== null && signature(nonce, body)) }, body);
      expect([status, type]).toEqual([200, 'text/plain; charset=utf-8']);
      expect(text).toMatch(/^[\x21-\x7e]*-(rsp::|err::-?\d+::)[^\n\r]*$/);
      kinds.add(/-rsp::/.test(text) ? 'rsp' : (/-err::-?\d+::([\w.]+)/.exec(text)?.[1] ?? ''));
    }),
    { numRuns: 1_500 },
  );
  expect([...kinds]).toEqual(expect.arrayContaining(['rsp', 'invalid_request', 'invalid_params', 'relay.bad_signature', 'parse_error']));
}, 120_000);
