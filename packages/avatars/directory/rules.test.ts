import { NIL_UUID } from '@scrip/kernel';
import { describe, expect, test } from 'vitest';
import { checkEmail, checkKey, checkName, checkPassword } from './rules.ts';

describe('names', () => {
  test.each([
    ['Secret2 Linden', 'Secret2 Linden'],
    ['  two   spaces ', 'two spaces'],
    ['no\u00a0break', 'no break'],
    ['Zoe\u0308', 'Zo\u00eb'],
    ['a:b', 'a:b'],
    ['x'.repeat(63), 'x'.repeat(63)],
    ['😀', '😀'],
    ['I \u2764\ufe0f it', 'I \u2764 it'],
  ])('%j is kept as %j', (given, kept) => {
    expect(checkName(given)).toBe(kept);
  });

  test.each([
    ['', 'empty'],
    [' \t\n', 'empty'],
    ['x'.repeat(64), '64 characters'],
    ['Mann, ImSoCool', 'comma'],
    ['Shop #1', 'comma, `#` or `::`'],
    ['a::b', 'comma, `#` or `::`'],
    ['line\nbreak', 'invisible'],
    ['tab\tinside', 'invisible'],
    ['bell\u0007', 'invisible'],
    ['zero\u200bwidth', 'invisible'],
    ['back\u202ewards', 'invisible'],
    ['Hangul\u3164filler', 'invisible'],
    ['grapheme\u034fjoiner', 'invisible'],
    ['\u2800', 'invisible'],
    ['\ufe0f', 'empty'],
    ['E4B4F1B3-f9fb-ceb4-b031-1a128795d26b', 'key'],
    // Digits of another width.
    ['\uff14a7b6c5d-f9fb-ceb4-b031-1a128795d26b', 'key'],
  ])('%j is refused', (given, why) => {
    expect(() => checkName(given)).toThrow(expect.objectContaining({ message: expect.stringContaining(why) }));
  });
});

test('keys come out in lower case', () => {
  expect(checkKey('E4B4F1B3-F9FB-CEB4-B031-1A128795D26B')).toBe('e4b4f1b3-f9fb-ceb4-b031-1a128795d26b');
  expect(() => checkKey('e4b4f1b3f9fbceb4b0311a128795d26b')).toThrow('UUID');
  // The nil key owns the system's accounts, the mint among them.
  expect(() => checkKey(NIL_UUID)).toThrow('nobody');
});

test('passwords are counted in bytes, and never quoted', () => {
  for (const password of ['x', 'x'.repeat(1024), 'é'.repeat(512)]) expect(checkPassword(password)).toBe(password);
  for (const password of ['', 'x'.repeat(1025), 'é'.repeat(513)])
    expect(() => checkPassword(password)).toThrow(/^the password has \d+ bytes/);
});

test.each(['no at', 'a@b@c', 'a @b', 'a@b\nBcc: c@d', `${'x'.repeat(250)}@y.zz`])('%j is no address', (email) => {
  expect(() => checkEmail(email)).toThrow('somebody@example.org');
});
