import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startFront, withMessage, withoutSecrets } from './studio-front.mjs';

const SECRETS = { avatar: ['password_hash'] };
const column = (name) => ({ name, pk: null });
const CATALOGUE = [
  { schema: 'public', name: 'avatar', columns: ['akey', 'password_hash', 'email'].map(column) },
  { schema: 'public', name: 'journal', columns: ['id', 'password_hash'].map(column) },
];
const PAGE = '<body><script>1</script></body>';

let behind;
let front;
const heard = [];

beforeAll(async () => {
  behind = createServer((asked, response) => {
    heard.push(asked.headers);
    response.end(asked.url === '/' ? PAGE : JSON.stringify([null, CATALOGUE]));
  }).listen(0, '127.0.0.1');
  await once(behind, 'listening');
  front = await startFront({ port: 0, behind: behind.address().port, secrets: SECRETS });
});
afterAll(() => {
  front.close();
  front.closeAllConnections();
  behind.close();
  behind.closeAllConnections();
});

async function ask(method, path, headers = {}) {
  const { port } = front.address();
  const asked = request({ host: '127.0.0.1', port, method, path, headers: { host: `127.0.0.1:${port}`, ...headers } }).end(
    method === 'POST' ? '{}' : undefined,
  );
  const [reply] = await once(asked, 'response');
  let body = '';
  for await (const chunk of reply) body += chunk;
  return { status: reply.statusCode, body };
}

it('takes hidden columns out of the catalogue, and out of nothing else', async () => {
  const [, [avatar, journal]] = JSON.parse((await ask('POST', '/bff')).body);
  expect(avatar.columns.map(({ name }) => name)).toEqual(['akey', 'email']);
  expect(journal.columns.map(({ name }) => name)).toEqual(['id', 'password_hash']);
  for (const other of ['[null,[{"akey":"a"}]]', '[null,[]]', '[null,[null]]', '[{"code":"42501"}]', '{}', '[null,{"a":1}]']) {
    expect(withoutSecrets(other, SECRETS)).toBe(other);
  }
});

it('says why something was refused', () => {
  const told = (error) => JSON.parse(withMessage(JSON.stringify([error])))[0].message;
  expect(told({ name: 'PostgresError', code: '23514', detail: 'the price is -1' })).toBe('the price is -1');
  expect(told({ name: 'PostgresError', code: '42501' })).toMatch(/README says what can be edited/);
  expect(told({ name: 'PostgresError', code: '57014' })).toBe('PostgresError 57014');
  for (const answer of ['[null,[{"code":"a"}]]', '{"a":1}', '[null,[]]', '[{"code":"1","message":"as it was"}]'])
    expect(withMessage(answer)).toBe(answer);
});

it('begins with a view for people', async () => {
  expect((await ask('GET', '/')).body).toContain("location.hash = 'view=table&schema=studio");
});

it('asks as the Studio behind wants it, and answers no page of anybody else', async () => {
  const own = `127.0.0.1:${front.address().port}`;
  expect((await ask('POST', '/bff', { origin: `http://${own}` })).status).toBe(200);
  expect(heard.at(-1)).toMatchObject({ host: `localhost:${behind.address().port}` });
  expect(heard.at(-1)).not.toHaveProperty('origin');
  const before = heard.length;
  expect((await ask('POST', '/bff', { origin: 'http://evil.example' })).status).toBe(403);
  expect((await ask('POST', '/bff', { host: 'evil.example' })).status).toBe(403);
  expect(heard).toHaveLength(before);
});
