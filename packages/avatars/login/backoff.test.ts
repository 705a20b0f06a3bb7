import { ManualClock } from '@scrip/kernel';
import { beforeEach, describe, expect, test } from 'vitest';
import { Backoff } from './backoff.ts';

let clock: ManualClock;
let backoff: Backoff;
let checked: number;
beforeEach(() => {
  clock = new ManualClock(1_000_000);
  backoff = new Backoff(clock, (key) => key.slice(-2));
  checked = 0;
});

const tick = () => new Promise<void>((resolve) => setImmediate(resolve));
const wrong = (key = 'a') =>
  backoff.run(key, 10, async () => {
    checked++;
    await tick();
    return undefined;
  });
const right = (key = 'a') =>
  backoff.run(key, 10, async () => {
    checked++;
    await tick();
    return 'in';
  });
const wait = (wait_s: number) => ({ spec: { code: 'rate_limited' }, message: `too many failed logins; wait ${wait_s} s` });

test('ten are free, then each further one has to wait twice as long, up to a minute', async () => {
  for (let i = 0; i < 10; i++) await wrong();
  for (const wait_s of [1, 2, 4, 8, 16, 32, 60, 60]) {
    await expect(wrong()).rejects.toMatchObject(wait(wait_s));
    clock.advance(wait_s * 1000 - 1);
    await expect(wrong()).rejects.toMatchObject(wait(1));
    clock.advance(1);
    await wrong();
  }
  expect(checked).toBe(18);
});

test('the right one gets through after the wait, and opens the way again', async () => {
  for (let i = 0; i < 10; i++) await wrong();
  await expect(right()).rejects.toMatchObject(wait(1));
  clock.advance(1000);
  expect(await right()).toBe('in');
  for (let i = 0; i < 10; i++) await wrong();
  expect(checked).toBe(21);
});

test('fifty wrong ones at once are ten free ones', async () => {
  const results = await Promise.allSettled(Array.from({ length: 50 }, () => wrong()));
  expect(checked).toBe(10);
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(40);
});

test('fifty right ones at once all get in', async () => {
  const results = await Promise.all(Array.from({ length: 50 }, () => right()));
  expect(results).toEqual(Array(50).fill('in'));
});

test('those that wait are not without number', async () => {
  const results = await Promise.allSettled(Array.from({ length: 100 }, () => right()));
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(40);
});

test('others are not affected, a check that could not be made does not count, and time heals', async () => {
  for (let i = 0; i < 10; i++) await wrong('b');
  for (let i = 0; i < 20; i++)
    await expect(backoff.run('a', 10, () => Promise.reject(new Error('no database')))).rejects.toThrow('no database');
  for (let i = 0; i < 10; i++) await wrong('a');
  await expect(wrong('a')).rejects.toMatchObject(wait(1));
  clock.advance(15 * 60_000 + 1);
  for (let i = 0; i < 10; i++) await wrong('a');
  await expect(wrong('a')).rejects.toMatchObject(wait(1));
});

test('fewer are free where the caller says so', async () => {
  const strict = () => backoff.run('a', 1, async () => undefined);
  await strict();
  await expect(strict()).rejects.toMatchObject(wait(1));
  clock.advance(1000);
  await strict();
  await expect(strict()).rejects.toMatchObject(wait(2));
});

test('a check that could not be made lets none of those behind it slip through', async () => {
  const broken = () => backoff.run('a', 10, () => tick().then(() => Promise.reject(new Error('no database'))));
  const results = await Promise.allSettled([...Array.from({ length: 10 }, broken), ...Array.from({ length: 40 }, () => wrong())]);
  expect(checked).toBe(10);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
  await expect(wrong()).rejects.toMatchObject(wait(1));
});

describe('with more keys than it keeps', () => {
  const KEPT = 50_000;
  const fill = async () => {
    for (let i = 0; i < KEPT; i++) await wrong(`other ${i}`);
  };

  test('whoever has to wait still has to', async () => {
    for (let i = 0; i < 16; i++) {
      await wrong('guesser').catch(() => undefined);
      clock.advance(32_000);
    }
    await expect(wrong('guesser')).rejects.toMatchObject(wait(28));
    await fill();
    await expect(wrong('guesser')).rejects.toMatchObject(wait(28));
  });

  test('new ones are counted together by their buckets, until there is room again', async () => {
    await fill();
    for (let i = 0; i < 10; i++) await wrong(`new ${i} of 07`);
    await expect(wrong('another of 07')).rejects.toMatchObject(wait(1));
    expect(await right('another of 08')).toBe('in');
    clock.advance(60_000);
    expect(await right('one more of 07')).toBe('in');
  });
});
