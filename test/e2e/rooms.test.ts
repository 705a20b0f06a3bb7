import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { inProcessServer } from '../testkit/server.ts';
import { present } from '../testkit/tools.ts';
import { jsonRpc } from '../testkit/transports.ts';
import { COOL, must, SECRET2 } from './demo-world.ts';

const server = inProcessServer();
const KEY = 'demo-room-key';
const curlIsHere = present('curl', spawnSync('curl', ['--version']).status === 0);

let performer: number;
beforeAll(async () => {
  performer = await must(jsonRpc(`${server.url}/jsonrpc`), 'general.getAvatarUserId', SECRET2.name);
});

interface Sent {
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body: string | FormData | URLSearchParams;
}

async function post({ path = `/customer?key=${KEY}`, headers = {}, body }: Sent) {
  const reply = await fetch(server.url + path, { method: 'POST', headers, body });
  return {
    status: reply.status,
    type: reply.headers.get('content-type'),
    reply: JSON.parse(await reply.text()) as Record<string, unknown>,
  };
}
const form = (fields: Record<string, string | number>) =>
  new URLSearchParams(Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)]));
const call = async (fields: Record<string, string | number>) =>
  (await post({ body: form({ performerId: performer, ipAddress: '10.0.0.1', ...fields }) })).reply;
const join = (nickname: string, more: Record<string, string | number> = {}) =>
  call({ function: 'joinRoom', nickname, registered: 0, credits: 0, ...more });
const refused = (message: string | RegExp) => ({
  success: false,
  message: typeof message === 'string' ? message : expect.stringMatching(message),
});
const DONE = { success: true, message: '' };

/** The requests of the document, each on its one line. */
describe.skipIf(!curlIsHere)('the document, by curl as printed', () => {
  async function curl(line: string): Promise<{ head: string; body: string }> {
    const url = `${server.url}/customer?key=${KEY}`;
    const { stdout } = await promisify(execFile)('curl', ['-s', '-i', '-X', 'POST', url, '-d', line]);
    const [head = '', body = ''] = stdout.split('\r\n\r\n');
    return { head: head.toLowerCase(), body };
  }

  it.each([
    [
      'joinRoom',
      'function=joinRoom&performerId=[id]&nickname=Golden&customerId=4711&ipAddress=192.0.2.7&registered=1&credits=25',
      '{"success":true,"message":"","nickname":"Golden"}',
    ],
    ['pingRoom', 'function=pingRoom&performerId=[id]&customerId=4711&nickname=Golden', '{"success":true,"message":""}'],
    ['updateCredits', 'function=updateCredits&customerId=4711&credits=30', '{"success":true,"message":""}'],
    ['leaveRoom', 'function=leaveRoom&performerId=[id]&customerId=4711&nickname=Golden', '{"success":true,"message":""}'],
    [
      'leaveRoom of somebody who has left',
      'function=leaveRoom&performerId=[id]&customerId=4711&nickname=Golden',
      '{"success":false,"message":"\\"Golden\\" is not in the room of [id]"}',
    ],
  ])('%s', async (_what, line, reply) => {
    const here = (text: string) => text.replaceAll('[id]', String(performer));
    const { head, body } = await curl(here(line));
    expect(head).toMatch(/^http\/1\.1 200 ok\r\n/);
    expect(head).toContain('content-type: text/xml; charset=utf-8');
    expect(head).toContain(`content-length: ${Buffer.byteLength(body)}`);
    expect(body).toBe(here(reply));
  });
});

describe('the demo world', () => {
  it('tips Secret2 Linden from what Chad has', async () => {
    const rpc = jsonRpc(`${server.url}/jsonrpc`);
    const login = await must<string>(rpc, 'general.loginWithPassword', SECRET2.akey, SECRET2.password, 60);
    const balance = () => must<number>(rpc, 'bank.accountBalance', [login], SECRET2.akey, 'working');
    const before = await balance();
    await join('Tipper', { registered: 1, customerId: 8, credits: 20 });
    expect(await must(rpc, 'rooms.list', [login], SECRET2.name)).toMatchObject([
      { nickname: 'Tipper', customer_id: 8, registered: true, credits: 20 },
    ]);
    const tip = { function: 'tip', customerId: 8, nickname: 'Tipper', credits: 5, transactionId: 'T-1' };
    const first = await call(tip);
    expect(first).toEqual({ ...DONE, transactionId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(await call(tip)).toEqual(first);
    expect((await post({ path: `/tip?key=${KEY}`, body: form({ ...tip, performerId: performer }) })).reply).toEqual(first);
    expect(await call({ ...tip, credits: 6 })).toEqual(refused(/T-1/));
    expect(await call({ ...tip, transactionId: 'T-2', credits: 16 })).toEqual(refused(/15/));
    expect(await call({ ...tip, transactionId: 'T-3', credits: -5 })).toEqual(refused(/credits is "-5"/));
    expect(await balance()).toBe(before + 5);
    expect(await call({ function: 'leaveRoom', customerId: 8, nickname: 'Tipper' })).toEqual(DONE);
  });

  it('shows a room to nobody but its performer', async () => {
    const rpc = jsonRpc(`${server.url}/jsonrpc`);
    const login = await must<string>(rpc, 'general.loginWithPassword', COOL.akey, COOL.password, 60);
    expect(await rpc('rooms.list', [[login], SECRET2.akey])).toMatchObject({ faultString: expect.stringMatching(/^auth\.forbidden/) });
  });
});

describe('the address', () => {
  it('answers a caller who asks for JSON with that type', async () => {
    const body = form({ function: 'pingRoom', performerId: performer, nickname: 'Nobody At All', customerId: 99 });
    expect(await post({ body, headers: { accept: 'application/json' } })).toMatchObject({
      status: 200,
      type: 'application/json; charset=utf-8',
    });
  });

  it('takes the key from the query or the body, and refuses two that differ', async () => {
    const fields = { function: 'joinRoom', performerId: performer, nickname: 'Keys', ipAddress: '::1', registered: 0, credits: 0 };
    const at = async (path: string, more: Record<string, string> = {}) => (await post({ path, body: form({ ...fields, ...more }) })).reply;
    expect(await at('/customer', { key: KEY })).toMatchObject(DONE);
    expect(await at(`/customer?key=${KEY}`, { key: KEY })).toMatchObject(DONE);
    expect(await at(`/customer?key=${KEY}`, { key: 'another' })).toEqual(refused(/key came with two values/));
    expect(await at('/customer')).toEqual(refused(/key/));
    expect(await at('/customer?key=wrong')).toEqual(refused('the key is that of no room site'));
  });

  it.each([
    ['no function', {}, /the field function says/],
    ['an unknown function', { function: 'burnRoom' }, /joinRoom, leaveRoom, pingRoom, updateCredits, tip/],
    ['no performer', { function: 'pingRoom', performerId: '', nickname: 'A' }, /performer_id/],
    ['a performer who is no number', { function: 'pingRoom', performerId: 'Ann', nickname: 'A' }, /performer_id/],
    [
      'a performer of no avatar',
      { function: 'joinRoom', performerId: 2_000_000_000, nickname: 'A', registered: 0, credits: 0 },
      /no avatar/,
    ],
    [
      'a registered customer without a number',
      { function: 'joinRoom', nickname: 'A', registered: 1, credits: 0 },
      /customer_id is missing/,
    ],
    ['an address that is none', { function: 'joinRoom', nickname: 'A', ipAddress: 'x', registered: 0, credits: 0 }, /IPv4 or IPv6/],
    ['credits that are no number', { function: 'joinRoom', nickname: 'A', registered: 0, credits: '1.5' }, /credits/],
    ['credits below zero', { function: 'joinRoom', nickname: 'A', registered: 0, credits: -1 }, /credits/],
    ['a nickname that is too long', { function: 'joinRoom', nickname: 'x'.repeat(300), registered: 0, credits: 0 }, /nickname has 300/],
    ['credits of a customer without a number', { function: 'updateCredits', credits: 5 }, /customer_id/],
    ['credits of a customer in no room', { function: 'updateCredits', customerId: 123_456, credits: 5 }, /in no room of demo/],
    ['a tip of somebody absent', { function: 'tip', nickname: 'Nobody', customerId: 5, credits: 1 }, /not in the room/],
  ])('refuses %s in the words of the document', async (_what, fields, message) => {
    expect(await call(fields)).toEqual(refused(message));
  });

  it('answers what can not be read in the form of the document, always 200', async () => {
    const json = { 'content-type': 'application/json' };
    const many = Array.from({ length: 300 }, (_, n) => `a${n}=1`).join('&');
    for (const sent of [
      { body: '{', headers: json },
      { body: '[]', headers: json },
      { body: '{"function":["joinRoom"],"nickname":{}}', headers: json },
      { body: '{"function":"joinRoom","nickname":{"a":1},"performerId":1,"ipAddress":"::1","registered":0,"credits":0}', headers: json },
      { body: many, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      { body: 'x'.repeat(300_000) },
      { body: 'function=joinRoom', headers: { 'content-type': 'application/pdf' } },
      { body: '%ff%fe=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      { body: '\u0000\u0001' },
      { body: '' },
    ] satisfies Sent[]) {
      expect(await post(sent)).toMatchObject({ status: 200, type: 'text/xml; charset=utf-8', reply: refused(/./) });
    }
  });

  it('passes over fields that it does not know', async () => {
    expect(await join('Plain', { colour: 'red', __proto__: '1' })).toMatchObject({ ...DONE, nickname: 'Plain' });
  });

  it('keeps the key out of the log', async () => {
    await call({ function: 'pingRoom', nickname: 'Nobody At All', customerId: 99 });
    await post({ path: '/customer?key=unmistakable-key', body: form({ function: 'pingRoom', performerId: performer, nickname: 'A' }) });
    expect(server.logged.filter((line) => line.includes(KEY) || line.includes('unmistakable'))).toEqual([]);
  });

  it('is the same as the procedures', async () => {
    const rpc = jsonRpc(`${server.url}/jsonrpc`);
    expect(await must(rpc, 'rooms.joinRoom', KEY, performer, 'By JSON-RPC', '::1', 0, 0)).toEqual({ nickname: 'By JSON-RPC' });
    expect(await call({ function: 'leaveRoom', nickname: 'by json-rpc' })).toEqual(DONE);
  });
});
