import type { Objects } from './objects.ts';
import { as, PUBLIC, type Row } from './rows.ts';

/** With the key of a site, whose tips `other` pays, and somebody who is in the owner's room. */
const inRoom = async (objects: Objects) => {
  const { world, people, by, name } = objects;
  const key = await by('operator', 'operator.addRoomSite', name('Room site'), people.other.akey, 'working');
  const performer = await world.call('general.getAvatarUserId', [people.owner.akey]);
  const nickname = name('Guest');
  await world.call('rooms.joinRoom', [key, performer, nickname, '127.0.0.1', 1, 10, 7]);
  return { key, performer, nickname };
};
const there = async (objects: Objects, ...more: unknown[]) => {
  const { key, performer, nickname } = await inRoom(objects);
  return [key, performer, nickname, ...more];
};

/** What sites do is opened by their keys, and by no capability. Who is in a room its performer alone may see. */
export const ROOMS: readonly Row[] = [
  { procedure: 'rooms.joinRoom', on: 'a room', may: PUBLIC, params: (objects) => there(objects, '127.0.0.1', 0, 5) },
  { procedure: 'rooms.pingRoom', on: 'a room', may: PUBLIC, params: (objects) => there(objects) },
  { procedure: 'rooms.leaveRoom', on: 'a room', may: PUBLIC, params: (objects) => there(objects) },
  { procedure: 'rooms.tip', on: 'a room', may: PUBLIC, params: (objects) => there(objects, 1) },
  { procedure: 'rooms.updateCredits', on: 'a room', may: PUBLIC, params: async (objects) => [(await inRoom(objects)).key, 7, 5] },
  { procedure: 'rooms.list', on: 'the room of the owner', may: as('owner'), params: ({ people }) => [people.owner.akey] },
];
