import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readKeyword } from './keyword.ts';

/** Of more than one line in base64. */
const SENTENCE = 'a chair that is as green as the grass of last summer, and new';

it.each([
  ['Y2hhaXI=', 'chair'],
  [' Y2hhaXI=\n', 'chair'],
  ['5qSF5a2Q', '椅子'],
  ['YSBjaGFpciB0aGF0IGlzIGFzIGdyZWVuIGFzIHRoZSBncmFzcyBvZiBsYXN0IHN1bW1lciwgYW5k\r\nIG5ldw==\r\n', SENTENCE],
  ['', ''],
])('reads the base64 %j as %j', (given, text) => {
  expect(readKeyword(given)).toBe(text);
});

it.each([
  ['chair', 'no whole number of groups'],
  ['sofa', 'no UTF-8'],
  ['lamp', 'no UTF-8'],
  ['bike', 'a control character'],
  ['red chair', 'a space'],
  ['Stuhl für', 'another character'],
  ['Y2hhaXI', 'without its padding'],
  ['Y2==hhaXI', 'with padding inside'],
  ['=', 'padding alone'],
  ['AAAA', 'zeros'],
])('takes %j as it stands: %s', (given) => {
  expect(readKeyword(given)).toBe(given);
});

it('reads whatever text was encoded', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.startsWith('\ufeff') && !/\p{Cc}/u.test(value));
  fc.assert(
    fc.property(text, (value) => {
      expect(readKeyword(Buffer.from(value).toString('base64'))).toBe(value);
    }),
  );
});
