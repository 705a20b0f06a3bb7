import type { By, People } from './roles.ts';

/** Rights that managers of a location may have; each is the name of somebody who has that one alone, but `see`. */
export const RIGHTS = ['units', 'prices', 'access', 'leases', 'settings'] as const;
export type Right = (typeof RIGHTS)[number];

/** The first parameters of every call about a unit: owner, location, unit. */
type UnitParams = readonly [owner: string, location: string, unit: string];

export interface Places {
  /** A location of the owner, managed by the crew and by one avatar for each right; `other` has one of the same name. */
  readonly location: string;
  /** A unit that the lessee rents there, with the payer, for as long as the test runs. */
  readonly home: string;
  /** A new unit there, vacant. */
  unit(): Promise<UnitParams>;
  /** A new unit there, rented by the lessee; the payer may extend it. */
  leased(): Promise<UnitParams>;
}

export async function makePlaces(people: People, crew: string, by: By, name: (what: string) => string): Promise<Places> {
  const location = 'Shops';
  const { akey } = people.owner;
  const settings = { min_secs: 60, max_secs: 8_640_000, grace_secs: 3_600, manager_group: crew };
  await by('owner', 'lease.createLocation', '', location, settings);
  await by('other', 'lease.createLocation', '', location, { grace_secs: 3_600 });
  await by('owner', 'lease.setManager', '', location, people.seeing.akey, ['see']);
  for (const right of RIGHTS) await by('owner', 'lease.setManager', '', location, people[right].akey, [right]);

  const unit = async (): Promise<UnitParams> => {
    const created = (await by('owner', 'lease.createUnit', '', location, name('Booth'), 10)) as string;
    return [akey, location, created];
  };
  const leased = async (): Promise<UnitParams> => {
    const params = await unit();
    await by('lessee', 'lease.rent', ...params, 86_400);
    await by('lessee', 'lease.setPayer', ...params, people.payer.akey);
    return params;
  };
  await by('owner', 'lease.createUnit', '', location, 'Shop #1', 10);
  const [, , home] = await leased();
  return { location, home, unit, leased };
}
