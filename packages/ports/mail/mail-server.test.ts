import { expect, it } from 'vitest';
import { isElsewhere, readMailServer } from './mail-server.ts';

const login = { user: 'mann@example.org', pass: 'p@ss/wörd' };

it.each([
  ['smtp://mail', { host: 'mail', port: 25, secure: false, login: undefined, from: 'scrip@mail' }],
  ['smtps://mail.example.org/', { host: 'mail.example.org', port: 465, secure: true, login: undefined, from: 'scrip@mail.example.org' }],
  ['smtp://127.0.0.1:2525?from=a@b.c', { host: '127.0.0.1', port: 2_525, secure: false, login: undefined, from: 'a@b.c' }],
  ['smtp://[::1]:25?from=a@b.c', { host: '::1', port: 25, secure: false, login: undefined, from: 'a@b.c' }],
  [
    `smtp://mann%40example.org:${encodeURIComponent(login.pass)}@mail:587`,
    { host: 'mail', port: 587, secure: false, login, from: login.user },
  ],
])('%s', (text, server) => expect(readMailServer(text)).toEqual(server));

it.each([
  'mail.example.org',
  'http://mail',
  'smtp://',
  'smtp:mail',
  'smtp://mail/path',
  'smtp://mail#from',
  'smtp://user@mail',
  'smtp://:pass@mail',
  'smtp://u:%E0%A4%A@mail',
  'smtp://mail:99999',
  'smtp://mail?from=nobody',
  'smtp://mail?from=a@b.c%0d%0aBcc:d@e.f',
  'smtp://mail?from=a@b.c&pool=true',
  'smtp://mail?From=a@b.c',
])('%s is none', (text) => expect(readMailServer(text)).toBeUndefined());

it('knows this machine', () => {
  const hosts = ['localhost', '127.0.0.1', '127.8.8.8', '[::1]', '127.example.org', '128.0.0.1', '[::2]', 'localhost.example.org'];
  expect(hosts.map((host) => isElsewhere(readMailServer(`smtp://${host}?from=a@b.c`) ?? expect.fail()))).toEqual([
    false,
    false,
    false,
    false,
    true,
    true,
    true,
    true,
  ]);
});
