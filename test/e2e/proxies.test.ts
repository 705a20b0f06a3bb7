import { describe, expect, it } from 'vitest';
import { inProcessServer, type TestServer } from '../testkit/server.ts';

/** From where the server says that a call came which a proxy sent on for 203.0.113.7. */
async function sourceOf(server: TestServer): Promise<unknown> {
  await fetch(`${server.url}/jsonrpc`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.7' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'system.listMethods' }),
  });
  const lines = server.logged.map((line) => JSON.parse(line) as { method?: string; source?: string });
  return lines.findLast(({ method }) => method === 'system.listMethods')?.source;
}

describe('without SCRIP_TRUSTED_PROXIES', () => {
  const server = inProcessServer();
  it('nobody says where they come from but the connection', async () => {
    expect(await sourceOf(server)).toBe('127.0.0.1');
  });
});

describe('with the proxy among SCRIP_TRUSTED_PROXIES', () => {
  const server = inProcessServer({ env: { SCRIP_TRUSTED_PROXIES: '127.0.0.0/8' } });
  it('its X-Forwarded-For is believed', async () => {
    expect(await sourceOf(server)).toBe('203.0.113.7');
  });
});

describe('with another proxy among SCRIP_TRUSTED_PROXIES', () => {
  const server = inProcessServer({ env: { SCRIP_TRUSTED_PROXIES: '10.0.0.1' } });
  it('X-Forwarded-For means nothing', async () => {
    expect(await sourceOf(server)).toBe('127.0.0.1');
  });
});
