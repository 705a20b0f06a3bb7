import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testWorld, type World } from '../../test/testkit/world.ts';
import { keepOperatorCapability } from './operator-capability.ts';

let world: World;
let dataDir: string;

beforeAll(async () => {
  world = await testWorld();
  dataDir = mkdtempSync(join(tmpdir(), 'scrip-operator-'));
});
afterAll(async () => {
  await world.close();
  rmSync(dataDir, { recursive: true });
});

const DAY_ms = 86_400_000;
const path = () => join(dataDir, 'operator.capability');
const keep = (now_ms = Date.now()) => keepOperatorCapability(world.capabilities, dataDir, now_ms);
const kept = () => readFileSync(path(), 'utf8').trim();

beforeEach(() => rmSync(path(), { force: true }));

it("is made once, for the owner's eyes, and opens the operator's procedures", async () => {
  expect(await keep()).toBe(path());
  const first = kept();
  expect(statSync(path()).mode & 0o777).toBe(0o600);
  expect(readdirSync(dataDir)).toEqual(['operator.capability']);
  expect(await world.call('operator.audit', [[first]])).toMatchObject({ ok: true });
  await keep();
  expect(kept()).toBe(first);
});

it('is whole whichever of several servers on one directory was last', async () => {
  await Promise.all(Array.from({ length: 8 }, () => keep()));
  expect(readdirSync(dataDir)).toEqual(['operator.capability']);
  expect(await world.call('operator.audit', [[kept()]])).toMatchObject({ ok: true });
});

it('is renewed a month before its year is over', async () => {
  await keep();
  const first = kept();
  await keep(Date.now() + 334 * DAY_ms);
  expect(kept()).toBe(first);
  await keep(Date.now() + 336 * DAY_ms);
  expect(kept()).not.toBe(first);
});

describe('is made anew where the file holds', () => {
  it.each([
    ['nothing', async () => ''],
    ['something else', async () => 'not a capability'],
    ['one that was revoked', revoked],
    ["an avatar's capability", async () => (await world.person('Somebody')).login],
  ])('%s', async (_what, content) => {
    writeFileSync(path(), await content(), { mode: 0o644 });
    await keep();
    expect(await world.call('operator.audit', [[kept()]])).toMatchObject({ ok: true });
    expect(statSync(path()).mode & 0o777).toBe(0o600);
  });
});

async function revoked(): Promise<string> {
  const { token, jti } = await world.capabilities.issue({ kind: 'operator', sub: 'operator', grantor: 'operator', validForSecs: 3_600 });
  await world.capabilities.revoke({ jti });
  return token;
}
