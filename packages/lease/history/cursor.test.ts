import { newId } from '@scrip/kernel';
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { cursorOf, readCursor } from './cursor.ts';

it('is read as it was written', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 17n - 1n), fc.uuid(), (at_us, id) => {
      expect(readCursor(cursorOf({ at_us, id }))).toEqual({ at_us, id });
    }),
  );
});

test.each(['x', '1', '1.', `.${newId()}`, `-1.${newId()}`, `1.${newId()}0`, `${'9'.repeat(18)}.${newId()}`, `1.${newId()}\n`])(
  '%j is refused',
  (text) => {
    expect(() => readCursor(text)).toThrow('cursor is ');
  },
);
