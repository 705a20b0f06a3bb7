import { beforeAll, describe, expect, it } from 'vitest';
import { inProcessServer } from '../testkit/server.ts';
import { direct, type Invoke, jsonRpc, TRANSPORTS, xmlRpc } from '../testkit/transports.ts';
import { COOL, logIn, must, SECRET2 } from './demo-world.ts';
import { type Answered, type Call, comesTo, comesToOtherwise, isRefused, type Refused, typesOnWire } from './documented.ts';

// The document's functions of groups, on the demo world's group and on two that have more to list.

const server = inProcessServer();
const AN_AVATAR = { name: 'An avatar', akey: 'ba7d14ff-a43e-4a04-982a-141e25290142', password: 'avatar' };

let cool: string;
let secret2: string;
let avatar: string;
let gkey: string;
let created: [string, string][];

beforeAll(async () => {
  const invoke = direct(server);
  [cool, secret2, avatar] = await Promise.all([logIn(invoke, COOL), logIn(invoke, SECRET2), logIn(invoke, AN_AVATAR)]);
  [[gkey]] = await must<[[string]]>(invoke, 'general.listGroupsCreated', [cool], COOL.akey, '');
  for (const name of ['Zoo Keepers', 'band', 'Actors']) await must(invoke, 'general.createGroup', [secret2], name);
  created = await must(invoke, 'general.listGroupsCreated', [secret2], SECRET2.akey, '');
});

const STAFF = [
  [COOL.akey, COOL.name, 60],
  [SECRET2.akey, SECRET2.name, 40],
];
const CSV = STAFF.flat().join(',');

const ANSWERED: readonly Answered[] = [
  ['groups', () => ['general.listGroupsCreated', [cool], COOL.akey, ''], () => [[gkey, 'Mall Staff']]],
  ['groups of a name', () => ['general.listGroupsCreated', [cool], 'IMSOCOOL mann', '', 'array', 0, -1], () => [[gkey, 'Mall Staff']]],
  ['groups in their order', () => ['general.listGroupsCreated', [secret2], SECRET2.akey], () => created],
  ['groups from 1', () => ['general.listGroupsCreated', [secret2], SECRET2.akey, '', 'array', 1], () => created.slice(1)],
  ['1 group from 1', () => ['general.listGroupsCreated', [secret2], SECRET2.akey, '', 'array', 1, 1], () => created.slice(1, 2)],
  ['no group', () => ['general.listGroupsCreated', [secret2], SECRET2.akey, '', 'array', 0, 0], () => []],
  ['groups beyond the end', () => ['general.listGroupsCreated', [secret2], SECRET2.akey, '', 'array', 3, 5], () => []],
  ['groups as CSV', () => ['general.listGroupsCreated', [secret2], SECRET2.akey, '', 'csv', 0, -1], () => created.flat().join(',')],
  ['no groups as CSV', () => ['general.listGroupsCreated', [avatar], AN_AVATAR.akey, '', 'csv', 0, -1], () => ''],
  [
    'the format last',
    () => ['general.listGroupsCreated', [secret2], SECRET2.akey, '', 1, 2, 'CSV'],
    () => created.slice(1).flat().join(','),
  ],
  ['the format in between', () => ['general.listGroupsCreated', [secret2], SECRET2.akey, '', 2, 'csv'], () => created[2]?.join(',')],

  ['a member by key', () => ['general.isGroupMember', [cool], COOL.akey, '', gkey, SECRET2.akey, ''], () => 1],
  ['a member by name', () => ['general.isGroupMember', [cool], COOL.name, '', 'mall STAFF', 'secret2 LINDEN', ''], () => 1],
  ['a member, no creator', () => ['general.isGroupMember', [cool], '', '', gkey, SECRET2.akey, ''], () => 1],
  ['a member, keys in capitals', () => ['general.isGroupMember', [cool], '', '', gkey.toUpperCase(), SECRET2.akey.toUpperCase()], () => 1],
  ['a member of a pair', () => ['general.isGroupMember', [cool], COOL.akey, '', [gkey, 'Mall Staff'], SECRET2.akey, ''], () => 1],
  ['no member', () => ['general.isGroupMember', [cool], COOL.akey, '', gkey, AN_AVATAR.name, ''], () => 0],
  ['nobody at all', () => ['general.isGroupMember', [cool], COOL.akey, '', gkey, 'Nobody At All', ''], () => 0],
  ["as the document's heading spells it", () => ['general.isGroupmember', [cool], COOL.akey, '', gkey, COOL.akey, ''], () => 1],

  ['members', () => ['general.listGroupMembers', [cool], COOL.akey, '', gkey], () => STAFF],
  ['members of a name', () => ['general_listGroupMembers', [cool], COOL.name, '', 'MALL staff', 'array', 0, -1], () => STAFF],
  ['members of a pair, by its key', () => ['general.listGroupMembers', [cool], '', '', [gkey, 'Renamed since'], 'array'], () => STAFF],
  ['members from 1', () => ['general.listGroupMembers', [cool], COOL.akey, '', gkey, 'array', 1], () => STAFF.slice(1)],
  ['1 member', () => ['general.listGroupMembers', [cool], COOL.akey, '', gkey, 'array', 0, 1], () => STAFF.slice(0, 1)],
  ['members beyond the end', () => ['general.listGroupMembers', [cool], COOL.akey, '', gkey, 'csv', 2, 9], () => ''],
  ['members as CSV', () => ['general.listGroupMembers', [cool], COOL.akey, '', gkey, 'csv', 0, -1], () => CSV],
  ['members, the format last', () => ['general.listGroupMembers', [cool], COOL.akey, '', gkey, 0, -1, 'csv'], () => CSV],
  [
    'members, as an officer',
    () => ['general.listGroupMembers', [secret2], '', '', created[0]?.[0]],
    () => [[SECRET2.akey, SECRET2.name, 100]],
  ],
];

const UNKNOWN_KEY = '00000000-0000-4000-8000-000000000000';
const REFUSED: readonly Refused[] = [
  ['a creator whom nobody knows', () => ['general.listGroupsCreated', [cool], 'Nobody At All', ''], 'general.unknown_avatar'],
  ['a realm that nobody knows', () => ['general.listGroupsCreated', [cool], COOL.akey, 'elsewhere'], 'general.unknown_realm'],
  ["the leases' format", () => ['general.listGroupsCreated', [cool], COOL.akey, '', 'compact'], 'invalid_params'],
  ['an offset below zero', () => ['general.listGroupsCreated', [cool], COOL.akey, '', 'csv', -1, 1], 'invalid_params'],
  ['a limit that is not whole', () => ['general.listGroupsCreated', [cool], COOL.akey, '', 'csv', 0, 1.5], 'invalid_params'],
  ['a group that is not there', () => ['general.listGroupMembers', [cool], COOL.akey, '', UNKNOWN_KEY], 'general.unknown_group'],
  ["a name among another creator's groups", () => ['general.isGroupMember', [cool], SECRET2.akey, '', 'Any', COOL.akey], 'auth.forbidden'],
  ["another creator's group, by key", () => ['general.isGroupMember', [cool], SECRET2.akey, '', gkey, COOL.akey], 'general.unknown_group'],
  ['the members of no group', () => ['general.listGroupMembers', [cool], COOL.akey, '', ''], 'general.unknown_group'],
  ['a member of another realm', () => ['general.isGroupMember', [cool], '', '', gkey, COOL.akey, 'elsewhere'], 'general.unknown_realm'],
  ['a member whom nobody knows', () => ['general.addToGroup', [cool], '', '', gkey, 'Nobody At All', '', -1, 0], 'general.unknown_avatar'],
  ['a percentage above 100', () => ['general.addToGroup', [cool], '', '', gkey, AN_AVATAR.akey, '', 101, 0], 'invalid_params'],
  ['a percentage that is none', () => ['general.addToGroup', [cool], '', '', gkey, AN_AVATAR.akey, '', 'half', 0], 'invalid_params'],
  ['an office that is none', () => ['general.addToGroup', [cool], '', '', gkey, AN_AVATAR.akey, '', 10, 'maybe'], 'invalid_params'],
  ['a group without an officer', () => ['general.addToGroup', [cool], '', '', gkey, COOL.akey, '', -1, 0], 'general.only_officer'],
  ['a number for a group', () => ['general.listGroupMembers', [cool], COOL.akey, '', 7], 'invalid_params'],
  ['too few parameters', () => ['general.isGroupMember', [cool], COOL.akey, '', gkey], 'invalid_params'],
  ['too many parameters', () => ['general.removeFromGroup', [cool], '', '', gkey, COOL.akey, '', 1], 'invalid_params'],
];

/** Each documented function, by the names of its parameters in the document; none of these calls changes anything. */
const DOCUMENTED = [
  [
    'general.listGroupsCreated',
    () => ({ groups_creator_key_or_name: COOL.akey, groups_creator_agent_realm: '', format: 'csv', offset: 0, limit: -1 }),
  ],
  ['general.isGroupMember', () => ({ ...ofGroup(), member_key_or_name: SECRET2.akey, member_agent_realm: '' })],
  ['general.listGroupMembers', () => ({ ...ofGroup(), format: 'array', offset: 0, limit: -1 })],
  [
    'general.addToGroup',
    () => ({
      ...ofGroup(),
      new_member_key_or_name: COOL.akey,
      new_member_agent_realm: '',
      new_member_percent: -1,
      new_member_as_officer: 1,
    }),
  ],
  ['general.removeFromGroup', () => ({ ...ofGroup(), member_key_or_name: AN_AVATAR.akey, member_agent_realm: '' })],
] as const satisfies readonly (readonly [string, () => object])[];
const ofGroup = () => ({ group_creator_key_or_name: COOL.akey, group_creator_agent_realm: '', group_key_or_name: gkey });

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

  it.each(DOCUMENTED)('%s: the creator, or a groups capability alone, in either place', async (name, named) => {
    const params = Object.values(named());
    const result = await must(invoke, name, [cool], ...params);
    const alone = await must<string>(invoke, 'general.grantGroupsCapability', [cool]);
    expect(await must(invoke, name, [alone], ...params)).toEqual(result);
    expect(await must(open(server, cool), name, [], ...params)).toEqual(result);
    expect(await must(open(server, alone), name, [], ...params)).toEqual(result);
  });

  it.each(DOCUMENTED)('%s: nobody else', async (name, named) => {
    const params = Object.values(named());
    await isRefused(invoke, [name, [], ...params], 'auth.capability_required');
    await isRefused(invoke, [name, ['V1ad4ab3b51453de416ed87371b80a8231270'], ...params], 'auth.capability_invalid');
    // A member, but no officer.
    await isRefused(invoke, [name, [secret2], ...params], 'auth.forbidden');
    const theirs = await must<string>(invoke, 'general.grantGroupsCapability', [secret2]);
    await isRefused(invoke, [name, [theirs], ...params], 'auth.forbidden');
  });

  it('adding, updating and removing', async () => {
    const caps = [secret2];
    const group = await must<string>(invoke, 'general.createGroup', caps, 'Changing');
    const add = (...rest: unknown[]) => must(invoke, 'general.addToGroup', caps, SECRET2.akey, '', group, ...rest);
    const remove = (...rest: unknown[]) => must(invoke, 'general.removeFromGroup', caps, 'Secret2 Linden', '', 'CHANGING', ...rest);
    const shares = async () =>
      (await must<[string, string, number][]>(invoke, 'general.listGroupMembers', caps, '', '', group)).map(([, , percent]) => percent);

    expect(await add(COOL.akey, '', -1, 0)).toBe('added');
    expect(await shares()).toEqual([50, 50]);
    expect(await add('an AVATAR', '', '50.000000', '0')).toBe('added');
    expect(await shares()).toEqual([33.333334, 33.333333, 33.333333]);
    expect(await add(AN_AVATAR.akey, '', 0.5)).toBe('updated');
    expect(await shares()).toEqual([49.627792, 49.627791, 0.744417]);
    expect(await add(AN_AVATAR.akey, '', '-1.000000', '1')).toBe('updated');
    expect(await shares()).toEqual([49.627792, 49.627791, 0.744417]);
    expect(await remove(SECRET2.akey, '')).toBe('ok');
    expect(await remove(SECRET2.akey)).toBe('notmember');
    expect(await remove('Nobody At All', '')).toBe('notmember');
    expect(await remove(AN_AVATAR.akey, '')).toBe('onlyofficer');
    expect(await remove(COOL.name, '')).toBe('ok');
    expect(await shares()).toEqual([100]);
    // Whom an officer's own login lets do the same.
    expect(await must(invoke, 'general.addToGroup', [avatar], '', '', group, SECRET2.name, '', 25, true)).toBe('added');
    expect(await shares()).toEqual([80, 20]);
    await must(invoke, 'general.dissolveGroup', caps, '', '', group);
  });

  it('the PHP example lists, adds, looks, lists and takes out again', async () => {
    const caps = [cool];
    const groups = await must<[string, string][]>(invoke, 'general_listGroupsCreated', caps, COOL.akey, '');
    expect(groups).toEqual([[gkey, 'Mall Staff']]);
    expect(await must(invoke, 'general_addToGroup', caps, COOL.akey, '', groups[0], 'An avatar', '', -1)).toBe('added');
    expect(await must(invoke, 'general_isGroupMember', caps, COOL.akey, '', groups[0], 'An avatar', '')).toBe(1);
    const members = await must<unknown[][]>(invoke, 'general_listGroupMembers', caps, COOL.akey, '', groups[0]);
    expect(members.map(([, name, percent]) => `${name} ${percent}%`)).toEqual([
      'ImSoCool Mann 40%',
      'Secret2 Linden 26.666667%',
      'An avatar 33.333333%',
    ]);
    expect(await must(invoke, 'general_removeFromGroup', caps, COOL.akey, '', groups[0], 'An avatar', '')).toBe('ok');
    expect(await must(invoke, 'general_listGroupMembers', caps, COOL.akey, '', groups[0])).toEqual(STAFF);
  });

  it('the in-world example reads both lists as CSV with a groups capability alone', async () => {
    const caps = [await must<string>(invoke, 'general.grantGroupsCapability', [cool])];
    const csv = await must<string>(invoke, 'general.listGroupsCreated', caps, COOL.akey, '', 'csv', '0', '-1');
    expect(csv).toBe(`${gkey},Mall Staff`);
    const name = csv.split(',')[1];
    expect(await must(invoke, 'general.listGroupMembers', caps, COOL.akey, '', name, 'csv', '0', '-1')).toBe(CSV);
  });
});

it.each(DOCUMENTED)('%s has the names of the document over JSON-RPC', async (name, named) => {
  const [invoke, withHeader] = [jsonRpc(`${server.url}/jsonrpc`), jsonRpc(`${server.url}/jsonrpc`, cool)];
  const result = await must(invoke as Invoke, name, [cool], ...Object.values(named()));
  expect(await invoke(name, { capabilities: [cool], ...named() })).toEqual({ result });
  expect(await withHeader(name, named())).toEqual({ result });
});

it.each<readonly [string, () => Call, readonly string[]]>([
  ['pairs', () => ['general.listGroupsCreated', [cool], COOL.akey, ''], ['array', 'array', 'string', 'string']],
  ['a CSV', () => ['general.listGroupsCreated', [cool], COOL.akey, '', 'csv'], ['string']],
  [
    'triples',
    () => ['general.listGroupMembers', [cool], '', '', gkey],
    ['array', ...Array(2).fill(['array', 'string', 'string', 'double']).flat()],
  ],
  ['a CSV of members', () => ['general.listGroupMembers', [cool], '', '', gkey, 'csv'], ['string']],
  ['yes', () => ['general.isGroupMember', [cool], '', '', gkey, COOL.akey], ['int']],
  ['a word', () => ['general.addToGroup', [cool], '', '', gkey, COOL.akey], ['string']],
])('on the wire: %s', async (_what, call, types) => {
  expect(await typesOnWire(`${server.url}/xmlrpc`, call())).toEqual(types);
});
