import { expect, it } from 'vitest';
import { roughSize } from './rough-size.ts';
import { Typed } from './type.ts';
import { t } from './types.ts';

it.each([
  ['a text', 'x'.repeat(1_000)],
  ['bytes', new Uint8Array(1_000)],
  ['an array', Array(100).fill(1)],
  ['an array of structs', Array(20).fill({ name: 'Ann', balance: 12.5, open: true, since: new Date(0) })],
  ['a result', new Typed(t.array(t.string()), Array(50).fill('general.getAvatarKey'))],
  ['nothing', null],
])('%s weighs about what it takes as XML', (_what, value) => {
  const json = JSON.stringify(value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value).length;
  expect(roughSize(value)).toBeGreaterThan(json * 0.7);
  expect(roughSize(value)).toBeLessThan(json * 20);
});
