import { expect, test } from 'vitest';
import { secureArrivals } from './transport.ts';

const isSecure = secureArrivals(['10.0.0.0/8', '2001:db8::1']);
const TLS = { 'x-forwarded-proto': 'https' };

test.each([
  ['this machine', '127.0.0.1', {}, true],
  ['this machine over IPv6', '::1', {}, true],
  ['this machine, as IPv6 writes IPv4', '::ffff:127.0.0.1', {}, true],
  ['another machine', '203.0.113.7', {}, false],
  ['another machine whose address begins alike', '::ffff:203.0.113.7', {}, false],
  ['another machine that says TLS itself', '203.0.113.7', TLS, false],
  ['a trusted proxy with TLS', '10.1.2.3', TLS, true],
  ['a trusted proxy with TLS, as IPv6 writes IPv4', '::ffff:10.1.2.3', TLS, true],
  ['a trusted proxy with TLS over IPv6', '2001:db8::1', TLS, true],
  ['a trusted proxy in capitals', '10.1.2.3', { 'x-forwarded-proto': 'HTTPS' }, true],
  ['a trusted proxy without TLS', '10.1.2.3', { 'x-forwarded-proto': 'http' }, false],
  ['a trusted proxy that says nothing', '10.1.2.3', {}, false],
  ['TLS, then a plain hop', '10.1.2.3', { 'x-forwarded-proto': 'https, http' }, false],
  ['a caller who says TLS, then a plain hop', '10.1.2.3', { 'x-forwarded-proto': 'https,https,http' }, false],
  ['TLS all the way', '10.1.2.3', { 'x-forwarded-proto': 'https, https' }, true],
  ['an empty word', '10.1.2.3', { 'x-forwarded-proto': '' }, false],
  ['a proxy on this machine with TLS', '127.0.0.1', TLS, true],
  ['a proxy on this machine without TLS', '127.0.0.1', { 'x-forwarded-proto': 'http' }, false],
  ['a proxy on this machine that only says for whom', '127.0.0.1', { 'x-forwarded-for': '203.0.113.7' }, false],
  ['a proxy on this machine that says for whom in a word of its own', '127.0.0.1', { 'x-real-ip': '203.0.113.7' }, false],
  ['a proxy on this machine that says it as RFC 7239 has it', '127.0.0.1', { forwarded: 'for=203.0.113.7;proto=https' }, false],
  ['a proxy on this machine that says only that it is one', '127.0.0.1', { via: '1.1 proxy' }, false],
  ['a connection that is gone', undefined, TLS, false],
])('%s', (_from, peer, headers, secure) => {
  expect(isSecure({ peer, source: peer ?? '', headers })).toBe(secure);
});

test('a trusted proxy on this machine that calls for another one has to say how it was called', () => {
  expect(isSecure({ peer: '127.0.0.1', source: '203.0.113.7', headers: {} })).toBe(false);
});
