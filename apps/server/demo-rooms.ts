import type { Rooms } from '@scrip/rooms';

/** Public, as the passwords of the demo world are. */
const KEY = 'demo-room-key';

/** What is missing of the demo world's room site, whose tips Chad pays. */
export async function seedRooms({ sites }: Rooms): Promise<void> {
  if (!(await sites.find('demo'))) await sites.add('demo', 'Chad', 'working', KEY);
}
