import type { Uuid } from '@scrip/kernel';
import type { Actor } from '../cast.ts';
import { DAY, HOUR, LOCATION, type Stage, UNITS, WEEK } from '../stage.ts';
import type { Step } from '../step.ts';

const TIMES = [1, HOUR, DAY, DAY + 1, WEEK, 4 * WEEK];

/** Renting, and what becomes of a lease. */
export const LEASES: readonly Step[] = [
  { weight: 12, act: rent },
  {
    weight: 8,
    async act(stage) {
      const { who, unit } = stage.tenancy('payer', 'member');
      await pay(stage, 'lease.extend', who, unit);
    },
  },
  {
    weight: 3,
    async act(stage) {
      const { who, unit } = stage.tenancy('payer');
      await stage.do(who, 'lease.extendFree', unit);
    },
  },
  { weight: 5, act: passOn },
  {
    weight: 4,
    async act(stage) {
      const { who, unit } = stage.tenancy();
      await stage.do(who, 'lease.setPayer', { ...unit, payer_akey: stage.someone('payer', 'member', 'manager').akey });
    },
  },
  { weight: 10, act: terminate },
  {
    weight: 2,
    async act(stage) {
      const { who, unit } = stage.tenancy('manager', 'owner');
      await stage.do(who, 'lease.refundPreview', unit);
    },
  },
  {
    weight: 2,
    async act(stage) {
      const { who, unit } = stage.tenancy();
      await stage.do(who, 'lease.quote', { ...unit, secs: stage.random.pick(TIMES) });
    },
  },
  { weight: 6, act: (stage) => pass(stage, stage.random.pick([HOUR, DAY, 3 * DAY])) },
  {
    weight: 5,
    async act(stage) {
      const { random } = stage;
      const settings = { refund_percent: random.pick([0, 33, 50, 100]), income_group: random.pick(['', ...stage.made.groups]) };
      const location = { owner_akey: stage.cast.is('owner').akey, location_name: LOCATION };
      await stage.do(stage.someone('owner'), 'lease.updateLocation', { ...location, settings });
    },
  },
  {
    weight: 2,
    act: (stage) =>
      stage.do(stage.someone('owner'), 'lease.updateUnit', { ...stage.unit(), changes: { rate: stage.random.pick([1, 7, 90]) } }),
  },
];

async function rent(stage: Stage): Promise<void> {
  const [unit, who] = [stage.random.pick(UNITS), stage.someone('lessee', 'friend', 'member')];
  if (await pay(stage, 'lease.rent', who, stage.unit(unit))) stage.made.lessees.set(unit, who);
}

async function pay(stage: Stage, method: string, who: Actor, unit: object): Promise<boolean> {
  const { random } = stage;
  const params = { ...unit, secs: random.pick(TIMES), account_name: random.chance(0.2) ? 'purse' : 'working' };
  const bought = await stage.ask<{ transaction_id: Uuid }>(who, method, params);
  if (bought) stage.made.transactions.push(bought.transaction_id);
  return bought !== undefined;
}

async function passOn(stage: Stage): Promise<void> {
  const { who, unit } = stage.tenancy();
  const to = stage.someone('friend', 'member', 'manager');
  const passed = await stage.do(who, 'lease.transfer', { ...unit, to_akey: to.akey });
  if (passed) stage.made.lessees.set(String(unit['unit_name']), to);
}

async function terminate(stage: Stage): Promise<void> {
  const { who, unit } = stage.tenancy('owner', 'manager', 'officer');
  const cover = Number(who.role === 'owner' ? stage.random.chance(0.4) : stage.random.chance(0.1));
  const params = { ...unit, refund: Number(stage.random.chance(0.9)), cover };
  const ended = await stage.ask<{ transaction_id: Uuid }>(who, 'lease.terminate', params);
  if (!ended) return;
  stage.made.lessees.delete(String(unit['unit_name']));
  if (cover === 1 && who.role === 'owner') stage.made.covered.add(ended.transaction_id);
}

/** Time passes for the leases, whose times move back, since the database's clock can't be moved. */
async function pass(stage: Stage, secs: number): Promise<void> {
  stage.made.trace.push(`${secs} seconds pass`);
  await stage.world.database.pool.query(
    `UPDATE lease_unit u SET leased_at = leased_at - make_interval(secs => $2), paid_until = paid_until - make_interval(secs => $2),
       ends_at = ends_at - make_interval(secs => $2)
     FROM lease_location l WHERE l.id = u.location_id AND l.owner = $1`,
    [stage.cast.is('owner').akey, secs],
  );
  await stage.world.lease.due.expire();
}
