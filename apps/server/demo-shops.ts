import { setTimeout as sleep } from 'node:timers/promises';
import type { Avatars } from '@scrip/avatars';
import { requestHash } from '@scrip/bank';
import type { Uuid } from '@scrip/kernel';
import type { Lease } from '@scrip/lease';

const DAY_s = 86_400;
const WEEK_s = 7 * DAY_s;
const LOCATION = 'Shops';
const UNITS = 10;
/** Whole major units a week. */
const RATE = 10;

/** #3 is paid for a second, and may be overdue for a year: so it is overdue for as long as anybody looks. */
const TERMS = { minSecs: 1, maxSecs: 365 * DAY_s, overdueSecs: 365 * DAY_s, discounts: [{ secs: 4 * WEEK_s, percent: 5 }] };
const LEASES = [
  { unit: 'Shop #3', lessee: 'Chad', secs: 1 },
  { unit: 'Shop #1', lessee: 'Secret2 Linden', secs: 52 * WEEK_s },
  { unit: 'Shop #2', lessee: 'Chad', secs: 52 * WEEK_s },
] as const;

/** What each of the demo's avatars pays or gets by these leases, in whole major units. */
export const RENTS: Readonly<Record<string, number>> = { 'Secret2 Linden': -494, Chad: -495, 'ImSoCool Mann': 989 };

/** What is missing of the demo world's shops. The leases are real ones, paid for, and extended by nobody. */
export async function seedShops(lease: Lease, avatars: Avatars, owner: Uuid): Promise<void> {
  const location = (await lease.locations.find(owner, LOCATION)) ?? (await lease.locations.create(owner, owner, LOCATION, TERMS));
  for (let number = 1; number <= UNITS; number++) {
    const place = { region: 'Kinda', x: 20 * number, y: 128, z: 22 };
    const unit = { name: `Shop #${number}`, model: 'Corner shop', rate: RATE, period: 'week', ...place } as const;
    const found = await lease.units.find(owner, LOCATION, unit.name);
    if (!found?.unit) await lease.units.create(location, owner, unit);
  }
  const ends: Date[] = [];
  for (const { unit, lessee, secs } of LEASES) ends.push(await rent(lease, (await avatars.get(lessee)).akey, owner, unit, secs));
  await sleep(Math.max(0, Math.min(...ends.map(Number)) - Date.now()) + 1);
}

async function rent(lease: Lease, akey: Uuid, owner: Uuid, unitName: string, secs: number): Promise<Date> {
  const { capabilities, purchases, units } = lease;
  const { token } = await capabilities.issue({ kind: 'login', sub: akey, grantor: akey, validForSecs: 60 });
  const answer = await purchases.rent({
    principal: { akey, login: await capabilities.verify(token), via: 'own' },
    requestId: `demo ${unitName}`,
    requestHash: requestHash('demo world', unitName, secs),
    premises: await units.get(owner, LOCATION, unitName),
    secs,
    account: 'working',
    maxAmount: undefined,
  });
  return answer.paidUntil;
}
