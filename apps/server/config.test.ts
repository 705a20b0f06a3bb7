import { resolve } from 'node:path';
import { StartError } from '@scrip/database';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const DEFAULTS = {
  host: '127.0.0.1',
  port: 8080,
  databaseUrl: undefined,
  dataDir: resolve('.scrip'),
  demo: undefined,
  diagnostics: false,
  bodyLimit: 262_144,
  batchLimit: 50,
  logLevel: 'info',
  challengeLogin: true,
  plainLogin: false,
  trustedProxies: [],
  origins: [],
  roomPurge: 30,
};

it('has the documented defaults, for empty variables too', () => {
  expect(readConfig({})).toEqual(DEFAULTS);
  expect(readConfig({ HOST: '', PORT: ' ', DATABASE_URL: '', SCRIP_DATA: '', SCRIP_DEMO: '', LOG_LEVEL: '' })).toEqual(DEFAULTS);
});

it.each([
  ['HOST', '::', { host: '::' }],
  ['PORT', '0', { port: 0 }],
  ['PORT', ' 65535 ', { port: 65_535 }],
  ['DATABASE_URL', 'postgresql://u:p%40@h:5432/d?sslmode=require', { databaseUrl: 'postgresql://u:p%40@h:5432/d?sslmode=require' }],
  ['DATABASE_URL', 'postgres://h/d', { databaseUrl: 'postgres://h/d' }],
  ['SCRIP_DATA', 'here', { dataDir: resolve('here') }],
  ['SCRIP_DEMO', '0', { demo: false }],
  ['SCRIP_DEMO', '1', { demo: true }],
  ['SCRIP_DIAGNOSTICS', '1', { diagnostics: true }],
  ['SCRIP_BODY_LIMIT', '1024', { bodyLimit: 1_024 }],
  ['SCRIP_BATCH_LIMIT', '1', { batchLimit: 1 }],
  ['LOG_LEVEL', 'trace', { logLevel: 'trace' }],
  ['SCRIP_MD5_LOGIN', '0', { challengeLogin: false }],
  ['SCRIP_PLAIN_LOGIN', '1', { plainLogin: true }],
  ['SCRIP_MAIL', 'smtp://mail', { mail: { host: 'mail', port: 25, secure: false, login: undefined, from: 'scrip@mail' } }],
  ['SCRIP_CORS', '*', { origins: ['*'] }],
  ['SCRIP_CORS', 'https://shop.example, http://127.0.0.1:8090', { origins: ['https://shop.example', 'http://127.0.0.1:8090'] }],
  ['SCRIP_ROOM_PURGE', '5', { roomPurge: 5 }],
  ['SCRIP_TRUSTED_PROXIES', '127.0.0.1, 10.0.0.0/8,::1/128', { trustedProxies: ['127.0.0.1', '10.0.0.0/8', '::1/128'] }],
])('%s=%s', (name, value, wanted) => {
  expect(readConfig({ [name]: value })).toEqual({ ...DEFAULTS, ...wanted });
});

describe('what is wrong', () => {
  it.each([
    ['PORT', '65536'],
    ['SCRIP_CORS', 'shop.example'],
    ['SCRIP_CORS', 'https://shop.example/'],
    ['SCRIP_CORS', 'https://shop.example,'],
    ['SCRIP_CORS', 'null'],
    ['PORT', '-1'],
    ['PORT', '8080x'],
    ['PORT', '1e3'],
    ['PORT', '٨'],
    ['SCRIP_BODY_LIMIT', '1023'],
    ['SCRIP_BODY_LIMIT', '67108865'],
    ['SCRIP_BATCH_LIMIT', '0'],
    ['SCRIP_BATCH_LIMIT', '10001'],
    ['SCRIP_DEMO', 'true'],
    ['SCRIP_DIAGNOSTICS', 'on'],
    ['SCRIP_MD5_LOGIN', '2'],
    ['SCRIP_PLAIN_LOGIN', 'yes'],
    ['SCRIP_TRUSTED_PROXIES', 'proxy.example.org'],
    ['SCRIP_TRUSTED_PROXIES', '10.0.0.0/33'],
    ['SCRIP_TRUSTED_PROXIES', '10.0.0.0/8/8'],
    ['SCRIP_TRUSTED_PROXIES', '127.0.0.1,'],
    ['LOG_LEVEL', 'INFO'],
  ])('%s=%s is a StartError that names both', (name, value) => {
    const start = () => readConfig({ [name]: value });
    expect(start).toThrow(StartError);
    expect(start).toThrow(`${name} is ${JSON.stringify(value)}; `);
  });

  it.each(['http://u:geheim@h', 'geheim', 'smtp://u:geheim@h/x', 'smtp://geheim@h'])(
    'SCRIP_MAIL=%s is not quoted: it may hold a password',
    (value) => {
      const start = () => readConfig({ SCRIP_MAIL: value });
      expect(start).toThrow(/^SCRIP_MAIL /);
      expect(start).not.toThrow(/geheim/);
    },
  );

  it.each(['mysql://u:geheim@h/d', 'geheim', 'postgresql://u:geheim@h:port/d'])(
    'DATABASE_URL=%s is not quoted: it holds a password',
    (value) => {
      const start = () => readConfig({ DATABASE_URL: value });
      expect(start).toThrow(/^DATABASE_URL /);
      expect(start).not.toThrow(/geheim/);
    },
  );
});
