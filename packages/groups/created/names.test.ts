import { expect, test } from 'vitest';
import { checkGroupName } from './names.ts';

test('names are tidied, and refused where a CSV, a relay line or a key would be mistaken', () => {
  expect(checkGroupName('  Mall   Staff ')).toBe('Mall Staff');
  for (const name of ['', ' ', 'a,b', 'a#b', 'a::b', 'a\nb', 'x'.repeat(64), 'e4b4f1b3-f9fb-ceb4-b031-1a128795d26b']) {
    expect(() => checkGroupName(name)).toThrow("can not be a group's name");
  }
});
