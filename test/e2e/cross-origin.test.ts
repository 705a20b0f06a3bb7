import { describe, expect, it } from 'vitest';
import { inProcessServer } from '../testkit/server.ts';

const SHOP = 'https://shop.example';
const BODY = '{"jsonrpc":"2.0","id":1,"method":"bank.currencies","params":{}}';

function preflight(url: string, origin: string): Promise<Response> {
  const headers = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' };
  return fetch(url, { method: 'OPTIONS', headers });
}

function call(url: string, origin: string): Promise<Response> {
  return fetch(url, { method: 'POST', headers: { origin, 'content-type': 'application/json' }, body: BODY });
}

const allowed = ({ headers }: Response) => headers.get('access-control-allow-origin');

describe('with an origin in SCRIP_CORS', () => {
  const server = inProcessServer({ env: { SCRIP_CORS: `${SHOP}, http://127.0.0.1:8090` } });

  it.each(['/jsonrpc', '/xmlrpc', '/RPC2', '/api.php'])('%s answers its pages, before the call and with it', async (path) => {
    const asked = await preflight(server.url + path, SHOP);
    expect([asked.status, allowed(asked), await asked.text()]).toEqual([204, SHOP, '']);
    expect(asked.headers.get('access-control-allow-methods')).toBe('POST');
    expect(asked.headers.get('access-control-allow-headers')).toBe('content-type, authorization');
    expect(asked.headers.get('access-control-allow-credentials')).toBeNull();
    const answered = await call(server.url + path, SHOP);
    expect([allowed(answered), answered.headers.get('vary')]).toEqual([SHOP, 'origin']);
  });

  it.each(['https://shop.example.evil', 'http://shop.example', 'null', '*'])('pages of %s are not told anything', async (origin) => {
    expect([(await preflight(`${server.url}/jsonrpc`, origin)).status, allowed(await call(`${server.url}/jsonrpc`, origin))]).toEqual([
      405,
      null,
    ]);
  });

  it('nothing but the protocols is opened', async () => {
    for (const path of ['/docs', '/metrics', '/openrpc.json']) {
      expect(allowed(await fetch(server.url + path, { headers: { origin: SHOP } })), path).toBeNull();
    }
    expect((await fetch(`${server.url}/jsonrpc`, { method: 'OPTIONS', headers: { origin: SHOP } })).status).toBe(405);
  });
});

describe('without SCRIP_CORS', () => {
  const server = inProcessServer();
  it('no page of another origin is answered', async () => {
    const asked = await preflight(`${server.url}/jsonrpc`, SHOP);
    expect([asked.status, allowed(asked)]).toEqual([405, null]);
    expect(allowed(await call(`${server.url}/jsonrpc`, SHOP))).toBeNull();
  });
});
