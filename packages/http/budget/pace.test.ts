import { expect, it } from 'vitest';
import { pace } from './pace.ts';

function work(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

// Long work of two requests, each of which alone would keep the process busy for all of it.
it('lets the event loop turn between the pieces of long work, and those who wait go on in their order', async () => {
  let turns = 0;
  let over = false;
  const turn = () => {
    turns++;
    if (!over) setImmediate(turn);
  };
  setImmediate(turn);
  const order: string[] = [];
  const long = async (name: string) => {
    for (let n = 0; n < 5; n++) {
      await pace();
      order.push(name);
      work(3);
    }
  };
  await Promise.all([long('a'), long('b')]);
  over = true;
  expect(turns).toBeGreaterThan(6);
  expect(order.slice(0, 4).toSorted()).toEqual(['a', 'a', 'b', 'b']);
});
