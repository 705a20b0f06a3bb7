import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { inProcessServer } from '../../test/testkit/server.ts';
import { commands } from './testkit.ts';

const server = inProcessServer();
const { scrip } = commands(server);

describe('status', () => {
  test('tells version, readiness, procedures and calls, without a capability', async () => {
    await scrip(['audit']);
    const { code, out } = await scrip(['status', '--json'], { env: { SCRIP_DATA: '/nowhere' } });
    const seen = JSON.parse(out);
    expect([code, seen]).toEqual([0, expect.objectContaining({ ready: true, version: '0.0.0-test', uptime_s: expect.any(Number) })]);
    expect(seen.procedures).toBeGreaterThan(20);
    expect(seen.calls.ok).toBeGreaterThan(0);
    expect((await scrip(['status'])).out).toMatch(/^\d+ +ok$/m);
  });
});

describe('where the server or the capability is not to be had', () => {
  const other = inProcessServer({ env: { SCRIP_DEMO: '0' } });
  let garbage: string;
  beforeAll(async () => {
    garbage = join(other.dataDir, '..', 'operator.capability');
    await writeFile(garbage, 'two words\n');
  });

  test('nothing answers', async () => {
    // A port that was free a moment ago.
    const probe = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => probe.once('listening', done));
    const { port } = probe.address() as AddressInfo;
    await new Promise((done) => probe.close(done));
    const { code, err } = await scrip(['mint', 'Matt', 'working', '1'], { env: { SCRIP_URL: '', PORT: String(port) } });
    expect([code, err]).toEqual([
      1,
      expect.stringContaining(`nothing answers at http://127.0.0.1:${port}: start the server with npm start`),
    ]);
  });

  test('there is no capability', async () => {
    const { code, err } = await scrip(['audit'], { env: { SCRIP_DATA: '/nowhere' } });
    expect([code, err]).toEqual([1, expect.stringContaining('no operator capability at /nowhere/operator.capability')]);
  });

  test('the capability is of another server', async () => {
    const { code, err } = await scrip(['audit'], { env: { SCRIP_DATA: other.dataDir } });
    expect([code, err]).toEqual([1, expect.stringMatching(/auth\.capability_invalid[\s\S]*set SCRIP_DATA to that server's directory/)]);
  });

  test('the file holds something else, which is not repeated', async () => {
    const { code, err } = await scrip(['audit'], { env: { SCRIP_DATA: join(other.dataDir, '..') } });
    expect([code, err]).toEqual([1, expect.stringContaining(`what ${garbage} holds is no capability`)]);
    expect(err).not.toContain('two words');
  });

  test('another program answers', async () => {
    const stranger = createServer((_request, response) => response.writeHead(404).end('<html>')).listen(0, '127.0.0.1');
    await new Promise((done) => stranger.once('listening', done));
    const env = { SCRIP_URL: `http://127.0.0.1:${(stranger.address() as AddressInfo).port}` };
    for (const args of [['status'], ['audit']]) {
      const { code, err } = await scrip(args, { env });
      expect([code, err]).toEqual([1, expect.stringContaining('Scrip server')]);
    }
    await new Promise((done) => stranger.close(done));
  });

  test.each([
    ['closes every connection at once', 'http', (socket: Socket) => socket.destroy(), /the connection to http:.* failed: /],
    [
      'does not speak TLS',
      'https',
      (socket: Socket) => socket.resume().end('HTTP/1.1 400 Bad Request\r\n\r\n'),
      /does not speak TLS: set SCRIP_URL/,
    ],
  ])('what answers %s', async (_what, scheme, answer, text) => {
    const stranger = createTcpServer((socket) => answer(socket.on('error', () => {}))).listen(0, '127.0.0.1');
    await new Promise((done) => stranger.once('listening', done));
    const env = { SCRIP_URL: `${scheme}://127.0.0.1:${(stranger.address() as AddressInfo).port}` };
    const { code, err } = await scrip(['status'], { env });
    expect([code, err]).toEqual([1, expect.stringMatching(text)]);
    await new Promise((done) => stranger.close(done));
  });
});

describe('usage', () => {
  test.each([
    [[], 'a command is needed'],
    [['avatar'], 'a command is needed'],
    [['bogus'], "unknown command 'bogus'\nThe same with --help tells what is needed."],
    [['mint', 'Matt'], "missing required argument 'account'"],
    [['avatar', 'list', '--limit', '5000'], 'from 1 to 1000'],
    [['status', 'more'], 'too many arguments'],
  ])('%j is told with exit code 2', async (args, text) => {
    const { code, out, err } = await scrip(args);
    expect([code, out, err]).toEqual([2, '', expect.stringContaining(text)]);
    expect(JSON.parse((await scrip([...args, '--json'])).err)).toEqual({
      error: { code: 'usage', message: expect.stringContaining(text) },
    });
  });

  test.each([
    [['--help']],
    [['avatar', '--help']],
    [['avatar', 'add', '--help']],
    [['mint', '--help']],
    [['capability', 'show', '--help']],
  ])('%j prints help', async (args) => {
    const { code, out, err } = await scrip(args);
    expect([code, out, err]).toEqual([0, expect.stringMatching(/^Usage: scrip /), '']);
  });
});
