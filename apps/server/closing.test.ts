import { expect, it } from 'vitest';
import { Closing } from './closing.ts';

function closingOf(done: string[], failing: readonly string[] = []): Closing {
  const closing = new Closing();
  for (const step of ['database', 'slices', 'listener']) {
    closing.add(async () => {
      done.push(step);
      if (failing.includes(step)) throw new Error(step);
    });
  }
  return closing;
}

it('closes in the reverse order of the beginning, and each thing once', async () => {
  const done: string[] = [];
  const closing = closingOf(done);
  await closing.close();
  await closing.close();
  expect(done).toEqual(['listener', 'slices', 'database']);
});

it('does every step even if some fail, and tells the first failure', async () => {
  const done: string[] = [];
  await expect(closingOf(done, ['slices', 'listener']).close()).rejects.toThrow('listener');
  expect(done).toEqual(['listener', 'slices', 'database']);
});
