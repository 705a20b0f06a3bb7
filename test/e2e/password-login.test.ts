import { describe, expect, it } from 'vitest';
import { inProcessServer, type TestServer } from '../testkit/server.ts';
import { COOL } from './demo-world.ts';

interface Reply {
  readonly result?: unknown;
  readonly error?: { readonly data: { readonly code: string } };
}

const LOGIN = { jsonrpc: '2.0', id: 1, method: 'general.loginWithPassword', params: [COOL.name, COOL.password, 60] };

async function post(server: TestServer, body: object, headers: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const reply = await fetch(`${server.url}/jsonrpc`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return reply.json();
}

/** `in`, or the code of the fault. */
async function logIn(server: TestServer, headers?: Readonly<Record<string, string>>): Promise<string> {
  const { result, error } = (await post(server, LOGIN, headers)) as Reply;
  return typeof result === 'string' ? 'in' : (error?.data.code ?? 'nothing');
}

const OUTSIDE = { 'x-forwarded-for': '203.0.113.7' };
const TLS = { 'x-forwarded-proto': 'https' };
const PLAIN = { 'x-forwarded-proto': 'http' };

describe('a server of its own', () => {
  const server = inProcessServer();
  it('takes passwords from this machine, and none that a proxy sends on from plain HTTP', async () => {
    expect(await logIn(server)).toBe('in');
    expect(await logIn(server, PLAIN)).toBe('auth.password_needs_tls');
  });

  it('counts each wrong password of a batch and of a multicall', async () => {
    const wrong = (id: number) => ({ ...LOGIN, id, params: [COOL.akey, 'wrong', 60] });
    const batch = (await post(
      server,
      Array.from({ length: 6 }, (_, id) => wrong(id)),
    )) as Reply[];
    const calls = Array.from({ length: 6 }, () => ({ methodName: LOGIN.method, params: [COOL.name, 'wrong', 60] }));
    const multicall = await post(server, { jsonrpc: '2.0', id: 1, method: 'system.multicall', params: [calls] });
    const said = JSON.stringify([batch, multicall]);
    expect(said.match(/auth\.login_failed: /g)).toHaveLength(10);
    expect(said.match(/rate_limited: /g)).toHaveLength(2);
  });
});

describe('behind a trusted proxy', () => {
  const server = inProcessServer({ env: { SCRIP_TRUSTED_PROXIES: '127.0.0.0/8', SCRIP_MD5_LOGIN: '0' } });
  it('takes passwords that came to it over TLS', async () => {
    expect(await logIn(server, { ...OUTSIDE, ...TLS })).toBe('in');
    expect(await logIn(server, { ...OUTSIDE, ...PLAIN })).toBe('auth.password_needs_tls');
    expect(await logIn(server, OUTSIDE)).toBe('auth.password_needs_tls');
  });

  it('says that the challenge is turned off, to callers and to the operator', async () => {
    const { error } = (await post(server, { ...LOGIN, method: 'general.getLoginChallenge', params: [COOL.akey] })) as {
      error: { message: string };
    };
    expect(error.message).toMatch(/^auth\.login_failed: .*turned off/);
    expect(server.logged.some((line) => line.includes('SCRIP_MD5_LOGIN=0: '))).toBe(true);
  });
});

describe('where the operator allows plain HTTP', () => {
  const server = inProcessServer({ env: { SCRIP_TRUSTED_PROXIES: '127.0.0.0/8', SCRIP_PLAIN_LOGIN: '1' } });
  it('takes passwords from everywhere', async () => {
    expect(await logIn(server, { ...OUTSIDE, ...PLAIN })).toBe('in');
  });
});
