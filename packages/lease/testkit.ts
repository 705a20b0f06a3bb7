import { newId, type Uuid } from '@scrip/kernel';
import { toJson } from '@scrip/rpc';
import { testCall } from '../../test/testkit/call.ts';
import type { World } from '../../test/testkit/world.ts';

export interface Person {
  readonly name: string;
  readonly akey: Uuid;
  readonly login: string;
}

export async function person(world: World, name: string): Promise<Person> {
  return { name, ...(await world.person(name)) };
}

/** Calls a procedure; the result is as clients see it, in JSON's values. */
export function caller(world: World) {
  return async (method: string, ...params: unknown[]): Promise<unknown> => toJson(await world.rpc.invoke(testCall(), method, params));
}

/** Lets a unit as leasing would, with so many seconds left. */
export async function letTo(world: World, unit: { location: Uuid; name: string }, lessee: Uuid, secsLeft: number): Promise<void> {
  const { rowCount } = await world.database.pool.query(
    `UPDATE lease_unit u SET lease_id = $3, lessee = $4, leased_at = clock_timestamp() - interval '30 days',
       paid_until = clock_timestamp() + make_interval(secs => $5),
       ends_at = clock_timestamp() + make_interval(secs => $5 + l.overdue_secs), payer = NULL, remind_at = NULL, grace_used = false
     FROM lease_location l WHERE l.id = u.location_id AND u.location_id = $1 AND u.name_key = $2`,
    [unit.location, unit.name.toLowerCase(), newId(), lessee, secsLeft],
  );
  if (rowCount !== 1) throw new Error(`there is no unit ${unit.name}`);
}

export async function vacate(world: World, unit: { location: Uuid; name: string }): Promise<void> {
  await world.database.pool.query(
    `UPDATE lease_unit SET lease_id = NULL, lessee = NULL, payer = NULL, leased_at = NULL, paid_until = NULL, ends_at = NULL,
       remind_at = NULL, grace_used = false WHERE location_id = $1 AND name_key = $2`,
    [unit.location, unit.name.toLowerCase()],
  );
}
