import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { inProcessServer } from '../testkit/server.ts';
import { present } from '../testkit/tools.ts';
import { jsonRpc } from '../testkit/transports.ts';
import { must } from './demo-world.ts';

const server = inProcessServer();
const TOKEN = 'demo-studio-token';
const JOHN = { email: 'john@example.com', password: 'muvi' };
const curlIsHere = present('curl', spawnSync('curl', ['--version']).status === 0);

type Fields = Readonly<Record<string, string>>;
interface Sent {
  readonly headers?: Fields;
  readonly body?: string | FormData | URLSearchParams;
}

async function post(path: string, { headers = {}, body = '' }: Sent): Promise<unknown> {
  const reply = await fetch(server.url + path, { method: 'POST', headers, body });
  expect([path, reply.status, reply.headers.get('content-type')]).toEqual([path, 200, 'application/json; charset=utf-8']);
  return JSON.parse(await reply.text());
}
const rest = (name: string, fields: Fields = {}) => post(`/rest/${name}`, { body: new URLSearchParams({ authToken: TOKEN, ...fields }) });

function parts(fields: Fields): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

const LOGGED_IN = {
  id: expect.stringMatching(/^\d+$/),
  email: JOHN.email,
  display_name: 'John Doe',
  studio_id: expect.stringMatching(/^\d+$/),
  profile_image: '',
  code: 200,
  status: 'OK',
  msg: 'Login Success',
};
const failure = (code: number, msg: unknown = expect.any(String)) => ({ code, status: 'Failure', msg });

describe.skipIf(!curlIsHere)('the document, by curl', () => {
  it('logs in with the members in its order', async () => {
    const fields = Object.entries({ authToken: TOKEN, ...JOHN }).flatMap(([name, value]) => ['-d', `${name}=${value}`]);
    const { stdout } = await promisify(execFile)('curl', ['-s', ...fields, `${server.url}/rest/login`]);
    const reply = JSON.parse(stdout);
    expect(reply).toEqual(LOGGED_IN);
    expect(Object.keys(reply)).toEqual(Object.keys(LOGGED_IN));
  });
});

describe('fields', () => {
  const all = { authToken: TOKEN, ...JOHN };
  const empty = { 'content-type': 'application/x-www-form-urlencoded' };
  it.each<[string, string, Sent]>([
    ['the query', `/rest/login?${new URLSearchParams(all)}`, {}],
    ['a form', '/rest/login', { body: new URLSearchParams(all) }],
    ['parts', '/rest/login', { body: parts(all) }],
    ['JSON', '/rest/login', { body: JSON.stringify(all), headers: { 'content-type': 'application/json' } }],
    ['headers beside an empty form', '/rest/login', { headers: { ...empty, ...all } }],
    ['a path in any case', '/REST/LOGIN', { body: new URLSearchParams(all) }],
    ['a path with a language', '/en/rest/login', { body: new URLSearchParams(all) }],
  ])('come from %s', async (_what, path, sent) => expect(await post(path, sent)).toEqual(LOGGED_IN));
});

describe('a user', () => {
  it('registers, is logged in, is an avatar with that number, and logs in again', async () => {
    const user = { email: 'Ann@Example.org', name: 'Ann Able', password: 'geheim' };
    expect(await rest('checkEmailExistance', { email: user.email })).toEqual({ isExists: 0, code: 200, msg: 'OK' });
    const registered = await rest('registerUser', user);
    expect(registered).toEqual({ ...LOGGED_IN, email: user.email, display_name: user.name });
    expect(await rest('checkEmailExistance', { email: 'ann@example.org' })).toEqual({ isExists: 1, code: 200, msg: 'OK' });
    expect(await rest('login', { email: 'ann@EXAMPLE.org', password: 'geheim' })).toEqual(registered);
    expect(await rest('registerUser', { ...user, email: 'ANN@example.org' })).toEqual(failure(422));
  });

  it('is registered once, however many ask at once', async () => {
    const user = { email: 'twice@example.org', name: 'Twice', password: 'geheim' };
    const replies = await Promise.all(Array.from({ length: 4 }, () => rest('registerUser', user)));
    expect(replies.map((reply) => (reply as { code: number }).code).sort()).toEqual([200, 422, 422, 422]);
  });
});

it('what clients call first', async () => {
  expect(await rest('initialiseSdk')).toEqual({
    code: 200,
    pkgname: expect.any(String),
    hashkey: expect.stringMatching(/^[0-9a-f]{32}$/),
    server_time: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
  });
  const plan = { id: 1, name: 'Monthly', price: 9.99, currency: 'USD', period: 'month' };
  expect(await rest('getStudioPlanLists')).toEqual({ code: 200, status: 'OK', msg: 'OK', plans: [plan] });
  expect(await rest('logout')).toEqual({ code: 200, status: 'OK', msg: 'Logout Success' });
});

describe('faults', () => {
  const ben = { email: 'ben@example.org', name: 'Ben', password: 'geheim' };
  it.each<[string, Fields, number, unknown?]>([
    ['login', { ...JOHN, authToken: '' }, 407],
    ['logout', { authToken: '' }, 407],
    ['login', { ...JOHN, authToken: 'wrong' }, 408],
    ['login', { ...JOHN, password: 'wrong' }, 409, 'Invalid email or password'],
    ['login', { ...JOHN, password: '' }, 409, 'Invalid email or password'],
    ['login', { ...JOHN, password: 'x'.repeat(2_000) }, 409, 'Invalid email or password'],
    ['login', { email: 'nobody@example.org', password: 'muvi' }, 409, 'Invalid email or password'],
    ['login', { password: 'muvi' }, 757],
    ['login', { email: 'nobody', password: 'muvi' }, 417],
    ['checkEmailExistance', {}, 757],
    ['checkEmailExistance', { email: `${'x'.repeat(60_000)}@example.org` }, 417],
    ['registerUser', { ...ben, email: '' }, 757],
    ['registerUser', { ...ben, email: 'ben' }, 417],
    ['registerUser', { ...ben, email: '4242424242424242@example.org' }, 417],
    ['registerUser', { ...ben, name: '' }, 417],
    ['registerUser', { ...ben, name: 'Ben 4242 4242 4242 4242' }, 417],
    ['registerUser', { ...ben, name: 'x'.repeat(129) }, 417],
    ['registerUser', { ...ben, password: '' }, 421],
    ['registerUser', { ...ben, password: 'x'.repeat(1_025) }, 421],
    ['registerUser', { ...ben, plan_id: '7' }, 421],
    ['registerUser', { ...ben, plan_id: 'monthly' }, 421],
    ['registerUser', { ...ben, plan_id: '1' }, 421],
    ['registerUser', { ...ben, email: JOHN.email.toUpperCase() }, 422],
  ])('of %s %#', async (name, fields, code, msg) => {
    expect(await rest(name, fields)).toEqual(failure(code, msg));
  });

  it.each<[string, Sent]>([
    ['a body that is no JSON', { body: '{', headers: { 'content-type': 'application/json' } }],
    ['a list', { body: '[]', headers: { 'content-type': 'application/json' } }],
    ['another type', { body: 'x', headers: { 'content-type': 'text/plain' } }],
    ['too long a body', { body: 'x'.repeat(300_000), headers: { 'content-type': 'application/json' } }],
    ['a struct for a text', { body: '{"authToken":{}}', headers: { 'content-type': 'application/json' } }],
  ])('of %s have the same form', async (_what, sent) => {
    expect(await post('/rest/login', sent)).toEqual(failure(expect.any(Number) as unknown as number));
  });

  it('are the same over JSON-RPC', async () => {
    const call = jsonRpc(`${server.url}/jsonrpc`);
    await expect(must(call, 'studio.login', TOKEN, JOHN.email, 'wrong')).rejects.toThrow('Invalid email or password');
  });
});
