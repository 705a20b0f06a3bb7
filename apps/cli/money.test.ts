import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import { emptyDatabase } from '../../test/testkit/database.ts';
import { inProcessServer, startTestServer } from '../../test/testkit/server.ts';
import { commands } from './testkit.ts';

const server = inProcessServer();
const { scrip, json, rpc, loginOf } = commands(server);

describe('mint', () => {
  const balance = async () =>
    rpc('bank.accountBalance', [[await loginOf('Matt', 'matt')], await rpc('general.getAvatarKey', ['Matt']), 'working']);

  test('mints by name, with a request id of its own for each run', async () => {
    const before = (await balance()) as number;
    const first = await json('mint', 'matt', 'working', '5');
    const second = await json('mint', 'matt', 'working', '5');
    expect(first['transaction_id']).not.toBe(second['transaction_id']);
    expect(await balance()).toBe(before + 10);
  });

  test('books once what is run again under its request id', async () => {
    const before = (await balance()) as number;
    const again = ['mint', 'Matt', 'working', '5', '--request-id', 'cli test 1'];
    expect(await json(...again)).toEqual(await json(...again));
    expect(await balance()).toBe(before + 5);
  });

  test.each(['-5', '1.', '.5', '1,5', '1e3', 'ten', '99999999999999999', '0.0000001'])(
    'refuses %s as an amount before it asks the server',
    async (amount) => {
      const { code, err } = await scrip(['mint', '--', 'Matt', 'working', amount], { env: { SCRIP_URL: 'http://127.0.0.1:9' } });
      expect([code, err]).toEqual([2, expect.stringContaining('A number such as 20 or 9.99')]);
    },
  );

  test('takes cents where the currency has them, and says what the server says where it has not', async () => {
    const { code, err } = await scrip(['mint', 'Matt', 'working', '1.5']);
    expect([code, err]).toEqual([1, expect.stringContaining('L$ has 0 decimal places')]);
    expect((await scrip(['mint', 'Matt', 'working', '2.00'])).code).toBe(0);
  });

  test('tells an unknown avatar as JSON on the error stream', async () => {
    const { code, out, err } = await scrip(['--json', 'mint', 'Nobody Here', 'working', '5']);
    expect([code, out]).toEqual([1, '']);
    expect(JSON.parse(err)).toEqual({ error: { code: 'general.unknown_avatar', message: expect.stringContaining('Nobody Here') } });
  });

  describe('through a connection that breaks', () => {
    let broken: Server | undefined;
    let requests: number;
    afterEach(() => new Promise((done) => broken?.close(done)));

    /** Passes requests on and loses the first replies, as a network does: the server has booked, and nobody knows. */
    async function losing(replies: number): Promise<string> {
      requests = 0;
      const proxy = createServer(async (request, response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk as Buffer);
        const headers = { 'content-type': 'application/json' };
        const reply = await fetch(`${server.url}${request.url}`, { method: 'POST', headers, body: Buffer.concat(chunks) });
        const text = await reply.text();
        requests += 1;
        if (requests <= replies) request.socket.destroy();
        else response.writeHead(200, headers).end(text);
      });
      broken = proxy;
      await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
      return `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    }

    test('books once and answers, when the reply is lost twice', async () => {
      const before = (await balance()) as number;
      const url = await losing(2);
      const { code } = await scrip(['mint', 'Matt', 'working', '7'], { env: { SCRIP_URL: url } });
      expect([code, requests]).toEqual([0, 3]);
      expect(await balance()).toBe(before + 7);
    });

    test('gives up in the end, and tells how to go on safely', async () => {
      const before = (await balance()) as number;
      const url = await losing(100);
      const { code, err } = await scrip(['mint', 'Matt', 'working', '7'], { env: { SCRIP_URL: url } });
      expect([code, requests]).toEqual([1, 4]);
      const requestId = /--request-id ([0-9a-f-]{36})/.exec(err)?.[1] ?? '';
      expect((await scrip(['mint', 'Matt', 'working', '7', '--request-id', requestId])).code).toBe(0);
      expect(await balance()).toBe(before + 7);
    });
  });
});

describe('audit', () => {
  test('finds the books in order', async () => {
    expect(await json('audit')).toMatchObject({ code: 0, ok: true, difference: 0, problems: [] });
    expect((await scrip(['audit'])).out).toMatch(/^books +they add up$/m);
  });

  test('fails, and says what is wrong, where a total was changed behind the back of the books', async () => {
    const { url: DATABASE_URL, drop } = await emptyDatabase();
    const damaged = await startTestServer({ env: { DATABASE_URL } });
    const admin = new pg.Client({ connectionString: DATABASE_URL });
    await admin.connect();
    await admin.query('UPDATE account SET posted_credits = posted_credits + 1 WHERE posted_credits = 250');
    await admin.end();
    const env = { SCRIP_URL: damaged.url, SCRIP_DATA: damaged.dataDir };
    const { code, out, err } = await scrip(['audit'], { env });
    expect([code, err]).toEqual([1, '']);
    expect(out).toMatch(/^books +THEY DO NOT ADD UP$[\s\S]*^- \S/m);
    const { code: jsonCode, out: jsonOut } = await scrip(['audit', '--json'], { env });
    expect([jsonCode, JSON.parse(jsonOut)]).toEqual([1, expect.objectContaining({ ok: false })]);
    await damaged.stop();
    await drop();
  });
});
