import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbedded } from '@scrip/database';
import { createRemoteJWKSet, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../testkit/database.ts';
import { inProcessServer, startTestServer, type TestServer, temporaryDirectory } from '../testkit/server.ts';
import { jsonRpc } from '../testkit/transports.ts';
import { COOL, logIn, must, refusal, SECRET2 } from './demo-world.ts';

const server = inProcessServer();
const get = (path: string) => fetch(`${server.url}${path}`);
const rpc = () => jsonRpc(`${server.url}/jsonrpc`);

it('is alive and ready', async () => {
  for (const [path, status] of [
    ['/healthz', 'ok'],
    ['/readyz', 'ready'],
  ] as const) {
    const reply = await get(path);
    expect([reply.status, await reply.json()]).toEqual([200, { status }]);
  }
});

/** `scrip_calls_total{method="bank.pay",…} 3` -> its labels and value. */
async function calls(): Promise<{ labels: Record<string, string>; count: number }[]> {
  const text = await (await get('/metrics')).text();
  return [...text.matchAll(/^scrip_calls_total\{(.*)\} (\d+)$/gm)].map(([, labels = '', count]) => ({
    labels: Object.fromEntries([...labels.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value])),
    count: Number(count),
  }));
}

describe('/metrics', () => {
  it('counts calls by method, protocol and outcome', async () => {
    await must(rpc(), 'general.getAvatarKey', COOL.name);
    await refusal(rpc(), 'general.getAvatarKey', 'nobody');
    const labels = { method: 'general.getAvatarKey', protocol: 'jsonrpc' };
    expect(await calls()).toEqual(
      expect.arrayContaining([
        { labels: { ...labels, outcome: 'ok' }, count: 1 },
        { labels: { ...labels, outcome: 'general.unknown_avatar' }, count: 1 },
      ]),
    );
    const reply = await get('/metrics');
    expect(reply.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(await reply.text()).toMatch(/^scrip_call_duration_seconds_count\{method="general.getAvatarKey"\} 2$/m);
  });

  it('makes no label of what callers name', async () => {
    const before = (await calls()).length;
    for (let n = 0; n < 40; n++) await refusal(rpc(), `made.up_${n}`);
    for (const spelling of ['GENERAL.SITESTATUS', 'general_siteStatus', 'General.sitestatus']) await must(rpc(), spelling);
    const after = await calls();
    expect(after.length).toBe(before + 2);
    expect(after).toContainEqual({ labels: { method: 'unknown', protocol: 'jsonrpc', outcome: 'method_not_found' }, count: 40 });
    expect(after).toContainEqual({ labels: { method: 'general.siteStatus', protocol: 'jsonrpc', outcome: 'ok' }, count: 3 });
  });
});

describe('documents', () => {
  it('/openrpc.json is what rpc.discover tells, and names every procedure', async () => {
    const reply = await get('/openrpc.json');
    expect(reply.headers.get('content-type')).toMatch(/^application\/json/);
    const document = (await reply.json()) as { openrpc: string; methods: { name: string }[] };
    const { info, ...discovered } = await must<Record<string, unknown>>(rpc(), 'rpc.discover');
    expect(document).toEqual({ ...discovered, info: { title: 'Scrip', version: '0.0.0-test' } });
    expect(info).toMatchObject({ title: 'Scrip' });
    expect(document.openrpc).toMatch(/^1\.\d+\.\d+$/);
    const names = document.methods.map(({ name }) => name);
    expect(names).toEqual(await must(rpc(), 'system.listMethods'));
  });

  it('/docs is a page that describes every procedure', async () => {
    const reply = await get('/docs');
    expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const page = await reply.text();
    expect(page).toMatch(/^<!doctype html>/i);
    for (const name of await must<string[]>(rpc(), 'system.listMethods')) expect(page).toContain(name);
  });

  it("/docs runs nothing but its own files, stands in nobody else's frame, and tells nobody where its reader was", async () => {
    const page = await get('/docs');
    const policy = (page.headers.get('content-security-policy') ?? '').split('; ');
    expect(policy).toEqual(
      expect.arrayContaining(["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"]),
    );
    expect(policy.join()).not.toMatch(/unsafe|\*|https?:|data:/);
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    for (const [path, type] of [
      ['/docs/style.css', 'text/css; charset=utf-8'],
      ['/docs/script.js', 'text/javascript; charset=utf-8'],
    ] as const) {
      expect(await page.clone().text()).toContain(`"${path}"`);
      const file = await get(path);
      expect([file.status, file.headers.get('content-type')]).toEqual([200, type]);
    }
  });
});

describe('whatever is answered', () => {
  const post = (path: string, body: string, type: string) =>
    fetch(`${server.url}${path}`, { method: 'POST', body, headers: { 'content-type': type } });

  it.each<[string, () => Promise<Response>]>([
    ['the reference', () => get('/docs')],
    ['a document', () => get('/openrpc.json')],
    ['a state', () => get('/healthz')],
    ['figures', () => get('/metrics')],
    ['keys', () => get('/.well-known/jwks.json')],
    ['a call', () => post('/jsonrpc', '{"jsonrpc":"2.0","id":1,"method":"general.siteStatus"}', 'application/json')],
    ['a call in XML', () => post('/xmlrpc', '<methodCall><methodName>a<b></methodName></methodCall>', 'text/xml')],
    ['a wrong media type', () => post('/xmlrpc', '<script>', 'text/html')],
    ['a wrong encoding', () => fetch(`${server.url}/jsonrpc`, { method: 'POST', body: 'x', headers: { 'content-encoding': 'br' } })],
    ['a wrong address', () => get('/<script>')],
    ['an address that is none', () => get('/%zz')],
    ['a wrong method', () => get('/jsonrpc')],
  ])('no browser guesses that %s is something else', async (_what, ask) => {
    expect((await ask()).headers.get('x-content-type-options')).toBe('nosniff');
  });
});

it("strangers can check a capability's signature by /.well-known/jwks.json", async () => {
  const token = await logIn(rpc(), COOL);
  const keys = createRemoteJWKSet(new URL(`${server.url}/.well-known/jwks.json`));
  const { payload } = await jwtVerify(token, keys, { algorithms: ['EdDSA'] });
  expect(payload.sub).toBe(COOL.akey);
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600);
  const { keys: listed } = (await (await get('/.well-known/jwks.json')).json()) as JSONWebKeySet;
  expect(listed.map(({ kid }) => kid)).toContain(decodeProtectedHeader(token).kid);
  // Public keys only.
  for (const key of listed) expect(key).not.toHaveProperty('d');
  const [head, , signature] = token.split('.');
  const forged = [head, Buffer.from(JSON.stringify({ ...payload, sub: SECRET2.akey })).toString('base64url'), signature].join('.');
  await expect(jwtVerify(forged, keys)).rejects.toThrow(/signature/);
  expect(await refusal(rpc(), 'bank.accountBalance', [forged], SECRET2.akey, 'working')).toMatch(/^auth\.capability_invalid: /);
});

describe('without its database', () => {
  let away: TestServer;
  let parent: string;
  let stopDatabase: () => Promise<void>;

  beforeAll(async () => {
    parent = await temporaryDirectory();
    const embedded = await startEmbedded({ dataDir: join(parent, 'data'), log: silentLog });
    stopDatabase = () => embedded.stop();
    away = await startTestServer({ env: { DATABASE_URL: embedded.url } });
  });
  afterAll(async () => {
    await stopDatabase();
    await away.stop();
    await rm(parent, { recursive: true });
  });

  it('is alive but not ready, and calls are busy, never internal and never refused for the money', async () => {
    const invoke = jsonRpc(`${away.url}/jsonrpc`);
    const token = await logIn(invoke, COOL);
    await stopDatabase();
    expect((await fetch(`${away.url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${away.url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([503, { error: 'unavailable', message: 'the database does not answer' }]);
    const pay = [[token], 1, COOL.akey, 'working', SECRET2.akey, 'working', '', 0, 'r'];
    for (const [method, params] of [
      ['general.getAvatarKey', ['Unheard Of']],
      ['general.getLoginChallenge', [COOL.akey]],
      ['general.getLoginCapability', [COOL.akey, 'f'.repeat(32), 60]],
      ['bank.accountBalance', [[token], COOL.akey, 'working']],
      ['bank.transactions', [[token], COOL.akey, 'working']],
      ['bank.openAccount', [[token], 'new']],
      ['bank.pay', pay],
      ['operator.audit', [[away.operator]]],
    ] as const) {
      expect(await refusal(invoke, method, ...params), method).toMatch(/^busy: /);
    }
    expect(away.takeInternal()).toEqual([]);
  });
});
