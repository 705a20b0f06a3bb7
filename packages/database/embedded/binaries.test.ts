import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findBinaries } from './binaries.ts';

const nobody = { uid: 65534, gid: 65534 };
let parent: string;
let native: string;
let spare: string;

/** A package as npm leaves it when its install script did not run: the list of links, but no links. */
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'scrip-binaries-'));
  chmodSync(parent, 0o755);
  native = join(parent, 'package', 'native');
  spare = join(parent, 'spare');
  for (const folder of ['bin', 'lib']) mkdirSync(join(native, folder), { recursive: true });
  writeFileSync(join(native, 'bin', 'postgres'), '', { mode: 0o755 });
  writeFileSync(join(native, 'lib', 'libpq.so.5.18'), '');
  writeFileSync(join(native, 'pg-symlinks.json'), '[{"source":"native/lib/libpq.so.5.18","target":"native/lib/libpq.so.5"}]');
});
afterEach(() => rmSync(parent, { recursive: true }));

function find(): Promise<string> {
  return findBinaries(nobody, spare, { native, version: '18-test' });
}

it('uses the package where the account can reach it, and makes the links that are missing', async () => {
  expect(await find()).toBe(native);
  expect(readlinkSync(join(native, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
  expect(await find()).toBe(native);
});

it('copies the package once, links and all, where a folder above is closed to the account', async () => {
  chmodSync(join(parent, 'package'), 0o700);
  const copy = join(spare, 'postgresql-18-test', 'native');
  expect(await Promise.all([find(), find()])).toEqual([copy, copy]);
  expect(readlinkSync(join(copy, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
  expect(await find()).toBe(copy);
  expect(readdirSync(spare)).toEqual(['postgresql-18-test']);
});

it('copies and opens files that were installed under a strict umask', async () => {
  chmodSync(join(native, 'bin', 'postgres'), 0o700);
  const copy = await find();
  expect(copy).not.toBe(native);
  expect(statSync(join(copy, 'bin', 'postgres')).mode & 0o777).toBe(0o755);
});
