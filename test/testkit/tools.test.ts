import { afterEach, expect, it, vi } from 'vitest';
import { present } from './tools.ts';

afterEach(() => vi.unstubAllEnvs());

it.each([undefined, ''])('lets a test skip for want of a tool where CI is %j', (ci) => {
  vi.stubEnv('CI', ci);
  expect([present('php', true), present('php', false)]).toEqual([true, false]);
});

it('lets no test skip in CI', () => {
  vi.stubEnv('CI', 'true');
  expect(present('php', true)).toBe(true);
  expect(() => present('php', false)).toThrow('php is missing');
});
