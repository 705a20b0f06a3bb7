import { setTimeout as sleep } from 'node:timers/promises';
import { Typed, t } from '@scrip/rpc';
import { beforeAll, describe, expect, it } from 'vitest';
import { inProcessServer } from '../testkit/server.ts';
import { direct, type Invoke, jsonRpc, TRANSPORTS, xmlRpc } from '../testkit/transports.ts';
import { COOL, logIn, must, SECRET2 } from './demo-world.ts';
import { type Answered, comesTo, comesToOtherwise, isRefused, type Refused, typesOnWire } from './documented.ts';

// The document's functions of leases, on the demo world's shops and on a market with a longer history.

const server = inProcessServer();
const WEEK_s = 604_800;
const CHAD = { name: 'Chad', password: 'My password goes here', akey: '' };

let cool: string;
let secret2: string;
let chad: string;

const SHOPS = Array.from({ length: 10 }, (_, index) => `Shop #${index + 1}`);
/** More events than one answer of lease.logs holds. */
const STALLS = Array.from({ length: 104 }, (_, index) => `Stall ${String.fromCharCode(97 + (index % 3))}#${index + 1}`);
const BY_NAME = STALLS.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));

/** Names with whatever separators and letters they can have. */
const CAFE = 'Café | Straße';
const ODD = ['Ünit|& <7> #007 b', 'Mödel;"1"', 'Ré gion/1/2/3', 0, '', '', 1_680, 0] as const;

/** Time passes while the tests run. */
const secsNear = (secs: number) => expect.toSatisfy((value) => Number.isInteger(value) && value <= secs && value > secs - 600);
const time = expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/);

function shop(number: number): unknown[] {
  const leases: Record<number, [number, string, string, unknown]> = {
    1: [1, SECRET2.akey, SECRET2.name, secsNear(52 * WEEK_s)],
    2: [1, CHAD.akey, CHAD.name, secsNear(52 * WEEK_s)],
    3: [1, CHAD.akey, CHAD.name, secsNear(-1)],
  };
  const [leased, akey, name, secs] = leases[number] ?? [0, '', '', 0];
  return [`Shop #${number}`, 'Corner shop', `Kinda/${20 * number}/128/22`, leased, akey, name, 10, secs];
}
const shops = SHOPS.map((_, index) => () => shop(index + 1));
const details = (from = 0, to = 10) => shops.slice(from, to).map((row) => row());
/** One text, in which the seconds of the leased ones are any number. */
function compact(numbers: readonly number[]) {
  const fields = numbers.flatMap((number) => shop(number).map((field) => (typeof field === 'object' ? '-?\\d+' : String(field))));
  return expect.stringMatching(new RegExp(`^${fields.join(',')}$`));
}

beforeAll(async () => {
  const invoke = direct(server);
  CHAD.akey = await must(invoke, 'general.getAvatarKey', CHAD.name);
  [cool, secret2, chad] = await Promise.all([logIn(invoke, COOL), logIn(invoke, SECRET2), logIn(invoke, CHAD)]);
  const settings = { min_secs: 1, overdue_secs: 0, refund_percent: 100 };
  for (const name of ['Market', 'Hut']) await must(invoke, 'lease.createLocation', [secret2], '', name, settings);
  for (const name of STALLS) await must(invoke, 'lease.createUnit', [secret2], '', 'Market', name, 7, 'day');
  await must(invoke, 'lease.createUnit', [secret2], '', 'Hut', 'Hut', 1, 'hour');
  await must(invoke, 'lease.createLocation', [secret2], '', ' Café |  Straße ');
  await must(
    invoke,
    'lease.createUnit',
    [secret2],
    '',
    'Café | Straße',
    'Ünit|& <7> #007 b',
    '10',
    'hour',
    'Mödel;"1"',
    'Ré gion',
    '1.9',
    2.5,
    3,
  );
  await must(invoke, 'lease.rent', [chad], SECRET2.akey, 'Hut', 'Hut', 1, 'working', 1_000);
  const stall = [SECRET2.akey, 'Market', 'Stall a#1'] as const;
  await must(invoke, 'lease.rent', [chad], ...stall, 86_400, 'working', 1_000);
  await must(invoke, 'lease.extend', [chad], ...stall, 2 * 86_400, 'working', 1_000);
  await must(invoke, 'lease.terminate', [chad], ...stall);
});

const EVENTS = () => {
  const line = (type: string, agent: readonly [string, string], amount: number, secs: unknown) => [
    ...[time, type, SECRET2.akey, 'Stall a#1', 'Market', ...agent],
    ...[amount, secs],
  ];
  const tenant = [CHAD.akey, CHAD.name] as const;
  const created = (name: string) => [time, 'unit', SECRET2.akey, name, 'Market', '', '', 0, 0];
  return [
    line('terminated', tenant, 20, secsNear(3 * 86_400)),
    line('extend', tenant, 14, 2 * 86_400),
    line('new', tenant, 7, 86_400),
    ...STALLS.toReversed().map(created),
  ];
};
const NUMBERS = [10, 3, 7, 1];

const ANSWERED: readonly Answered[] = [
  ['stats', () => ['lease.stats', [cool], COOL.akey], () => NUMBERS],
  ['stats, by name', () => ['lease.stats', [cool], 'imsocool MANN'], () => NUMBERS],
  ['stats of who has no locations', () => ['lease.stats', [chad], CHAD.akey], () => [0, 0, 0, 0]],
  ['locationStats', () => ['lease.locationStats', [cool], COOL.akey, 'Shops'], () => NUMBERS],
  ['locationStats, by names', () => ['lease.locationStats', [cool], COOL.name, 'sHOPs'], () => NUMBERS],
  ['regionStats', () => ['lease.regionStats', [cool], COOL.akey, 'Kinda'], () => NUMBERS],
  ['regionStats, in another case', () => ['lease.regionStats', [cool], COOL.akey.toUpperCase(), 'KINDA'], () => NUMBERS],
  ['regionStats of a region without units', () => ['lease.regionStats', [cool], COOL.akey, 'Nova'], () => [0, 0, 0, 0]],
  ['locationNames', () => ['lease.locationNames', [cool], COOL.akey], () => ['Shops']],
  ['locationNames, by name', () => ['lease.locationNames', [secret2], SECRET2.name], () => [CAFE, 'Hut', 'Market']],

  ['unit names', () => ['lease.unitNamesAtLocation', [cool], COOL.akey, 'Shops'], () => SHOPS],
  ['unit names from 8', () => ['lease.unitNamesAtLocation', [cool], COOL.akey, 'shops', 8], () => SHOPS.slice(8)],
  ['3 unit names from 2', () => ['lease.unitNamesAtLocation', [cool], COOL.name, 'Shops', 2, 3], () => SHOPS.slice(2, 5)],
  ['unit names, everything said', () => ['lease.unitNamesAtLocation', [cool], COOL.akey, 'Shops', 0, -1, 'std'], () => SHOPS],
  ['no unit names', () => ['lease.unitNamesAtLocation', [cool], COOL.akey, 'Shops', 0, 0], () => []],
  ['unit names beyond the end', () => ['lease.unitNamesAtLocation', [cool], COOL.akey, 'Shops', 10, 5], () => []],
  ['compact unit names', () => ['lease.unitNamesAtLocation', [cool], COOL.akey, 'Shops', 0, -1, 'compact'], () => SHOPS.join(',')],
  ['compact beyond the end', () => ['lease.unitNamesAtLocation', [cool], COOL.akey, 'Shops', 10, -1, 'compact'], () => ''],
  ['the format first', () => ['lease.unitNamesAtLocation', [cool], COOL.akey, 'Shops', 'Compact', 8, -1], () => 'Shop #9,Shop #10'],
  ['the format for the offset', () => ['lease.unitNamesAtLocation', [cool], COOL.akey, 'Shops', 'compact'], () => SHOPS.join(',')],
  ['the format for the limit', () => ['lease.unitNamesAtLocation', [cool], COOL.akey, 'Shops', 9, 'compact'], () => 'Shop #10'],
  ['names by letters, then numbers', () => ['lease.unitNamesAtLocation', [secret2], SECRET2.akey, 'Market'], () => BY_NAME],

  ['details', () => ['lease.unitDetailsAtLocation', [cool], COOL.akey, 'Shops'], () => details()],
  ['details, everything said', () => ['lease.unitDetailsAtLocation', [cool], COOL.name, 'SHOPS', 0, -1, 'std'], () => details()],
  ['details from 7', () => ['lease.unitDetailsAtLocation', [cool], COOL.akey, 'Shops', 7], () => details(7)],
  ['details of 2 from 1', () => ['lease.unitDetailsAtLocation', [cool], COOL.akey, 'Shops', 1, 2], () => details(1, 3)],
  ['compact details', () => ['lease.unitDetailsAtLocation', [cool], COOL.akey, 'Shops', 1, 3, 'compact'], () => compact([2, 3, 4])],
  [
    'compact details, format first',
    () => ['lease.unitDetailsAtLocation', [cool], COOL.akey, 'Shops', 'compact', 8],
    () => compact([9, 10]),
  ],
  ['compact details of none', () => ['lease.unitDetailsAtLocation', [cool], COOL.akey, 'Shops', 10, -1, 'compact'], () => ''],

  ['a unit by name', () => ['lease.unitDetailsByName', [cool], COOL.akey, 'Shops', 'Shop #1'], () => shop(1)],
  ['an overdue unit by name', () => ['lease.unitDetailsByName', [cool], COOL.name, 'shops', 'SHOP #3', 'std'], () => shop(3)],
  ['a vacant unit by name', () => ['lease.unitDetailsByName', [cool], COOL.akey, 'Shops', 'Shop #4'], () => shop(4)],
  [
    'a vacant unit by name, compact',
    () => ['lease.unitDetailsByName', [cool], COOL.akey, 'Shops', 'Shop #4', 'compact'],
    () => 'Shop #4,Corner shop,Kinda/80/128/22,0,,,10,0',
  ],
  [
    'a leased unit by name, compact',
    () => ['lease.unitDetailsByName', [cool], COOL.akey, 'Shops', 'Shop #3', 'compact'],
    () => compact([3]),
  ],
  ['a unit by number', () => ['lease.unitDetailsByNumber', [cool], COOL.akey, 'Shops', 10], () => shop(10)],
  ['a unit by number, std', () => ['lease.unitDetailsByNumber', [cool], COOL.name, 'shops', 2, 'std'], () => shop(2)],
  ['a unit by number, compact', () => ['lease.unitDetailsByNumber', [cool], COOL.akey, 'Shops', 2, 'compact'], () => compact([2])],
  [
    "a day's rent as a week's",
    () => ['lease.unitDetailsByNumber', [secret2], SECRET2.akey, 'Market', 17],
    () => ['Stall b#17', '', '', 0, '', '', 49, 0],
  ],

  ['names of any letters', () => ['lease.unitNamesAtLocation', [secret2], '', 'CAFÉ | STRAßE', 0, -1, 'compact'], () => ODD[0]],
  ['details of any letters', () => ['lease.unitDetailsAtLocation', [secret2], '', CAFE], () => [[...ODD]]],
  ['the same, compact', () => ['lease.unitDetailsAtLocation', [secret2], '', CAFE, '0', '-1', 'COMPACT'], () => ODD.join(',')],
  ['by a name of any letters', () => ['lease.unitDetailsByName', [secret2], '', CAFE, ' üNIT|&  <7> #007 B', ''], () => [...ODD]],
  ['by a number with zeros', () => ['lease.unitDetailsByNumber', [secret2], '', CAFE, '007', 'compact'], () => ODD.join(',')],
  ['a region of any letters', () => ['lease.regionStats', [secret2], '', 'RÉ GION'], () => [1, 0, 1, 0]],
  ['a page far beyond the end', () => ['lease.unitNamesAtLocation', [cool], '', 'Shops', 2 ** 31 - 1, 2 ** 31 - 1], () => []],
  ['a page larger than the list', () => ['lease.unitNamesAtLocation', [cool], '', 'Shops', 0, 2 ** 31 - 1], () => SHOPS],
  [
    'log entries of any letters, between no times',
    () => ['lease.logs', [secret2], '1', '', CAFE, '', ''],
    () => [[time, 'unit', SECRET2.akey, ODD[0], CAFE, '', '', 0, 0]],
  ],

  ['no more than 100 log entries', () => ['lease.logs', [secret2], 1_000, SECRET2.akey, 'Market'], () => EVENTS().slice(0, 100)],
  ['log entries, newest first', () => ['lease.logs', [secret2], 3, SECRET2.name, 'MARKET'], () => EVENTS().slice(0, 3)],
  ['no log entries', () => ['lease.logs', [secret2], 0, SECRET2.akey, 'Market'], () => []],
  [
    'log entries from a time',
    () => ['lease.logs', [secret2], 2, SECRET2.akey, 'Market', '2006-10-23 03:08:00Z'],
    () => EVENTS().slice(0, 2),
  ],
  [
    'log entries between two times',
    () => ['lease.logs', [secret2], 2, SECRET2.akey, 'Market', '2006-10-23 03:08:00Z', '2006-10-23 03:08:01Z'],
    () => [],
  ],
];

const REFUSED: readonly Refused[] = [
  ['an owner whom nobody knows', () => ['lease.stats', [cool], 'Nobody At All'], 'general.unknown_avatar'],
  ['a location that is not there', () => ['lease.locationStats', [cool], COOL.akey, 'Shop'], 'lease.unknown_location'],
  ['names at no location', () => ['lease.unitNamesAtLocation', [cool], COOL.akey, ''], 'lease.unknown_location'],
  ['details at no location', () => ['lease.unitDetailsAtLocation', [cool], COOL.akey, 'x'.repeat(200)], 'lease.unknown_location'],
  ['logs of no location', () => ['lease.logs', [cool], 10, COOL.akey, 'Market'], 'lease.unknown_location'],
  ['a unit that is not there', () => ['lease.unitDetailsByName', [cool], COOL.akey, 'Shops', 'Shop #11'], 'lease.unknown_unit'],
  ['a number that no unit has', () => ['lease.unitDetailsByNumber', [cool], COOL.akey, 'Shops', 0], 'lease.unknown_unit'],
  ['a number that is none', () => ['lease.unitDetailsByNumber', [cool], COOL.akey, 'Shops', 'one'], 'invalid_params'],
  ['a number that is not whole', () => ['lease.unitDetailsByNumber', [cool], COOL.akey, 'Shops', 1.5], 'invalid_params'],
  ['an offset below zero', () => ['lease.unitNamesAtLocation', [cool], COOL.akey, 'Shops', -1, 5], 'invalid_params'],
  ['a limit below -1', () => ['lease.unitDetailsAtLocation', [cool], COOL.akey, 'Shops', 0, -2], 'invalid_params'],
  ["the groups' format", () => ['lease.unitNamesAtLocation', [cool], COOL.akey, 'Shops', 0, -1, 'csv'], 'invalid_params'],
  ['a format that is none', () => ['lease.unitDetailsByName', [cool], COOL.akey, 'Shops', 'Shop #1', 'json'], 'invalid_params'],
  ['a count below zero', () => ['lease.logs', [cool], -1, COOL.akey, 'Shops'], 'invalid_params'],
  ['a time that is none', () => ['lease.logs', [cool], 1, COOL.akey, 'Shops', 'yesterday'], 'invalid_params'],
  ['an array for the owner', () => ['lease.stats', [cool], [COOL.akey]], 'invalid_params'],
  ['a text for the capabilities', () => ['lease.stats', cool, COOL.akey], 'invalid_params'],
  ['too few parameters', () => ['lease.locationStats', [cool], COOL.akey], 'invalid_params'],
  ['too many parameters', () => ['lease.stats', [cool], COOL.akey, 'Shops'], 'invalid_params'],
];

/** Each documented function, as the owner of the shops may call it. */
const DOCUMENTED: readonly (readonly [name: string, named: Record<string, unknown>])[] = [
  ['lease.stats', {}],
  ['lease.locationStats', { location_name: 'Shops' }],
  ['lease.regionStats', { region: 'Kinda' }],
  ['lease.locationNames', {}],
  ['lease.unitNamesAtLocation', { location_name: 'Shops', offset: 0, limit: 2, format: 'compact' }],
  ['lease.unitDetailsAtLocation', { location_name: 'Shops', offset: 3, limit: 1, format: 'std' }],
  ['lease.unitDetailsByName', { location_name: 'Shops', unit_name: 'Shop #4', format: 'std' }],
  ['lease.unitDetailsByNumber', { location_name: 'Shops', unit_number: 4, format: 'compact' }],
  ['lease.logs', { location_name: 'Shops' }],
];
const positional = (name: string, named: Record<string, unknown>) => [
  ...(name === 'lease.logs' ? [5] : []),
  COOL.akey,
  ...Object.values(named),
];

it.each(ANSWERED)('%s, as PHP and scripts in-world ask for it', (_what, call, result) =>
  comesToOtherwise(xmlRpc(`${server.url}/api.php`), call(), result()),
);

describe.each(TRANSPORTS)('over %s', (_name, open) => {
  let invoke: Invoke;
  beforeAll(() => {
    invoke = open(server);
  });

  it.each(ANSWERED)('%s', (_what, call, result) => comesTo(invoke, call(), result()));
  it.each(REFUSED)('refuses %s', (_what, call, code) => isRefused(invoke, call(), code));

  it.each(DOCUMENTED)('%s takes its capability from the Authorization header too', async (name, named) => {
    const params = positional(name, named);
    const result = await must(invoke, name, [cool], ...params);
    const withHeader = open(server, cool);
    expect(await must(withHeader, name, [], ...params)).toEqual(result);
    expect(await must(withHeader, name, ...params)).toEqual(result);
    await isRefused(open(server, chad), [name, [], ...params], 'auth.forbidden');
  });

  it.each(DOCUMENTED)('%s is not for everybody, wherever it looks', async (name, named) => {
    const elsewhere = 'location_name' in named ? { ...named, location_name: 'Nowhere' } : named;
    for (const params of [positional(name, named), positional(name, elsewhere)]) {
      await isRefused(invoke, [name, [], ...params], 'auth.capability_required');
      await isRefused(invoke, [name, [''], ...params], 'auth.capability_required');
      await isRefused(invoke, [name, ['V1ad4ab3b51453de416ed87371b80a8231270'], ...params], 'auth.capability_invalid');
      await isRefused(invoke, [name, [secret2], ...params], 'auth.forbidden');
    }
  });

  it.each(DOCUMENTED)('%s: a lease capability, beside the login of whom it was given to', async (name, named) => {
    const params = positional(name, named);
    const grant = await must<string>(invoke, 'lease.grantReadCapability', [cool], SECRET2.akey, 60);
    expect(await must(invoke, name, [secret2, grant], ...params)).toEqual(await must(invoke, name, [cool], ...params));
    await isRefused(invoke, [name, [grant], ...params], 'auth.capability_required');
    await isRefused(invoke, [name, [chad, grant], ...params], 'auth.forbidden');
  });
});

describe('over JSON-RPC by name', () => {
  it.each(DOCUMENTED)('%s has the names of the document', async (name, named) => {
    const [invoke, withHeader] = [jsonRpc(`${server.url}/jsonrpc`), jsonRpc(`${server.url}/jsonrpc`, cool)];
    const all = { ...(name === 'lease.logs' && { count_limit: 5 }), owner_akey: COOL.akey, ...named };
    const result = await must(invoke as Invoke, name, [cool], ...positional(name, named));
    expect(await invoke(name, { capabilities: [cool], ...all })).toEqual({ result });
    expect(await withHeader(name, all)).toEqual({ result });
  });
});

describe('on the wire', () => {
  const INTS = ['array', 'int', 'int', 'int', 'int'];
  const UNIT = ['array', 'string', 'string', 'string', 'int', 'string', 'string', 'int', 'int'];
  const ENTRY = ['array', ...Array<string>(7).fill('string'), 'int', 'int'];
  it.each<readonly [string, readonly unknown[], readonly string[]]>([
    ['lease.stats', [], INTS],
    ['lease.locationStats', ['Shops'], INTS],
    ['lease.regionStats', ['Kinda'], INTS],
    ['lease.locationNames', [], ['array', 'string']],
    ['lease.unitNamesAtLocation', ['Shops', 0, 2], ['array', 'string', 'string']],
    ['lease.unitNamesAtLocation', ['Shops', 0, 2, 'compact'], ['string']],
    ['lease.unitDetailsAtLocation', ['Shops', 2, 2], ['array', ...UNIT, ...UNIT]],
    ['lease.unitDetailsAtLocation', ['Shops', 10], ['array']],
    ['lease.unitDetailsAtLocation', ['Shops', 2, 2, 'compact'], ['string']],
    ['lease.unitDetailsByName', ['Shops', 'Shop #3'], UNIT],
    ['lease.unitDetailsByNumber', ['Shops', 4], UNIT],
    // PHP has doubles where whole numbers are meant.
    ['lease.unitDetailsByNumber', ['Shops', new Typed(t.double(), 4)], UNIT],
    ['lease.unitDetailsByNumber', ['Shops', 4, 'compact'], ['string']],
  ])('%s %j', async (name, params, types) => {
    expect(await typesOnWire(`${server.url}/xmlrpc`, [name, [cool], COOL.akey, ...params])).toEqual(types);
  });

  it('lease.logs', async () => {
    expect(await typesOnWire(`${server.url}/xmlrpc`, ['lease.logs', [cool], 2, COOL.akey, 'Shops'])).toEqual(['array', ...ENTRY, ...ENTRY]);
  });
});

describe('what the demo world leaves out', () => {
  const invoke: Invoke = (...call) => direct(server)(...call);

  it("members of the location's management group look as its owner does, and at nothing else", async () => {
    const settings = (manager_group: string) => must(invoke, 'lease.updateLocation', [cool], '', 'Shops', { manager_group });
    await settings('Mall Staff');
    for (const [name, named] of DOCUMENTED) {
      const call = [name, [secret2], ...positional(name, named)] as const;
      if ('location_name' in named) await must(invoke, ...call);
      else await isRefused(invoke, call, 'auth.forbidden');
    }
    await settings('');
    await isRefused(invoke, ['lease.locationStats', [secret2], COOL.akey, 'Shops'], 'auth.forbidden');
  });

  it('the shops were rented as their owner reads it', async () => {
    const entries = await must<unknown[][]>(invoke, 'lease.logs', [cool], 100, COOL.akey, 'Shops');
    const rented = entries.filter(([, type]) => type === 'new').map((entry) => entry.slice(3));
    expect(rented).toEqual([
      ['Shop #2', 'Shops', CHAD.akey, CHAD.name, 494, 52 * WEEK_s],
      ['Shop #1', 'Shops', SECRET2.akey, SECRET2.name, 494, 52 * WEEK_s],
      ['Shop #3', 'Shops', CHAD.akey, CHAD.name, 1, 1],
    ]);
  });

  it('a lease that nobody extends expires', { timeout: 30_000 }, async () => {
    const newest = async () => (await must<unknown[][]>(invoke, 'lease.logs', [secret2], 1, SECRET2.akey, 'Hut'))[0];
    while ((await newest())?.[1] !== 'expire') await sleep(100);
    expect(await newest()).toEqual([time, 'expire', SECRET2.akey, 'Hut', 'Hut', CHAD.akey, CHAD.name, 0, 0]);
    expect(await must(invoke, 'lease.locationStats', [secret2], SECRET2.akey, 'Hut')).toEqual([1, 0, 1, 0]);
  });
});
