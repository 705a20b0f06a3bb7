import { afterEach, describe, expect, it, vi } from 'vitest';
import { lines } from '../../test/testkit/lines.ts';
import { inProcessServer } from '../../test/testkit/server.ts';
import { createClient } from './index.ts';

const COOL = 'ImSoCool Mann';
const PASSWORD = 'yourpasswordhere';
const WORKING = { akey: COOL, account_name: 'working' };
const LOGIN = 'general.getLoginCapability';

describe('a login', () => {
  const server = inProcessServer();
  const line = lines(() => server.url);
  afterEach(() => {
    vi.useRealTimers();
  });

  const loggedIn = async () => {
    const open = await line();
    const client = createClient({ url: open.url });
    return { ...open, client, capability: await client.login(COOL, PASSWORD) };
  };
  /** For the server in this process as for the client. */
  const pass = (minutes: number) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + minutes * 60_000);
  };

  it('is renewed before it ends, once however many calls wait for it', async () => {
    const { client, calls } = await loggedIn();
    pass(40);
    await client.bank.accountBalance(WORKING);
    expect(calls(LOGIN)).toHaveLength(1);
    pass(15);
    await Promise.all(Array.from({ length: 20 }, () => client.bank.accountBalance(WORKING)));
    await client.bank.accountBalance(WORKING);
    expect(calls(LOGIN)).toHaveLength(2);
    pass(600);
    expect(await client.bank.accountBalance(WORKING)).toBeTypeOf('number');
    expect(calls(LOGIN)).toHaveLength(3);
  });

  it('that can not be renewed yet is used until it ends', async () => {
    const { client, next, calls } = await loggedIn();
    pass(50);
    next({ status: 400, body: 'no' });
    expect(await client.bank.accountBalance(WORKING)).toBeTypeOf('number');
    pass(1);
    expect(await client.bank.accountBalance(WORKING)).toBeTypeOf('number');
    expect(calls(LOGIN)).toHaveLength(2);
  });

  it('that was revoked is renewed, and the calls that it refused are made again', async () => {
    const { client, calls, capability } = await loggedIn();
    expect(await createClient({ url: server.url }).as(capability).general.revokeCapability({ capability })).toBe(1);
    const payment = { from_akey: COOL, from_account_name: 'working', to_akey: 'Matt', to_account_name: 'working', comment: '', amount: 1 };
    await Promise.all([client.bank.pay(payment), client.bank.accountBalance(WORKING), client.bank.accountBalance(WORKING)]);
    expect(calls(LOGIN)).toHaveLength(2);
  });

  it('is renewed once and no more for a grant beside it that was revoked', async () => {
    const { client, calls } = await loggedIn();
    const matt = createClient({ url: server.url });
    await matt.login('Matt', 'matt');
    const grant = await matt.bank.grantAllAccountsReadCapability({ auth_akey: COOL, valid_for_secs: 600 });
    const balance = () => client.as(grant).bank.accountBalance({ akey: 'Matt', account_name: 'working' });
    expect(await balance()).toBeTypeOf('number');
    await matt.general.revokeCapability({ capability: grant });
    for (let times = 0; times < 4; times++) await expect(balance()).rejects.toMatchObject({ code: 'auth.capability_revoked' });
    expect(calls(LOGIN)).toHaveLength(2);
  });

  it('asks for the password each time where it is not kept', async () => {
    const { client } = await loggedIn();
    const asked: string[] = [];
    await client.login(COOL, async () => {
      asked.push(COOL);
      return PASSWORD;
    });
    pass(55);
    await client.bank.accountBalance(WORKING);
    expect(asked).toEqual([COOL, COOL]);
  });

  it('fails the calls that need it where its password is not to be had, and is asked for again by the next', async () => {
    const { client } = await loggedIn();
    const passwords = [PASSWORD, undefined, PASSWORD];
    await client.login(COOL, () => passwords.shift() ?? Promise.reject(new Error('the window was closed')));
    pass(61);
    const failed = await Promise.allSettled([client.bank.accountBalance(WORKING), client.bank.currencies()]);
    expect(failed).toMatchObject([{ reason: { code: 'auth.login_failed', method: 'bank.accountBalance' } }, { status: 'fulfilled' }]);
    expect(await client.bank.accountBalance(WORKING)).toBeTypeOf('number');
  });

  it('is not tried again with a password that is no longer taken', async () => {
    const { client, calls } = await loggedIn();
    const operator = createClient({ url: server.url }).as(server.operator);
    await operator.operator.setPassword({ akey: COOL, password: 'another' });
    for (let times = 0; times < 3; times++) {
      await expect(client.bank.accountBalance(WORKING)).rejects.toMatchObject({ code: 'auth.login_failed', method: 'bank.accountBalance' });
    }
    expect(calls(LOGIN)).toHaveLength(2);
    await client.login(COOL, 'another');
    expect(await client.bank.accountBalance(WORKING)).toBeTypeOf('number');
  });
});

describe('where the login by challenge is turned off', () => {
  const server = inProcessServer({ env: { SCRIP_MD5_LOGIN: '0' } });
  const line = lines(() => server.url);

  it('the password goes to this machine', async () => {
    const { url, calls } = await line();
    const client = createClient({ url });
    await client.login(COOL, PASSWORD);
    expect(calls('general.loginWithPassword')).toHaveLength(1);
    expect(await client.bank.accountBalance(WORKING)).toBeTypeOf('number');
  });

  it('the password does not go anywhere else over plain HTTP', async () => {
    const { url, calls } = await line();
    // The same machine under a name that the client does not know for its own.
    const client = createClient({ url: url.replace('127.0.0.1', '0.0.0.0') });
    await expect(client.login(COOL, PASSWORD)).rejects.toMatchObject({ code: 'auth.login_failed' });
    expect(calls('general.getLoginChallenge')).toHaveLength(1);
    expect(calls('general.loginWithPassword')).toEqual([]);
  });
});
