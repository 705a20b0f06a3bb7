import type { Avatars } from '@scrip/avatars';
import type { Gifts } from '@scrip/gifts';

/** The app of the document's examples, with its secret key. */
const APP = { id: '1', owner: 'Chad', secret: 'cb8d878989b9478e96d1b1574a1bf4ec' };
const USERS = [
  { userId: '123456', firstName: 'Funky', lastName: 'Dude', lang: 'it' },
  { userId: 'kunalg', firstName: 'Kunal', lastName: 'TestHG', lang: '' },
  { userId: 'abcd', firstName: '', lastName: '', lang: '' },
] as const;

/** What is missing of the demo world's app: its users are all friends. */
export async function seedApp({ apps, users }: Gifts, avatars: Avatars): Promise<void> {
  await apps.add(APP.id, (await avatars.get(APP.owner)).akey, APP.secret);
  for (const { userId, ...profile } of USERS) await users.put({ app: APP.id, mode: 'fb', userId }, profile, {});
  for (const { userId } of USERS) {
    const friends = USERS.map((other) => other.userId).filter((other) => other !== userId);
    await users.setFriends({ app: APP.id, mode: 'fb', userId }, friends);
  }
}
