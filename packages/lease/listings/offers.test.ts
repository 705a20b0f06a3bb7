import { newId } from '@scrip/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faultOf } from '../../../test/testkit/faults.ts';
import { testWorld, type World } from '../../../test/testkit/world.ts';
import { caller, type Person, person } from '../testkit.ts';

let world: World;
let call: ReturnType<typeof caller>;
let ann: Person;
let cyd: Person;

beforeAll(async () => {
  world = await testWorld();
  call = caller(world);
  [ann, cyd] = await Promise.all([person(world, 'Ann Able'), person(world, 'Cyd Cole')]);
});
afterEach(() => world.check());
afterAll(() => world.close());

const asAnn = (method: string, ...params: unknown[]) => call(`lease.${method}`, [ann.login], '', ...params);

describe('lease.offers', () => {
  it('tells everybody what there is, what it costs and on what terms, and nobody who has it', async () => {
    await asAnn('createLocation', 'Homes', { min_secs: 60, discounts: [{ secs: 86_400, percent: 10 }] });
    for (const [name, rate] of [
      ['Home #10', 5],
      ['Home #9', 7],
      ['Home #1', 8],
      ['Home #01', 8],
    ]) {
      await asAnn('createUnit', 'Homes', name, rate, 'day', 'Flat', 'Kinda', 1, 2, 3);
    }
    await world.database.pool.query(
      `UPDATE lease_unit SET lease_id = $1, lessee = $1, leased_at = now(), paid_until = now(), ends_at = now() + interval '1 day'
       WHERE name = 'Home #9'`,
      [newId()],
    );
    const offers = (...rest: unknown[]) => call('lease.offers', [cyd.login], ann.name, 'homes', ...rest);
    const unit = (unit_name: string, rate: number, vacant = 1) => ({
      ...{ unit_name, model: 'Flat', region_coords: 'Kinda/1/2/3', rate, period: 'day', week_rate: rate * 7, vacant },
    });
    const units = [unit('Home #01', 8), unit('Home #1', 8), unit('Home #9', 7, 0), unit('Home #10', 5)];
    expect(await offers()).toEqual({
      currency: 'L$',
      members_only: 0,
      min_secs: 60,
      max_secs: 31_536_000,
      overdue_secs: 259_200,
      grace_secs: 86_400,
      refund_percent: 100,
      discounts: [{ secs: 86_400, percent: 10 }],
      units,
      cursor: '',
    });
    // A lease that is over keeps nobody from renting.
    await world.database.pool.query(`UPDATE lease_unit SET ends_at = now() WHERE name = 'Home #9'`);
    expect(await offers('Home #1', 1)).toMatchObject({ units: [unit('Home #9', 7)] });
    await world.database.pool.query(`UPDATE lease_unit SET ends_at = now() + interval '1 day' WHERE name = 'Home #9'`);
    expect(await offers('', 2)).toMatchObject({ units: units.slice(0, 2), cursor: 'Home #1' });
    expect(await offers('Home #1', 2)).toMatchObject({ units: units.slice(2), cursor: '' });
    expect(await offers('home #01', 1)).toMatchObject({ units: units.slice(1, 2) });
    expect(await offers('Home #5')).toMatchObject({ units: units.slice(2), cursor: '' });
    expect(await faultOf(call('lease.offers', [cyd.login], ann.akey, 'Houses'))).toMatch(/^lease\.unknown_location/);
    expect(await faultOf(call('lease.offers', [], ann.akey, 'Homes'))).toMatch(/^auth\.capability_required/);
  });
});
