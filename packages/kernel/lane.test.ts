import { expect, it } from 'vitest';
import { Lane } from './lane.ts';

it('lets so many be under way, and the others follow in their order', async () => {
  const lane = new Lane(2);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const work = (n: number) =>
    lane.run(async () => {
      begun.push(n);
      await new Promise<void>((resolve) => ends.push(resolve));
    });
  const all = [1, 2, 3, 4].map(work);
  expect(begun).toEqual([1, 2]);
  ends[1]?.();
  await all[1];
  expect(begun).toEqual([1, 2, 3]);
  ends[0]?.();
  ends[2]?.();
  await Promise.all([all[0], all[2]]);
  expect(begun).toEqual([1, 2, 3, 4]);
  ends[3]?.();
  await all[3];
  expect(lane.idle).toBe(true);
});

it('goes on after work that fails', async () => {
  const lane = new Lane(1);
  await expect(lane.run(() => Promise.reject(new Error('odd')))).rejects.toThrow('odd');
  expect(lane.idle).toBe(true);
});
