import { expect, test } from 'vitest';
import { loginWarnings } from './login-warnings.ts';

const USUAL = { host: '127.0.0.1', challengeLogin: true, plainLogin: false, trustedProxies: [] };

test.each([
  ['the usual settings', {}, []],
  ['a server behind TLS', { host: '0.0.0.0', trustedProxies: ['10.0.0.1'] }, []],
  ['a server in the open', { host: '0.0.0.0' }, [/^HOST=0\.0\.0\.0 without SCRIP_TRUSTED_PROXIES: .* passwords are refused$/]],
  [
    'no challenge',
    { challengeLogin: false },
    [/^SCRIP_MD5_LOGIN=0: .*turned off.*general\.loginWithPassword; from other machines nobody can/],
  ],
  ['no challenge behind TLS', { challengeLogin: false, trustedProxies: ['10.0.0.1'] }, [/general\.loginWithPassword$/]],
  ['plain passwords', { host: '::', plainLogin: true }, [/^SCRIP_PLAIN_LOGIN=1: /]],
  ['plain passwords only', { plainLogin: true, challengeLogin: false }, [/general\.loginWithPassword$/, /^SCRIP_PLAIN_LOGIN=1: /]],
])('%s', (_what, settings, wanted) => {
  expect(loginWarnings({ ...USUAL, ...settings })).toEqual(wanted.map((warning) => expect.stringMatching(warning)));
});
