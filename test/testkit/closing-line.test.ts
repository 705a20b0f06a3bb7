import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const VITEST = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const REPORTERS = ['--reporter', 'default', '--reporter', join(import.meta.dirname, 'closing-line.ts')];

/** The last line and the exit code of a run of these tests alone. */
function closing(files: Record<string, string>): [line: string | undefined, status: number | null] {
  const root = mkdtempSync(join(tmpdir(), 'scrip-closing-line-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  const { status, stdout } = spawnSync(process.execPath, [VITEST, 'run', '--root', root, '--globals', ...REPORTERS], { encoding: 'utf8' });
  rmSync(root, { recursive: true });
  return [stdout.trimEnd().split('\n').at(-1), status];
}

const GOOD = "test('one', () => {}); describe('more', () => test('two', () => {}));";

it('counts what passed, and says nothing of skipped tests where there are none', { timeout: 60_000 }, () => {
  expect(closing({ 'a.test.mjs': GOOD })).toEqual(['2 passed, 0 failed', 0]);
});

it('counts what failed and what was skipped', { timeout: 60_000 }, () => {
  const mixed =
    "test('bad', () => { throw new Error('no'); }); test.skip('later', () => {}); test('not here', ({ skip }) => skip('no tool'));";
  expect(closing({ 'a.test.mjs': GOOD, 'b.test.mjs': mixed })).toEqual(['2 passed, 1 failed, 2 skipped', 1]);
});

it.each([
  ['a file that does not load', "import './nothing.mjs';"],
  ['a file without tests', ''],
  [
    'an error that nobody awaits',
    "test('three', async () => { setTimeout(() => { throw new Error('late'); }); await new Promise((r) => setTimeout(r, 50)); });",
  ],
])('never says that nothing failed after %s', { timeout: 60_000 }, (_what, text) => {
  expect(closing({ 'a.test.mjs': GOOD, 'b.test.mjs': text })).toEqual([expect.stringMatching(/^[23] passed, 1 failed$/), 1]);
});

it('counts a hook that fails, and the tests that did not run for it', { timeout: 60_000 }, () => {
  const hook = "describe('x', () => { beforeAll(() => { throw new Error('no'); }); test('three', () => {}); });";
  expect(closing({ 'a.test.mjs': GOOD, 'b.test.mjs': hook })).toEqual(['2 passed, 1 failed, 1 skipped', 1]);
});
