import { RIGHTS, type Right } from './places.ts';
import { any, as, grants, LOGIN, type Row, WHOLE_LOGIN, type Who } from './rows.ts';

/** All that the owner owns, for those who may look. */
const OWN_SEE = any(as('owner'), grants('lease.read', 'lease.manage'));
/** What only the owner may do, and who has the owner's lease.manage grant. */
const OWN = any(as('owner'), grants('lease.manage'));
/** Managers of the location, whatever they may, and the members of its manager group, may look. */
const SEE = any(OWN_SEE, as('officer', 'member', 'seeing', 'units', 'prices', 'access', 'leases', 'settings'));
/** Officers of the manager group have all rights but to change the settings. */
const managers = (right: Exclude<Right, 'settings'>) => any(OWN, as('officer', right));
const SETTINGS = any(OWN, as('settings'));
const LESSEE = as('lessee');
const TENANTS = as('lessee', 'payer');

const CALLER = 'whoever calls';
const LOCATION = "the owner's location";
const UNIT = 'a unit there';
const RENTED = 'a lease there';

/** A row about the location; `more` are the parameters after owner and location. */
const at = (procedure: string, may: Who, ...more: unknown[]): Row => ({
  procedure,
  on: LOCATION,
  may,
  params: ({ people, location }) => [people.owner.akey, location, ...more],
});
/** A row about all that the owner has. */
const of = (procedure: string, may: Who, ...more: unknown[]): Row => ({
  procedure,
  on: 'the owner',
  may,
  params: ({ people }) => [people.owner.akey, ...more],
});

/** Everything that lease.* has to say to everybody. */
export const LEASE: readonly Row[] = [
  of('lease.stats', OWN_SEE),
  of('lease.regionStats', OWN_SEE, 'Kinda'),
  of('lease.locationNames', OWN_SEE),
  at('lease.locationStats', SEE),
  at('lease.locationDetails', SEE),
  at('lease.unitNamesAtLocation', SEE),
  at('lease.unitDetailsAtLocation', SEE),
  at('lease.unitDetailsByName', SEE, 'Shop #1'),
  at('lease.unitDetailsByNumber', SEE, 1),
  at('lease.history', SEE),
  at('lease.listAccess', SEE),
  at('lease.listManagers', SEE),
  { procedure: 'lease.logs', on: LOCATION, may: SEE, params: ({ people, location }) => [10, people.owner.akey, location] },
  {
    procedure: 'lease.managedLocations',
    on: CALLER,
    may: LOGIN,
    params: () => [],
    shows: {
      what: ({ people }) => people.owner.akey,
      to: as('officer', 'member', 'seeing', 'units', 'prices', 'access', 'leases', 'settings'),
    },
  },
  { procedure: 'lease.grantReadCapability', on: CALLER, may: WHOLE_LOGIN, params: ({ passerby }) => [passerby, 60] },
  { procedure: 'lease.grantManageCapability', on: CALLER, may: WHOLE_LOGIN, params: ({ passerby }) => [passerby, 60] },

  { procedure: 'lease.createLocation', on: 'the owner', may: OWN, params: ({ people, name }) => [people.owner.akey, name('Place')] },
  {
    procedure: 'lease.updateLocation',
    on: `${LOCATION}: its terms`,
    may: SETTINGS,
    params: ({ people, location }) => [people.owner.akey, location, { min_secs: 60 }],
  },
  {
    procedure: 'lease.updateLocation',
    on: `${LOCATION}: who manages it`,
    may: OWN,
    params: ({ people, location, crew }) => [people.owner.akey, location, { min_secs: 60, manager_group: crew }],
  },
  {
    procedure: 'lease.removeLocation',
    on: "a location of the owner's",
    may: OWN,
    async params({ people, by, name, crew }) {
      const place = name('Empty');
      await by('owner', 'lease.createLocation', '', place, { manager_group: crew });
      await by('owner', 'lease.setManager', '', place, people.settings.akey, [...RIGHTS]);
      return [people.owner.akey, place];
    },
  },
  {
    procedure: 'lease.setManager',
    on: LOCATION,
    may: OWN,
    params: ({ people, location, passerby }) => [people.owner.akey, location, passerby, ['see']],
  },
  {
    procedure: 'lease.setAccess',
    on: LOCATION,
    may: managers('access'),
    params: ({ people, location, passerby }) => [people.owner.akey, location, passerby, 'ban'],
  },

  {
    procedure: 'lease.createUnit',
    on: LOCATION,
    may: managers('units'),
    params: ({ people, location, name }) => [people.owner.akey, location, name('Shop'), 10],
  },
  {
    procedure: 'lease.announceUnit',
    on: LOCATION,
    may: managers('units'),
    params: ({ people, location, name }) => [people.owner.akey, location, name('Shop'), 'Auto-Lease', 'Kinda', 1, 2, 3, 10],
  },
  {
    procedure: 'lease.updateUnit',
    on: `${UNIT}: what it is`,
    may: managers('units'),
    params: async ({ unit }) => [...(await unit()), { model: 'Booth' }],
  },
  {
    procedure: 'lease.updateUnit',
    on: `${UNIT}: its price`,
    may: managers('prices'),
    params: async ({ unit }) => [...(await unit()), { rate: 20 }],
  },
  {
    procedure: 'lease.updateUnit',
    on: `${UNIT}: both`,
    may: any(OWN, as('officer')),
    params: async ({ unit }) => [...(await unit()), { model: 'Booth', rate: 20 }],
  },
  { procedure: 'lease.removeUnit', on: UNIT, may: managers('units'), params: async ({ unit }) => await unit() },

  at('lease.offers', LOGIN),
  at('lease.quote', LOGIN, 'Shop #1', 3_600),
  {
    procedure: 'lease.rent',
    on: UNIT,
    may: LOGIN,
    params: async ({ unit }) => [...(await unit()), 3_600],
    refused: [{ who: as('owner'), code: 'bank.same_account' }],
  },
  { procedure: 'lease.extend', on: RENTED, may: TENANTS, params: async ({ leased }) => [...(await leased()), 3_600] },
  { procedure: 'lease.extendFree', on: RENTED, may: TENANTS, params: async ({ leased }) => await leased() },
  { procedure: 'lease.setPayer', on: RENTED, may: LESSEE, params: async ({ leased, passerby }) => [...(await leased()), passerby] },
  {
    procedure: 'lease.transfer',
    on: RENTED,
    may: LESSEE,
    params: async ({ leased, people }) => [...(await leased()), people.recipient.akey],
  },
  {
    procedure: 'lease.refundPreview',
    on: RENTED,
    may: any(LESSEE, managers('leases')),
    params: ({ people, location, home }) => [people.owner.akey, location, home],
  },
  { procedure: 'lease.terminate', on: RENTED, may: any(LESSEE, managers('leases')), params: async ({ leased }) => await leased() },
  {
    procedure: 'lease.myLeases',
    on: CALLER,
    may: LOGIN,
    params: () => [],
    shows: { what: ({ home }) => `"${home}"`, to: TENANTS },
  },
];
