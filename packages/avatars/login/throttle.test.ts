import { ManualClock } from '@scrip/kernel';
import { beforeEach, expect, test } from 'vitest';
import { LoginThrottle } from './throttle.ts';

let throttle: LoginThrottle;
beforeEach(() => {
  throttle = new LoginThrottle(new ManualClock(1_000_000));
});

const wrong = async () => undefined;
const right = async () => 'in';
const limited = { spec: { code: 'rate_limited' }, message: expect.stringMatching(/^too many failed logins; wait \d+ s$/) };

test('an account is guarded against many sources, except from those where its owner has been before', async () => {
  expect(await throttle.attempt('owner', 'home', right)).toBe('in');
  for (let source = 0; source < 100; source++) expect(await throttle.attempt('owner', `bot ${source}`, wrong)).toBeUndefined();
  await expect(throttle.attempt('owner', 'bot 100', right)).rejects.toMatchObject(limited);
  expect(await throttle.attempt('owner', 'home', right)).toBe('in');
  expect(await throttle.attempt('somebody else', 'bot 100', right)).toBe('in');
});

test('a source is guarded against on many accounts, and the others are not affected', async () => {
  for (let account = 0; account < 300; account++) expect(await throttle.attempt(`account ${account}`, 'bot', wrong)).toBeUndefined();
  await expect(throttle.attempt('account 300', 'bot', right)).rejects.toMatchObject(limited);
  expect(await throttle.attempt('account 300', 'home', right)).toBe('in');
});

test('successes do not use anything up', async () => {
  for (let source = 0; source < 150; source++) expect(await throttle.attempt('owner', `home ${source}`, right)).toBe('in');
});

test('one source hammering one account does not use up what the account has for all', async () => {
  for (let i = 0; i < 200; i++) await throttle.attempt('owner', 'bot', wrong).catch(() => undefined);
  expect(await throttle.attempt('owner', 'a new home', right)).toBe('in');
});

test('challenges are counted by source', async () => {
  for (let i = 0; i < 6_000; i++) await throttle.challenge('bot');
  await expect(throttle.challenge('bot')).rejects.toMatchObject({
    spec: { code: 'rate_limited' },
    message: expect.stringMatching(/wait \d+ s$/),
  });
  await throttle.challenge('home');
});
