import { deriveId, ManualClock } from '@scrip/kernel';
import { beforeEach, expect, test } from 'vitest';
import { type Claimed, LoginThrottle } from './throttle.ts';

let throttle: LoginThrottle;
beforeEach(() => {
  throttle = new LoginThrottle(new ManualClock(1_000_000));
});

const avatar = (name: string): Claimed => ({ id: deriveId('throttle-test', name), exists: true });
const owner = avatar('owner');
const somebody = avatar('somebody else');

const wrong = async () => undefined;
const right = async () => 'in';
const limited = { spec: { code: 'rate_limited' }, message: expect.stringMatching(/^too many failed logins; wait \d+ s$/) };

test('an avatar that many sources attack has one free failure for each that is new, and its owner still gets in from anywhere', async () => {
  expect(await throttle.attempt(owner, 'home', right)).toBe('in');
  for (let source = 0; source < 100; source++) expect(await throttle.attempt(owner, `bot ${source}`, wrong)).toBeUndefined();
  expect(await throttle.attempt(owner, 'bot 100', wrong)).toBeUndefined();
  await expect(throttle.attempt(owner, 'bot 100', right)).rejects.toMatchObject(limited);
  expect(await throttle.attempt(owner, 'a new home', right)).toBe('in');
  for (let i = 0; i < 9; i++) expect(await throttle.attempt(owner, 'home', wrong)).toBeUndefined();
  expect(await throttle.attempt(owner, 'home', right)).toBe('in');
  for (let i = 0; i < 9; i++) expect(await throttle.attempt(somebody, 'bot 100', wrong)).toBeUndefined();
});

test('many at once are an attack as well', async () => {
  const attempts = Array.from({ length: 1_000 }, (_, i) => throttle.attempt(owner, `bot ${i % 100}`, wrong));
  const checked = (await Promise.allSettled(attempts)).filter(({ status }) => status === 'fulfilled');
  expect(checked.length).toBeLessThanOrEqual(200);
  expect(await throttle.attempt(owner, 'home', right)).toBe('in');
});

test('a source is guarded against on many accounts, and the others are not affected', async () => {
  for (let account = 0; account < 300; account++)
    expect(await throttle.attempt(avatar(`account ${account}`), 'bot', wrong)).toBeUndefined();
  await expect(throttle.attempt(avatar('account 300'), 'bot', right)).rejects.toMatchObject(limited);
  expect(await throttle.attempt(avatar('account 300'), 'home', right)).toBe('in');
});

test('successes do not use anything up', async () => {
  for (let source = 0; source < 150; source++) expect(await throttle.attempt(owner, `home ${source}`, right)).toBe('in');
});

test('one source hammering one account does not use up what the account has for all', async () => {
  for (let i = 0; i < 200; i++) await throttle.attempt(owner, 'bot', wrong).catch(() => undefined);
  expect(await throttle.attempt(owner, 'a new home', right)).toBe('in');
});

test('challenges are counted by source', async () => {
  for (let i = 0; i < 6_000; i++) await throttle.challenge('bot');
  await expect(throttle.challenge('bot')).rejects.toMatchObject({
    spec: { code: 'rate_limited' },
    message: expect.stringMatching(/wait \d+ s$/),
  });
  await throttle.challenge('home');
});

test("invented names end nobody else's wait", async () => {
  for (let i = 0; i < 10; i++) await throttle.attempt(owner, 'bot', wrong);
  await expect(throttle.attempt(owner, 'bot', right)).rejects.toMatchObject(limited);
  for (let i = 0; i < 51_000; i++) {
    const invented = { id: deriveId('throttle-test', `invented ${i}`), exists: false };
    await throttle.attempt(invented, `bot ${i % 1_000}`, wrong).catch(() => undefined);
  }
  await expect(throttle.attempt(owner, 'bot', right)).rejects.toMatchObject(limited);
});

test('an invented name is slowed like any other', async () => {
  const nobody = { id: deriveId('throttle-test', 'nobody'), exists: false };
  for (let i = 0; i < 10; i++) expect(await throttle.attempt(nobody, 'bot', wrong)).toBeUndefined();
  await expect(throttle.attempt(nobody, 'bot', wrong)).rejects.toMatchObject(limited);
});

test('a check that could not be made counts for nobody', async () => {
  const broken = () => Promise.reject(new Error('no database'));
  for (let i = 0; i < 400; i++) await throttle.attempt(owner, 'home', broken).catch(() => undefined);
  expect(await throttle.attempt(owner, 'home', right)).toBe('in');
});
