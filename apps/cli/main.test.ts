import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inProcessServer } from '../../test/testkit/server.ts';

const server = inProcessServer();
const COMMAND = join(import.meta.dirname, '../../dist/scrip.mjs');

/** The built command as a process of its own. */
function scrip(args: string[], { input = '', url = server.url } = {}): Promise<{ code: number | null; out: string; err: string }> {
  const env = { PATH: process.env['PATH'], SCRIP_URL: url, SCRIP_DATA: server.dataDir };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [COMMAND, ...args], { env }, (_error, out, err) =>
      resolve({ code: child.exitCode, out, err }),
    );
    child.stdin?.end(input);
  });
}

test('a password goes in by a pipe, the key comes out', async () => {
  expect(await scrip(['avatar', 'add', 'Process Person'], { input: 'secret\n' })).toEqual({
    code: 0,
    out: expect.stringMatching(/^[0-9a-f-]{36}\n$/),
    err: '',
  });
});

test('exit codes tell what happened', async () => {
  expect((await scrip(['audit'])).code).toBe(0);
  expect((await scrip(['mint', 'Nobody', 'working', '1'])).code).toBe(1);
  expect((await scrip(['mint'])).code).toBe(2);
});

test('an address that is none is told in one line, without a stack', async () => {
  expect(await scrip(['status'], { url: 'nowhere' })).toEqual({ code: 2, out: '', err: expect.stringMatching(/^scrip: SCRIP_URL .*\n$/) });
});
