import { expect, test } from 'vitest';
import { duration, facts, moment, table } from './report.ts';

test.each([
  [0, '0 seconds'],
  [0.4, '0 seconds'],
  [1, '1 second'],
  [61, '1 minute 1 second'],
  [3_600, '1 hour'],
  [3_660, '1 hour 1 minute'],
  [86_399, '23 hours 59 minutes'],
  [90_061, '1 day 1 hour'],
  [31_536_000, '365 days'],
])('%d seconds are %s', (seconds, words) => expect(duration(seconds)).toBe(words));

test('a moment is told in UTC and from now', () => {
  const now_ms = Date.parse('2026-11-21T09:30:00Z');
  expect(moment('2026-11-21T10:30:00Z', now_ms)).toBe('2026-11-21 10:30:00 UTC, in 1 hour');
  expect(moment('2026-11-21T09:29:00Z', now_ms)).toBe('2026-11-21 09:29:00 UTC, 1 minute ago');
});

test('columns are as wide as people see them', () => {
  const rows = [
    ['e\u0301a', '1'],
    ['long name', '22'],
  ];
  expect(table(['name', 'n'], rows)).toBe(['NAME       N', 'e\u0301a         1', 'long name  22'].join('\n'));
});

test('what others wrote can not steer the terminal', () => {
  expect(table(['email'], [['\u001b[2Jx\u202e@y\n']])).toBe('EMAIL\n\ufffd[2Jx\ufffd@y\ufffd');
  expect(facts([['a', 'one\ntwo\u0007']])).toBe('a  one\n   two\ufffd');
});
