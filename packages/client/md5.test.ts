import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { md5 } from './md5.ts';

it.each([
  ['', 'd41d8cd98f00b204e9800998ecf8427e'],
  ['a', '0cc175b9c0f1b6a831c399e269772661'],
  ['abc', '900150983cd24fb0d6963f7d28e17f72'],
  ['message digest', 'f96b697d7cb7938d525a2f31aaf161d0'],
  ['abcdefghijklmnopqrstuvwxyz', 'c3fcd3d76192e4007dfb496cca67e13b'],
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', 'd174ab98d277d9f5a5611c2c9f419d9f'],
  ['1234567890'.repeat(8), '57edf4a22be3c955ac49da2e2107b67a'],
])('gives the sum that RFC 1321 prints for %j', (text, sum) => {
  expect(md5(text)).toBe(sum);
});

it('gives the sums of Node for texts of every length around its blocks, in UTF-8', () => {
  for (let length = 0; length <= 200; length++) {
    const text = 'ü€😀x'.repeat(60).slice(0, length);
    const whole = text.replace(/[\ud800-\udbff]$/, '');
    expect(md5(whole)).toBe(createHash('md5').update(whole).digest('hex'));
  }
});
