import { describe, expect, it } from 'vitest';
import { lines } from '../../test/testkit/lines.ts';
import { inProcessServer } from '../../test/testkit/server.ts';
import { createClient, isFault, ScripFault } from './index.ts';

const server = inProcessServer({ env: { SCRIP_DIAGNOSTICS: '1' } });
const line = lines(() => server.url);
const COOL = 'ImSoCool Mann';
const PASSWORD = 'yourpasswordhere';
const PAYMENT = { from_akey: COOL, from_account_name: 'working', to_akey: 'Matt', to_account_name: 'working', comment: 'a test' };

async function fails(call: Promise<unknown>): Promise<ScripFault> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ScripFault) return error;
  throw new Error(`no fault: ${error}`);
}

describe('calls', () => {
  it('logs in by challenge, fills capabilities in, and pays', async () => {
    const { url, requests } = await line();
    const client = createClient({ url: `${url}/` });
    const capability = await client.login(COOL, PASSWORD);
    const before = await client.bank.accountBalance({ akey: COOL, account_name: 'working' });
    const id = await client.bank.pay({ ...PAYMENT, amount: 1 });
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(await client.bank.accountBalance({ akey: COOL, account_name: 'working' })).toBe(before - 1);
    expect(JSON.stringify(requests)).not.toContain(PASSWORD);
    expect(requests.at(-1)?.[0]?.params['capabilities']).toEqual([capability]);
  });

  it('sends the calls of one tick as one batch, and one call alone', async () => {
    const { url, requests } = await line();
    const client = createClient({ url });
    const soon = async (name: string) => {
      await undefined;
      return client.general.getAvatarKey({ avatar_name: name });
    };
    expect(await Promise.all([client.bank.currencies(), soon(COOL), client.system.listMethods()])).toHaveLength(3);
    await client.general.siteStatus();
    expect(requests.map((calls) => calls.length)).toEqual([3, 1]);
  });

  it('splits what is beyond the limits of the server, by calls and by bytes', async () => {
    const { url, requests } = await line();
    const client = createClient({ url });
    const keys = await Promise.all(Array.from({ length: 120 }, () => client.general.getAvatarKey({ avatar_name: COOL })));
    expect(new Set(keys).size).toBe(1);
    expect(requests.map((calls) => calls.length)).toEqual([50, 50, 20]);
    const long = 'é'.repeat(50_000);
    expect(await Promise.all([1, 2, 3].map(() => client.diagnostics.echo({ value: long })))).toEqual([long, long, long]);
    expect(
      requests
        .slice(3)
        .map((calls) => calls.length)
        .sort(),
    ).toEqual([1, 2]);
  });

  it('lets one call of a batch fail without the others', async () => {
    const client = createClient({ url: server.url });
    await client.login(COOL, PASSWORD);
    const calls = [1, 10_000_000, 2].map((amount) => client.bank.pay({ ...PAYMENT, amount }));
    const results = await Promise.allSettled(calls);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('carries the capabilities of several logins, of grants, and those of a call instead', async () => {
    const { url, requests } = await line();
    const client = createClient({ url });
    const [cool, matt] = [await client.login(COOL, PASSWORD), await client.login('Matt', 'matt')];
    const grant = await client.bank.grantAllAccountsReadCapability({ auth_akey: 'Matt', valid_for_secs: 60, capabilities: [cool] });
    await client.as(grant).bank.accountBalance({ akey: COOL, account_name: 'working' });
    expect(requests.at(-1)?.[0]?.params['capabilities']).toEqual([cool, matt, grant]);
    await createClient({ url }).as(matt).as(grant).bank.accountBalance({ akey: COOL, account_name: 'working' });
    expect(requests.at(-1)?.[0]?.params['capabilities']).toEqual([matt, grant]);
    const alone = await fails(client.bank.accountBalance({ akey: COOL, account_name: 'working', capabilities: [matt] }));
    expect(alone.code).toBe('auth.forbidden');
  });

  it('ends a call at its deadline and by a signal, and leaves the others of its batch alone', async () => {
    const { url, next } = await line();
    const client = createClient({ url });
    next('never answered');
    const late = await fails(client.bank.currencies(undefined, { timeout_ms: 50 }));
    expect(late).toMatchObject({ code: 'client.timeout', fault: 0, method: 'bank.currencies', mayBeDone: true });
    const abort = new AbortController();
    const aborted = fails(client.bank.currencies({}, { signal: abort.signal }));
    const other = client.general.siteStatus();
    abort.abort(new Error('the page was left'));
    expect(await aborted).toMatchObject({ code: 'client.aborted', cause: abort.signal.reason });
    expect(await other).toEqual([false, true]);
    expect((await fails(client.bank.currencies({}, { signal: abort.signal }))).mayBeDone).toBe(false);
  });
});

describe('faults', () => {
  it('have the word, the number, and the request id of the call', async () => {
    const client = createClient({ url: server.url });
    await client.login(COOL, PASSWORD);
    const fault = await fails(client.bank.pay({ ...PAYMENT, amount: '1e9', request_id: 'too much' }));
    expect(fault).toMatchObject({
      code: 'bank.insufficient_funds',
      fault: 1203,
      method: 'bank.pay',
      requestId: 'too much',
      mayBeDone: false,
    });
    expect(fault.message).toMatch(/^bank\.insufficient_funds: /);
    expect(isFault(fault)).toBe(true);
    expect(isFault<'bank.pay'>(fault, 'bank.insufficient_funds')).toBe(true);
    expect(isFault(fault, 'auth.forbidden', 'busy')).toBe(false);
    expect(isFault(new Error('no fault'))).toBe(false);
  });

  it('of HTTP say that nothing was done', async () => {
    const client = createClient({ url: server.url });
    const fault = await fails(client.general.getAvatarKey({ avatar_name: 'x'.repeat(300_000) }));
    expect(fault).toMatchObject({ code: 'client.bad_answer', mayBeDone: false });
    expect(fault.message).toMatch(/HTTP status 413: .*262144/);
  });

  it('of a wrong password come once, and change nothing', async () => {
    const { url, calls } = await line();
    const client = createClient({ url });
    await client.login(COOL, PASSWORD);
    expect((await fails(client.login(COOL, 'wrong'))).code).toBe('auth.login_failed');
    expect(calls('general.getLoginCapability')).toHaveLength(2);
    expect(await client.bank.accountBalance({ akey: COOL, account_name: 'working' })).toBeTypeOf('number');
  });
});

describe('a client', () => {
  it('is no promise, and answers what the language asks it', async () => {
    const client = createClient({ url: server.url });
    expect(await client).toBe(client);
    expect(await client.bank).toBe(client.bank);
    expect(client.bank.pay).toBe(client.bank.pay);
    expect([String(client), JSON.stringify(client), JSON.stringify(client.bank)]).toEqual(['[object Object]', '{}', '{}']);
    for (const name of ['then', 'toJSON', '$$typeof', 'a b', '']) expect(Reflect.get(client.bank, name), name).toBeUndefined();
    for (const name of ['constructor', 'hasOwnProperty', '__proto__']) {
      expect(Reflect.get(client.bank, name), name).toBe(Reflect.get({}, name));
    }
    expect(() => Object.assign(client, { login: () => 'stolen' })).toThrow(TypeError);
  });

  it.each(['', 'scrip.example', 'ftp://127.0.0.1', 'http://user:secret@127.0.0.1', 'http://127.0.0.1/?x=1'])(
    'refuses the url %j',
    (url) => {
      expect(() => createClient({ url })).toThrow(TypeError);
    },
  );
});
