import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartError } from '@scrip/database';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadMasterKey } from './master-key.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'scrip-master-key-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const text = Buffer.from('something secret');

test('makes the file once, for its owner only, and reads it from then on', async () => {
  const first = await loadMasterKey(join(dir, 'data'));
  const { mode, size } = await stat(first.file);
  expect([mode & 0o777, size]).toEqual([0o600, 32]);
  const again = await loadMasterKey(join(dir, 'data'));
  expect(again.open('signing-key', first.seal('signing-key', text, 'a'), 'a')).toEqual(text);
});

test('twenty that start at once agree on one key and leave nothing else behind', async () => {
  const keys = await Promise.all(Array.from({ length: 20 }, () => loadMasterKey(dir)));
  const sealed = keys[0]?.seal('md5-secret', text, 'a') ?? Buffer.alloc(0);
  for (const key of keys) expect(key.open('md5-secret', sealed, 'a')).toEqual(text);
  expect(await readdir(dir)).toEqual(['master.key']);
});

test('what is sealed opens for the same purpose and owner only, and only unchanged', async () => {
  const key = await loadMasterKey(dir);
  const sealed = key.seal('md5-secret', text, 'a');
  expect(sealed.includes(text)).toBe(false);
  expect(key.seal('md5-secret', text, 'a')).not.toEqual(sealed);
  expect(() => key.open('signing-key', sealed, 'a')).toThrow();
  expect(() => key.open('md5-secret', sealed, 'b')).toThrow();
  for (const at of [0, 12, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => key.open('md5-secret', changed, 'a')).toThrow();
  }
  expect(() => key.open('md5-secret', sealed.subarray(0, -12), 'a')).toThrow();
});

test('a file of another size stops the start with a line that names it', async () => {
  await writeFile(join(dir, 'master.key'), 'too short');
  await expect(loadMasterKey(dir)).rejects.toThrow(StartError);
  await expect(loadMasterKey(dir)).rejects.toThrow(`${join(dir, 'master.key')} has 9 bytes`);
});

test('a directory that can not be made stops the start with a line that names the setting', async () => {
  await writeFile(join(dir, 'file'), '');
  await expect(loadMasterKey(join(dir, 'file'))).rejects.toThrow(/^SCRIP_DATA: the master key /);
});
