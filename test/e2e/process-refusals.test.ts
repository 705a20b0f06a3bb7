import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { type Child, childServers, postgresPid } from '../testkit/child.ts';

const servers = childServers();
const SECRET = 'geheim-5dfc';

/** It ended with 1 and one plain line that names the setting; whatever else is on the error stream are log lines. */
async function expectRefusal(child: Child, name: string, words: RegExp): Promise<void> {
  expect(await child.ended()).toEqual({ code: 1, signal: null });
  const plain = child
    .stderr()
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('{'));
  expect(plain).toEqual([expect.stringMatching(`^scrip: .*\\b${name}\\b`)]);
  expect(plain[0]).toMatch(words);
  expect(child.stderr()).not.toMatch(/stack|\.mjs|\.ts:/);
  expect(child.stdout() + child.stderr()).not.toContain(SECRET);
  expect(child.stdout()).toBe('');
  expect(postgresPid(child.dataDir)).toBeUndefined();
}

describe('a wrong setting', () => {
  it.each([
    ['PORT', 'abc', /"abc".*0 to 65535/],
    ['PORT', '65536', /"65536"/],
    ['PORT', '-1', /"-1"/],
    ['PORT', '80.5', /"80.5"/],
    ['SCRIP_DEMO', 'yes', /"yes".*0 or 1/],
    ['SCRIP_DIAGNOSTICS', '2', /0 or 1/],
    ['SCRIP_MD5_LOGIN', 'off', /0 or 1/],
    ['SCRIP_BODY_LIMIT', '10', /"10".*1024/],
    ['SCRIP_BODY_LIMIT', '1e6', /"1e6"/],
    ['SCRIP_BATCH_LIMIT', '0', /"0".*1 to/],
    ['LOG_LEVEL', 'loud', /"loud".*trace/],
    ['DATABASE_URL', `mysql://scrip:${SECRET}@db/scrip`, /postgresql:\/\//],
    ['DATABASE_URL', `postgresql://scrip:${SECRET}@127.0.0.1:99999/scrip`, /postgresql:\/\//],
    ['DATABASE_URL', `postgresql://scrip:${SECRET}@127.0.0.1:1/scrip`, /127\.0\.0\.1:1\/scrip.*ECONNREFUSED/],
    ['DATABASE_URL', `postgresql://scrip:${SECRET}@nowhere.invalid/scrip`, /nowhere\.invalid/],
    ['HOST', '203.0.113.1', /203\.0\.113\.1/],
    ['HOST', 'nowhere.invalid', /nowhere\.invalid/],
  ])('%s=%s stops the start', async (name, value, words) => {
    await expectRefusal(await servers.spawn({ [name]: value }), name, words);
  });
});

it('a database that is not there stops the start', async () => {
  const url = new URL(inject('adminUrl'));
  url.pathname = '/not_there';
  await expectRefusal(await servers.spawn({ DATABASE_URL: url.href }), 'DATABASE_URL', /not_there/);
});

it('a wrong password for the database stops the start', async () => {
  const url = new URL(inject('adminUrl'));
  url.password = SECRET;
  await expectRefusal(await servers.spawn({ DATABASE_URL: url.href }), 'DATABASE_URL', /password/);
});

it('a port that is in use stops the start, and the database that was started stops too', async () => {
  const other = createServer();
  await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready));
  const { port } = other.address() as { port: number };
  try {
    await expectRefusal(await servers.spawn({ PORT: String(port) }), 'PORT', new RegExp(`${port}.*in use`));
  } finally {
    other.close();
  }
});

describe.each([
  ['the embedded database', false],
  ['a DATABASE_URL', true],
])('SCRIP_DATA with %s', (_what, external) => {
  const database = (): Record<string, string> => (external ? { DATABASE_URL: inject('adminUrl') } : {});

  it('can not be a file', async () => {
    const file = await servers.dataDir();
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, 'not a directory');
    await expectRefusal(await servers.spawn({ ...database(), SCRIP_DATA: file }), 'SCRIP_DATA', /data/);
  });

  // Root may write everywhere but here.
  it.skipIf(process.platform !== 'linux').each(['/dev/null/data', '/proc/self/fdinfo'])('can not be %s', async (path) => {
    await expectRefusal(await servers.spawn({ ...database(), SCRIP_DATA: path }), 'SCRIP_DATA', new RegExp(path));
  });
});

it('a data directory of another server stops the start, and the other goes on', async () => {
  const first = await servers.start();
  const second = await servers.spawn({ SCRIP_DATA: first.dataDir });
  expect(await second.ended()).toEqual({ code: 1, signal: null });
  expect(second.stderr()).toMatch(/^scrip: SCRIP_DATA=\S+ is in use by another server \(process \d+\).*\n$/);
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
});
