import { deriveId, type Uuid } from '@scrip/kernel';
import type { Person, World } from '../../testkit/world.ts';

/**
 * What they are there for. Anybody may turn up in anybody else's part as well: a member of the income group rents, the manager
 * buys, a partner sells as an affiliate.
 */
export const ROLES = [
  // Owns the location and sells in the collection.
  'owner',
  // Has the rights `see` and `leases`.
  'manager',
  // Of the location's and the collection's manager group.
  'officer',
  'member',
  'other member',
  'partner',
  'affiliate',
  'creator',
  'buyer',
  'lessee',
  'payer',
  'friend',
  'other friend',
] as const;
export type Role = (typeof ROLES)[number];

export interface Actor extends Person {
  readonly role: Role;
}

export interface Cast {
  readonly actors: readonly Actor[];
  /** Has no login, so what it is paid is handed over in-world. */
  readonly ghost: Uuid;
  is(role: Role): Actor;
}

/** What those have when a history begins who mostly pay, and those who mostly are paid: these soon run short of what they should give back. */
const [PAYERS_HAVE, OTHERS_HAVE] = [800, 20];
const PAYERS: readonly Role[] = ['buyer', 'lessee', 'payer', 'friend'];

/**
 * The people of a seed, whom nobody has met yet: their keys, and so the ids of what they pay, are the same in every run. They share
 * the password of `template`, since hashing one each would take longer than a history.
 */
export async function newCast(world: World, template: Uuid, seed: number): Promise<Cast> {
  const add = async (what: string, hasLogin: boolean): Promise<Uuid> => {
    const akey = deriveId('cast', String(seed), what);
    const name = `The ${what} ${seed}`;
    await world.database.pool.query(
      `INSERT INTO avatar (akey, name, name_key, password_hash)
       SELECT $1::uuid, $2::text, lower($2::text), CASE WHEN $3 THEN password_hash END FROM avatar WHERE akey = $4`,
      [akey, name, hasLogin, template],
    );
    return akey;
  };
  const actors: Actor[] = [];
  for (const role of ROLES) {
    const akey = await add(role, true);
    await world.call('operator.mint', [[world.operator], akey, 'working', PAYERS.includes(role) ? PAYERS_HAVE : OTHERS_HAVE, 'start']);
    actors.push({ role, akey, login: await world.loginOf(akey) });
  }
  const is = (role: Role) => actors[ROLES.indexOf(role)] as Actor;
  return { actors, ghost: await add('ghost', false), is };
}
