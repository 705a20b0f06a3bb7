import type { Objects } from './objects.ts';
import { PUBLIC, type Row } from './rows.ts';

const PASSWORD = 'a password';

/** With the token of a studio that has one user. */
async function studio({ by, name, world }: Objects): Promise<{ readonly token: string; readonly email: string }> {
  const token = (await by('operator', 'operator.addStudio', name('Studio'))) as string;
  const email = `${name('user').replace(' ', '')}@example.org`;
  await world.call('studio.registerUser', [token, email, 'A user', PASSWORD]);
  return { token, email };
}

const token = async (objects: Objects) => [(await studio(objects)).token];
const user = async (objects: Objects, ...more: unknown[]) => {
  const { token, email } = await studio(objects);
  return [token, email, ...more];
};

/** What apps of studios do is opened by the studio's token, and by no capability. */
export const STUDIO: readonly Row[] = [
  { procedure: 'studio.initialiseSdk', on: 'a studio', may: PUBLIC, params: token },
  { procedure: 'studio.getStudioPlanLists', on: 'a studio', may: PUBLIC, params: token },
  { procedure: 'studio.logout', on: 'a studio', may: PUBLIC, params: token },
  { procedure: 'studio.checkEmailExistance', on: 'a user', may: PUBLIC, params: (objects) => user(objects) },
  { procedure: 'studio.login', on: 'a user', may: PUBLIC, params: (objects) => user(objects, PASSWORD) },
  {
    procedure: 'studio.registerUser',
    on: 'a studio',
    may: PUBLIC,
    params: async (objects) => [...(await token(objects)), 'new@example.org', 'New', PASSWORD],
  },
];
