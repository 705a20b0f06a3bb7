import { expect, it } from 'vitest';
import { type AvatarKey, deriveId, type GroupKey, isUuid, NIL_UUID, newId, type OwnerKey } from './index.ts';

it.each(['3d9c9417-6b10-594b-b7b0-7d21616aaf50', '3D9C9417-6B10-594B-B7B0-7D21616AAF50', NIL_UUID])('takes %s for a UUID', (text) => {
  expect(isUuid(text)).toBe(true);
});

it.each([
  '',
  '3d9c9417-6b10-594b-b7b0-7d21616aaf5',
  '3d9c9417-6b10-594b-b7b0-7d21616aaf500',
  '3d9c94176b10594bb7b07d21616aaf50',
  '3d9c9417-6b10-594b-b7b0-7d21616aaf5g',
  '{3d9c9417-6b10-594b-b7b0-7d21616aaf5}',
  '3d9c9417-6b10-594b-b7b0-7d21616aaf50\n',
])('does not take %j for a UUID', (text) => {
  expect(isUuid(text)).toBe(false);
});

it('makes a new id each time', () => {
  const ids = new Set(Array.from({ length: 1000 }, newId));
  expect(ids.size).toBe(1000);
  for (const id of ids) expect(isUuid(id)).toBe(true);
});

it('derives the same id from the same parts, of version 8 and the RFC variant', () => {
  expect(deriveId('account', 'working')).toBe(deriveId('account', 'working'));
  for (let i = 0; i < 100; i++) {
    expect(deriveId('part', String(i))).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
});

it('keeps its derived ids from one release to the next', () => {
  expect(deriveId('account', 'working')).toBe('a4f92814-f95d-8e92-8336-85be86de28df');
});

it('gives lists that only look alike when joined different ids', () => {
  const lists = [['ab', 'c'], ['a', 'bc'], ['abc'], ['abc', ''], ['', 'abc'], ['1:a'], ['a'], []];
  expect(new Set(lists.map((parts) => deriveId(...parts))).size).toBe(lists.length);
});

it('keeps ids of different sorts apart when it is compiled', () => {
  const avatar: AvatarKey = newId();
  const owner: OwnerKey = avatar;
  // @ts-expect-error: `npm run check` fails where this compiles
  const group: GroupKey = avatar;
  // @ts-expect-error: not every owner is an avatar
  const somebody: AvatarKey = owner;
  expect([group, somebody]).toEqual([avatar, avatar]);
});
