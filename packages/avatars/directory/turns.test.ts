import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

const FULL = new Error('full');

/** Work that ends when it is told to, and what has begun and was refused so far. */
function workshop(maxRunning: number, maxWaiting: number) {
  const turns = new Turns(maxRunning, maxWaiting, () => FULL);
  const [begun, refused]: [string[], string[]] = [[], []];
  const ends: (() => void)[] = [];
  const ask = (name: string, source: string, preferred = false) =>
    turns
      .run({ source, preferred }, () => {
        begun.push(name);
        return new Promise<void>((resolve) => ends.push(resolve));
      })
      .catch((error) => (error === FULL ? void refused.push(name) : Promise.reject(error)));
  const end = async () => {
    ends.shift()?.();
    await new Promise(setImmediate);
  };
  return { ask, begun, refused, end };
}

test('so many at a time, and the others after them', async () => {
  const { ask, begun, end } = workshop(2, 10);
  for (const name of ['a', 'b', 'c', 'd']) ask(name, name);
  expect(begun).toEqual(['a', 'b']);
  await end();
  expect(begun).toEqual(['a', 'b', 'c']);
  await end();
  await end();
  await end();
  ask('e', 'e');
  expect(begun).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('sources take turns: many of one delay that one alone', async () => {
  const { ask, begun, end } = workshop(1, 10);
  for (let i = 0; i < 4; i++) ask(`flood ${i}`, 'flood');
  ask('one', 'home');
  ask('two', 'home');
  for (let i = 0; i < 5; i++) await end();
  expect(begun).toEqual(['flood 0', 'flood 1', 'one', 'flood 2', 'two', 'flood 3']);
});

test('who is preferred goes first', async () => {
  const { ask, begun, end } = workshop(1, 10);
  for (let i = 0; i < 3; i++) ask(`flood ${i}`, `bot ${i}`);
  ask('owner', 'home', true);
  await end();
  await end();
  expect(begun).toEqual(['flood 0', 'owner', 'flood 1']);
});

test('where it is full, the source with the most loses its newest', async () => {
  const { ask, begun, refused, end } = workshop(1, 3);
  for (let i = 0; i < 4; i++) ask(`flood ${i}`, 'flood');
  ask('flood 4', 'flood');
  ask('one', 'home');
  ask('owner', 'flood', true);
  await end();
  expect(refused).toEqual(['flood 4', 'flood 3']);
  for (let i = 0; i < 4; i++) await end();
  expect(begun).toEqual(['flood 0', 'owner', 'flood 1', 'one', 'flood 2']);
});

test('where it is full of one for each source, nobody is put out for another', async () => {
  const { ask, refused } = workshop(1, 3);
  for (let i = 0; i < 5; i++) ask(`bot ${i}`, `bot ${i}`);
  await new Promise(setImmediate);
  expect(refused).toEqual(['bot 4']);
});

test('what fails gives its turn on', async () => {
  const turns = new Turns(1, 3, () => FULL);
  const by = { source: 'home', preferred: false };
  await expect(turns.run(by, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await turns.run(by, async () => 'done')).toBe('done');
});
