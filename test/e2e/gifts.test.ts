import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testkit/server.ts';

// The examples of Playblazer's document, by curl as printed but for the host, and every error that it names.

const run = promisify(execFile);
const SECRET = 'cb8d878989b9478e96d1b1574a1bf4ec';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ env: { SCRIP_HOOKS: 'examples/gift-quota.mjs' } });
});
afterAll(() => server?.stop());

const curl = async (path: string, ...fields: string[]): Promise<string> => {
  const form = fields.flatMap((field) => ['-F', field]);
  return (await run('curl', ['-s', ...form, `${server.url}/v1/app/1/gifts/fb/${path}`])).stdout;
};
const json = async (...given: Parameters<typeof curl>) => JSON.parse(await curl(...given));
const ask = (user: string, ...fields: string[]) => json(`${user}/request/new`, `secret_key=${SECRET}`, ...fields);
const reply = (user: string, ...fields: string[]) => json(`${user}/request/reply`, `secret_key=${SECRET}`, ...fields);
const list = (user: string, more = '') => json(`${user}/list?secret_key=${SECRET}${more}`);
const error = (code: number, code_str: string, message: unknown = expect.any(String)) => ({
  status: 'error',
  error: { message, code, code_str },
});

describe("the document's examples", () => {
  let id = '';

  it('ask for a gift', async () => {
    const answer = await ask('kunalg', 'custom:item_name=item1', 'custom:item_id=1234', 'expiry=3600');
    expect(answer).toEqual({ status: 'ok', request_id: expect.stringMatching(/^[0-9a-f]{32}$/) });
    id = answer.request_id;
  });

  it('list what friends ask for, and not what one asks for oneself', async () => {
    await ask('123456', 'expiry=60');
    expect(await list('abcd')).toEqual({
      status: 'ok',
      count: 2,
      requests: [
        {
          extra: {},
          expiry_time: { timestamp: expect.any(Number), time_str: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+0000$/) },
          id: expect.any(String),
          user: {
            ...{ lang: 'it', first_name: 'Funky', last_name: 'Dude' },
            ...{ twitterid: null, fbid: '123456', deviceid: null, email: null, googleid: null },
          },
        },
        {
          extra: { item_name: 'item1', item_id: '1234' },
          expiry_time: expect.any(Object),
          id,
          user: {
            ...{ first_name: 'Kunal', last_name: 'TestHG' },
            ...{ twitterid: null, fbid: 'kunalg', deviceid: null, email: null, googleid: null },
          },
        },
      ],
    });
    expect((await list('kunalg')).requests.map((one: { user: { fbid: string } }) => one.user.fbid)).toEqual(['123456']);
    expect((await list('abcd', '&sort=desc&limit=1')).requests).toMatchObject([{ id }]);
    expect(await list('abcd', '&start=1')).toMatchObject({ count: 1, requests: [{ id }] });
  });

  it('answer once', async () => {
    const accept = ['custom:item_name=item1', 'custom:item_id=1234', 'resp=accept', `request_id=${id}`];
    expect(await reply('abcd', ...accept)).toEqual({ status: 'ok' });
    expect(await reply('abcd', ...accept)).toEqual({ status: 'ok' });
    expect(await reply('abcd', 'resp=deny', `request_id=${id}`)).toEqual(error(-30006, 'E_GIFT_ALREADY_ANSWERED'));
    expect(await list('abcd')).toMatchObject({ count: 1 });
  });

  it('are refused without an id, with a wrong one, by nobody’s friend, and when it is too late', async () => {
    expect(await reply('abcd', 'resp=accept')).toEqual(error(-30002, 'E_GIFT_INVALID_REQUEST', 'Request ID not passed'));
    expect(await reply('abcd', 'request_id=-1')).toEqual(error(-30002, 'E_GIFT_INVALID_REQUEST', "Request with id='-1' not found"));
    expect(await reply('kunalg', `request_id=${id}`)).toEqual(error(-30002, 'E_GIFT_INVALID_REQUEST'));
    const { request_id } = await ask('abcd', 'expiry=1');
    const [{ expiry_time }] = (await list('kunalg', '&limit=1')).requests;
    await expect.poll(() => Date.now(), { timeout: 10_000 }).toBeGreaterThan(1_000 * (expiry_time.timestamp + 1));
    const expired = `Request with id='${request_id}' has expired`;
    expect(await reply('kunalg', `request_id=${request_id}`)).toEqual(error(-30003, 'E_GIFT_REQUEST_EXPIRED', expired));
    expect((await list('kunalg')).requests[0]).toMatchObject({ id: request_id });
  });

  it('exceed the quota', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask('kunalg', 'custom:item_name=item2')));
    expect(answers.filter(({ status }) => status === 'ok')).toHaveLength(2);
    expect(await ask('kunalg')).toEqual(error(-30004, 'E_GIFT_QUOTA_EXCEEDED', 'You have exceeded your quota of gifts'));
  });
});

describe('what is wrong', () => {
  it('has the documented form', async () => {
    expect(await json('kunalg/request/new', 'expiry=3')).toEqual(error(-100, 'E_INVALID_REQUEST', 'Secret Key not passed'));
    expect(await json('kunalg/request/new', 'secret_key=wrong')).toEqual(error(-101, 'E_INVALID_SECRET'));
    expect(await json(`../myspace/kunalg/list?secret_key=${SECRET}`)).toEqual(error(-102, 'E_INVALID_MODE'));
    for (const expiry of ['soon', '0', '-1', '1e99'])
      expect(await ask('abcd', `expiry=${expiry}`)).toEqual(error(-103, 'E_INVALID_EXPIRY'));
    expect(await ask('nobody')).toEqual(error(-30001, 'E_NO_PROFILE'));
    expect(await list('abcd', '&limit=many')).toEqual(error(-100, 'E_INVALID_REQUEST'));
    expect(await ask('abcd', `custom:x=${'x'.repeat(60_000)}`)).toEqual(error(-100, 'E_INVALID_REQUEST'));
    expect(await ask('123456', 'amount=5')).toEqual(error(-30005, 'E_GIFT_REQUEST_FAILED'));
    expect(await curl('nobody/request/new', 'fmt=xml', `secret_key=${SECRET}`)).toContain('<code_str>E_NO_PROFILE</code_str>');
  });
});
