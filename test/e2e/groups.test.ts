import { beforeAll, describe, expect, it } from 'vitest';
import { inProcessServer } from '../testkit/server.ts';
import { direct, type Invoke, TRANSPORTS } from '../testkit/transports.ts';
import { COOL, logIn, must, SECRET2 } from './demo-world.ts';

// The demo world's group, by the calls of the document's two examples.

const server = inProcessServer();
let login: string;
let gkey: string;

beforeAll(async () => {
  const invoke = direct(server);
  login = await logIn(invoke, COOL);
  [[gkey]] = await must<[[string]]>(invoke, 'general.listGroupsCreated', [login], COOL.akey, '');
});

const STAFF = [
  [COOL.akey, COOL.name, 60],
  [SECRET2.akey, SECRET2.name, 40],
];

describe.each(TRANSPORTS)('over %s', (_name, open) => {
  let invoke: Invoke;
  beforeAll(() => {
    invoke = open(server);
  });

  it('the PHP example lists, adds, looks, lists and takes out again', async () => {
    const caps = [login];
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
    const caps = [await must<string>(invoke, 'general.grantGroupsCapability', [login])];
    const csv = await must<string>(invoke, 'general.listGroupsCreated', caps, COOL.akey, '', 'csv', '0', '-1');
    expect(csv).toBe(`${gkey},Mall Staff`);
    const name = csv.split(',')[1];
    expect(await must(invoke, 'general.listGroupMembers', caps, COOL.akey, '', name, 'csv', '0', '-1')).toBe(STAFF.flat().join(','));
  });
});
