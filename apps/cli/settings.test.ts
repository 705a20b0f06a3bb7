import { expect, test } from 'vitest';
import { serverUrl } from './settings.ts';

test.each([
  [{}, 'http://127.0.0.1:8080'],
  [{ HOST: '', PORT: '' }, 'http://127.0.0.1:8080'],
  [{ HOST: '192.0.2.7', PORT: '81' }, 'http://192.0.2.7:81'],
  [{ HOST: '0.0.0.0' }, 'http://127.0.0.1:8080'],
  [{ HOST: '::' }, 'http://[::1]:8080'],
  [{ HOST: '2001:db8::1' }, 'http://[2001:db8::1]:8080'],
  [{ SCRIP_URL: 'https://scrip.example.org/', PORT: '81' }, 'https://scrip.example.org'],
  [{ SCRIP_URL: 'https://example.org/scrip/' }, 'https://example.org/scrip'],
])('%j is the server at %s', (env, url) => expect(serverUrl(env)).toBe(url));

test.each([
  [{ PORT: 'http' }, 'PORT is "http"'],
  [{ PORT: '65536' }, 'PORT is "65536"'],
  [{ PORT: '0' }, 'set SCRIP_URL'],
  [{ SCRIP_URL: 'localhost' }, 'SCRIP_URL'],
  [{ SCRIP_URL: 'ftp://example.org' }, 'SCRIP_URL'],
  [{ SCRIP_URL: 'http://example.org/?x=1' }, 'SCRIP_URL'],
])('%j is refused', (env, text) => expect(() => serverUrl(env)).toThrow(text));

test('a password in an address is refused and not repeated', () => {
  expect(() => serverUrl({ SCRIP_URL: 'http://me:hunter2@example.org' })).toThrow(/^(?!.*hunter2)/);
});
