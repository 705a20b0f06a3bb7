import { expect } from 'vitest';
import type { Person, World } from '../../../test/testkit/world.ts';
import type { Settings } from '../locations/locations.ts';
import type { Location, Unit } from '../model.ts';

export const HOUR = 3_600;
export const DAY = 86_400;
export const WEEK = 604_800;

export type Listed = Record<string, unknown> & { paid_until: Date };
export type Bought = { lease_id: string; amount: number; secs: number; paid_until: Date; transaction_id: string };

let count = 0;

/** A location with one unit, `Shop #1`, that costs 70 a week, 10 a day; and what may happen there. */
export class Shop {
  readonly world: World;
  readonly owner: Person;
  readonly location: Location;

  private constructor(world: World, owner: Person, location: Location) {
    this.world = world;
    this.owner = owner;
    this.location = location;
  }

  static async open(world: World, settings: Settings = {}, money = 0): Promise<Shop> {
    count += 1;
    const owner = await world.person(`Owner ${count}`, money);
    const location = await world.lease.locations.create(owner.akey, owner.akey, 'Shops', settings);
    const shop = new Shop(world, owner, location);
    await shop.add('Shop #1');
    return shop;
  }

  async add(name: string): Promise<void> {
    const unit = { name, model: '', region: '', x: 0, y: 0, z: 0, rate: 70, period: 'week' } as const;
    await this.world.lease.units.create(this.location, this.owner.akey, unit);
  }

  /** As it is now. */
  async unit(): Promise<Unit> {
    return (await this.world.lease.units.get(this.owner.akey, 'Shops', 'Shop #1')).unit;
  }

  call(method: string, who: Person, params: Record<string, unknown> = {}): Promise<unknown> {
    const unit = { owner_akey: this.owner.akey, location_name: 'Shops', unit_name: 'Shop #1' };
    return this.world.call(`lease.${method}`, { capabilities: [who.login], ...unit, ...params });
  }

  rent(who: Person, secs = WEEK, params: Record<string, unknown> = {}): Promise<Bought> {
    return this.call('rent', who, { secs, ...params }) as Promise<Bought>;
  }

  extend(who: Person, secs = WEEK, params: Record<string, unknown> = {}): Promise<Bought> {
    return this.call('extend', who, { secs, ...params }) as Promise<Bought>;
  }

  async mine(who: Person): Promise<Listed[]> {
    return (await this.world.call('lease.myLeases', [[who.login]])) as Listed[];
  }

  /** What was written about leases, newest first. */
  async logs(): Promise<{ type: string; akey: string; actor: string; amount: bigint; secs: number }[]> {
    const { rows } = await this.world.database.pool.query(
      `SELECT type, akey, actor, amount, duration_secs AS secs FROM lease_log
       WHERE location_id = $1 AND lease_id IS NOT NULL ORDER BY at DESC, id`,
      [this.location.id],
    );
    return rows;
  }

  /**
   * Time passes for the leases here: their times move back, since the database's clock can't be moved. A second more than is
   * asked about makes it sure that some time has passed at all.
   */
  async pass(secs: number): Promise<void> {
    await this.world.database.pool.query(
      `UPDATE lease_unit SET leased_at = leased_at - make_interval(secs => $2), paid_until = paid_until - make_interval(secs => $2),
         ends_at = ends_at - make_interval(secs => $2), remind_at = remind_at - make_interval(secs => $2)
       WHERE location_id = $1`,
      [this.location.id, secs],
    );
  }

  async balance({ akey }: Person, account = 'working'): Promise<number> {
    return this.world.bank.balances.available(await this.world.bank.accounts.get(akey, account));
  }

  /** Newest first. */
  async notices({ login }: Person): Promise<string[]> {
    const all = (await this.world.call('general.notifications', [[login]])) as { kind: string; text: string }[];
    return all.filter(({ kind }) => kind === 'lease').map(({ text }) => text);
  }
}

/** So many seconds at the most, and no more than five minutes less: time passes while the tests run. */
export const secsNear = (secs: number) => expect.toSatisfy((value: number) => value <= secs && value > secs - 300, `just under ${secs}`);
