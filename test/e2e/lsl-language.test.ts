import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kitScript } from './lsl/kit.ts';
import { World } from './lsl/world/world.ts';

// Each script of the LSL kit is one that a simulator takes.

const KIT = join(import.meta.dirname, '../../packages/client-lsl');
const SCRIPTS = readdirSync(KIT)
  .filter((file) => file.endsWith('.lsl'))
  .map((file) => file.slice(0, -'.lsl'.length));
/** A compiler of the language by others, github.com/Makopo/lslint. No distribution of Debian or npm has it. */
const LSLINT = spawnSync('lslint', ['--version']).status === 0;

it('the page for people in-world lists the faults that the kit has of its own', () => {
  const words = (text: string) => [...new Set(text.match(/\bkit\.[a-z_]+/g))].sort();
  const readme = readFileSync(join(KIT, 'README.md'), 'utf8');
  expect(words(readme)).toEqual(words(SCRIPTS.map(kitScript).join('\n')));
});

describe.each(SCRIPTS)('%s', (name) => {
  it('has no function and no event that is not of the language, and leaves more than half of its memory free', async () => {
    const prim = new World().rez('e4b4f1b3-f9fb-ceb4-b031-1a128795d26b');
    prim.addScript(name, kitScript(name));
    await prim.world.settle();
    expect(prim.scripts[0]?.memory).toBeLessThan(32_768);
  });

  it.runIf(LSLINT)('is taken by lslint, without a warning', () => {
    const { stdout, stderr } = spawnSync('lslint', [], { input: kitScript(name), encoding: 'utf8' });
    expect(stdout + stderr).toMatch(/TOTAL:: Errors: 0 {2}Warnings: 0/);
  });
});
