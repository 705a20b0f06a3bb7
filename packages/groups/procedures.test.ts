import { newId, type Uuid } from '@scrip/kernel';
import { toJson } from '@scrip/rpc';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { testCall } from '../../test/testkit/call.ts';
import { faultOf } from '../../test/testkit/faults.ts';
import { testWorld, type World } from '../../test/testkit/world.ts';

interface Person {
  readonly name: string;
  readonly akey: Uuid;
  readonly login: string;
}

let world: World;
/** Created the group, is an officer of it, is a member of it, has nothing to do with it. */
let ann: Person;
let bob: Person;
let cyd: Person;
let dan: Person;
let gkey: Uuid;

const TITLE = 'Mall Staff';

async function person(name: string): Promise<Person> {
  return { name, ...(await world.person(name)) };
}

/** A result as clients see it, in JSON's values. */
async function call(method: string, ...params: unknown[]): Promise<unknown> {
  return toJson(await world.rpc.invoke(testCall(), method, params));
}
const members = () => call('general.listGroupMembers', [ann.login], '', '', gkey) as Promise<[Uuid, string, number][]>;

beforeAll(async () => {
  world = await testWorld();
  ann = await person('Ann Able');
  bob = await person('Bob Best');
  cyd = await person('Cyd Cole');
  dan = await person('Dan Dole');
  gkey = (await call('general.createGroup', [ann.login], TITLE)) as string;
  await call('general.addToGroup', [ann.login], '', '', gkey, bob.akey, '', 25, 1);
  await call('general.addToGroup', [ann.login], '', '', gkey, cyd.akey, '', 25);
});
afterEach(() => world.check());
afterAll(() => world.close());

describe('general.listGroupsCreated', () => {
  let creator: Person;
  let pairs: string[][];

  beforeAll(async () => {
    creator = await person('Eve Ends');
    pairs = [];
    for (const name of ['Alpha', 'beta', 'Gamma']) pairs.push([(await call('general.createGroup', [creator.login], name)) as string, name]);
  });
  const list = (...rest: unknown[]) => call('general.listGroupsCreated', [creator.login], creator.akey, '', ...rest);

  it('lists pairs of key and name, or the same as a CSV', async () => {
    expect(await call('general.listGroupsCreated', [creator.login], creator.akey)).toEqual(pairs);
    expect(await list('array')).toEqual(pairs);
    expect(await list('csv', 0, -1)).toBe(pairs.flat().join(','));
    expect(await call('general.listGroupsCreated', [creator.login], '')).toEqual(pairs);
    expect(await call('general.listGroupsCreated', [creator.login], 'eve ends', '', 'csv')).toBe(pairs.flat().join(','));
  });

  it('takes offset and limit, as numbers or texts, and the format among them', async () => {
    expect(await list('array', 1)).toEqual(pairs.slice(1));
    expect(await list('array', '1', '1')).toEqual(pairs.slice(1, 2));
    expect(await list(0, 2, 'csv')).toBe(pairs.slice(0, 2).flat().join(','));
    expect(await list(2, 'csv')).toBe(pairs[2]?.join(','));
    expect([await list('array', 0, 0), await list('csv', 3)]).toEqual([[], '']);
    expect(await faultOf(list('xml'))).toMatch(/^invalid_params: format is "xml"/);
    expect(await faultOf(list('csv', -1, 2))).toMatch(/^invalid_params: offset is -1/);
    expect(await faultOf(list(0, 5))).toMatch(/^invalid_params: no format/);
  });

  it('is for the creator and whom the creator gave a groups capability', async () => {
    const groupsCapability = await call('general.grantGroupsCapability', [creator.login]);
    expect(await call('general.listGroupsCreated', [groupsCapability], creator.akey)).toEqual(pairs);
    expect(await call('general.listGroupsCreated', [groupsCapability], '')).toEqual(pairs);
    expect(await faultOf(call('general.listGroupsCreated', [groupsCapability], ann.akey))).toMatch(/^auth\.forbidden/);
    expect(await faultOf(call('general.listGroupsCreated', [ann.login], creator.akey))).toMatch(/^auth\.forbidden/);
    expect(await faultOf(call('general.listGroupsCreated', [], creator.akey))).toMatch(/^auth\.capability_required/);
    expect(await faultOf(call('general.listGroupsCreated', [ann.login], 'Nobody At All'))).toMatch(/^general\.unknown_avatar/);
    expect(await faultOf(call('general.listGroupsCreated', [ann.login], ann.akey, 'elsewhere'))).toMatch(/^general\.unknown_realm/);
    expect(await faultOf(call('general.listGroupsCreated', [ann.login], '', 'elsewhere'))).toMatch(/^general\.unknown_realm/);
  });
});

describe('a group is named by', () => {
  it.each([
    ['its key', () => ['', '', gkey]],
    ['its key in capitals, and its creator', () => [ann.akey, '', gkey.toUpperCase()]],
    ['its name and the key of its creator', () => [ann.akey, '', TITLE]],
    ['its name in another case and the name of its creator', () => ['ANN able', '', 'mall STAFF']],
    ['its name, where the caller created it', () => ['', '', TITLE]],
    ['the pair of key and name that the list gave', () => [ann.akey, '', [gkey, TITLE]]],
    ['its key with spaces around it, as a name may have them', () => ['', '', ` ${gkey} `]],
  ])('%s', async (_how, naming) => {
    expect(await call('general.isGroupMember', [ann.login], ...naming(), bob.akey, '')).toBe(1);
  });

  it.each([
    ['a key that no group has', () => ['', '', newId()], 'general.unknown_group'],
    ['a name that no group of the creator has', () => [ann.akey, '', 'Other'], 'general.unknown_group'],
    ['its key and another creator', () => [bob.akey, '', gkey], 'general.unknown_group'],
    ['a creator whom nobody knows', () => ['Nobody At All', '', TITLE], 'general.unknown_avatar'],
    ['a realm that nobody knows', () => [ann.akey, 'elsewhere', TITLE], 'general.unknown_realm'],
    ['a list', () => [ann.akey, '', [gkey]], 'invalid_params'],
  ])('not by %s', async (_how, naming, code) => {
    expect(await faultOf(call('general.isGroupMember', [ann.login], ...naming(), bob.akey, ''))).toMatch(new RegExp(`^${code}: `));
  });
});

it('what a creator calls groups is told to nobody else, whether there is one of that name or not', async () => {
  const attempt = (caps: unknown[], name: string) => faultOf(call('general.listGroupMembers', caps, ann.akey, '', name));
  const dans = await call('general.grantGroupsCapability', [dan.login]);
  for (const caps of [[dan.login], [cyd.login], [dans]]) {
    const answer = await attempt(caps, TITLE);
    expect(answer).toMatch(/^auth\.forbidden: /);
    expect(await attempt(caps, 'Other')).toBe(answer);
  }
  // The officer finds it by its name, and nothing else.
  expect(await attempt([bob.login], TITLE)).toMatch(/^no fault/);
  expect(await attempt([bob.login], 'Other')).toMatch(/^auth\.forbidden: /);
  expect(await attempt(['not a capability', dan.login], 'Other')).toBe(await attempt(['not a capability', dan.login], TITLE));
});

describe('general.isGroupMember', () => {
  const isMember = (who: string, ...rest: unknown[]) => call('general.isGroupmember', [ann.login], ann.akey, '', gkey, who, ...rest);

  it('is 1 for members and 0 for everybody else, known or not', async () => {
    for (const who of [ann.akey, bob.name, 'CYD cole']) expect(await isMember(who, '')).toBe(1);
    for (const who of [dan.akey, newId(), 'Nobody At All', '']) expect(await isMember(who)).toBe(0);
    expect(await faultOf(isMember(bob.akey, 'elsewhere'))).toMatch(/^general\.unknown_realm/);
  });
});

describe('general.listGroupMembers', () => {
  const list = (...rest: unknown[]) => call('general.listGroupMembers', [ann.login], ann.akey, '', gkey, ...rest);

  it('lists triples of key, name and percentage, or the same as a CSV', async () => {
    const triples = [
      [ann.akey, ann.name, 64],
      [bob.akey, bob.name, 16],
      [cyd.akey, cyd.name, 20],
    ];
    expect(await list()).toEqual(triples);
    expect(await list('csv', 0, -1)).toBe(triples.flat().join(','));
    expect(await list('array', 1, 1)).toEqual(triples.slice(1, 2));
    expect(await list(1, 'csv')).toBe(triples.slice(1).flat().join(','));
  });
});

it('general.listGroupOfficers: who has the office, member or creator', async () => {
  const own = (await call('general.createGroup', [dan.login], 'Officers')) as string;
  const list = () => call('general.listGroupOfficers', [dan.login], '', '', own);
  expect(await list()).toEqual([[dan.akey, dan.name]]);
  await call('general.addToGroup', [dan.login], '', '', own, cyd.akey);
  await call('general.addToGroup', [dan.login], '', '', own, ann.akey, '', -1, 1);
  expect(await list()).toEqual([
    [dan.akey, dan.name],
    [ann.akey, ann.name],
  ]);
  await call('general.removeFromGroup', [dan.login], '', '', own, dan.akey);
  expect(await list()).toEqual([[ann.akey, ann.name]]);
  await call('general.dissolveGroup', [dan.login], '', '', own);
});

describe('general.addToGroup', () => {
  it('adds, updates and rescales', async () => {
    const own = (await call('general.createGroup', [dan.login], 'Rescaled')) as string;
    const add = (...rest: unknown[]) => call('general.addToGroup', [dan.login], '', '', own, ...rest);
    const shown = async () =>
      ((await call('general.listGroupMembers', [dan.login], '', '', own)) as [Uuid, string, number][]).map(([, , percent]) => percent);
    expect(await add(ann.akey, '', 25)).toBe('added');
    expect(await shown()).toEqual([80, 20]);
    expect(await add(dan.akey, '', 30)).toBe('updated');
    expect(await shown()).toEqual([60, 40]);
    expect(await add('bob best', '', '50')).toBe('added');
    expect(await shown()).toEqual([40, 26.666667, 33.333333]);
    expect(await call('general.removeFromGroup', [dan.login], '', '', own, bob.akey)).toBe('ok');
    expect(await add(bob.akey, '', '-1')).toBe('added');
    expect(await shown()).toEqual([40, 26.666667, 33.333333]);
    expect(await add(bob.akey)).toBe('updated');
    expect(await shown()).toEqual([40, 26.666667, 33.333333]);
    expect(await add(bob.akey, '', '50.000000', '1')).toBe('updated');
    expect(await shown()).toEqual([34.285714, 22.857143, 42.857143]);
    expect(await faultOf(add(ann.akey, '', 100.5))).toMatch(/^invalid_params: new_member_percent is 100.5; 0 to 100/);
    expect(await faultOf(add(ann.akey, '', 'half'))).toMatch(/^invalid_params: new_member_percent/);
    expect(await faultOf(add(ann.akey, '', 10, 2))).toMatch(/^invalid_params: new_member_as_officer/);
    expect(await faultOf(add('Nobody At All', '', 10))).toMatch(/^general\.unknown_avatar/);
    expect(await faultOf(add(cyd.akey, 'elsewhere', 10))).toMatch(/^general\.unknown_realm/);
    expect(await shown()).toEqual([34.285714, 22.857143, 42.857143]);
  });

  it('leaves an office alone that nothing is said about, and the last one with who has it', async () => {
    const own = (await call('general.createGroup', [dan.login], 'Offices')) as string;
    const add = (...rest: unknown[]) => call('general.addToGroup', [dan.login], '', '', own, ...rest);
    await add(ann.akey, '', 10, 1);
    await add(ann.akey, '', 20);
    expect(await world.groups.isOfficer(own, ann.akey)).toBe(true);
    await add(ann.akey, '', -1, -1);
    expect(await world.groups.isOfficer(own, ann.akey)).toBe(true);
    await add(ann.akey, '', '-1.000000', '-1.000000');
    expect(await world.groups.isOfficer(own, ann.akey)).toBe(true);
    await add(ann.akey, '', -1, '0.000000');
    expect(await world.groups.isOfficer(own, ann.akey)).toBe(false);
    for (const [said, is] of [
      ['1.000000', true],
      [false, false],
      [' True ', true],
      [0, false],
    ]) {
      await add(ann.akey, '', -1, said);
      expect(await world.groups.isOfficer(own, ann.akey)).toBe(is);
    }
    for (const said of [-2, 0.5, '', 'maybe', null, [1], Object.create(null)]) {
      expect(await faultOf(add(ann.akey, '', -1, said))).toMatch(/^invalid_params: new_member_as_officer /);
    }
    expect(await faultOf(add(dan.akey, '', -1, 0))).toMatch(/^general\.only_officer/);
  });
});

describe('general.removeFromGroup', () => {
  it('answers ok, notmember or onlyofficer', async () => {
    const own = (await call('general.createGroup', [dan.login], 'Leaving')) as string;
    const remove = (who: string, ...rest: unknown[]) => call('general.removeFromGroup', [dan.login], dan.akey, '', own, who, ...rest);
    await call('general.addToGroup', [dan.login], '', '', own, ann.akey);
    expect(await remove(dan.akey, '')).toBe('onlyofficer');
    expect(await remove('ann able')).toBe('ok');
    for (const who of [ann.akey, newId(), 'Nobody At All']) expect(await remove(who)).toBe('notmember');
    expect(await faultOf(remove(ann.akey, 'elsewhere'))).toMatch(/^general\.unknown_realm/);
  });
});

describe("the document's own programs", () => {
  it('the PHP example: key as creator, the pair as group, trailing parameters left out', async () => {
    const caps = [ann.login];
    const groups = (await call('general_listGroupsCreated', caps, ann.akey, '')) as [string, string][];
    const before = await members();
    expect(await call('general_addToGroup', caps, ann.akey, '', groups[0], 'Dan Dole', '', -1)).toBe('added');
    expect(await call('general_isGroupMember', caps, ann.akey, '', groups[0], 'Dan Dole', '')).toBe(1);
    const during = (await call('general_listGroupMembers', caps, ann.akey, '', groups[0])) as [string, string, number][];
    expect(during.map(([, name, percent]) => [name, percent])).toEqual([
      [ann.name, 48],
      [bob.name, 12],
      [cyd.name, 15],
      [dan.name, 25],
    ]);
    expect(await call('general_removeFromGroup', caps, ann.akey, '', groups[0], 'Dan Dole', '')).toBe('ok');
    expect(await members()).toEqual(before);
  });

  it("the in-world example: a groups capability alone, texts throughout, and the group's name for its key", async () => {
    const caps = [await call('general.grantGroupsCapability', [ann.login])];
    const csv = (await call('general.listGroupsCreated', caps, ann.akey, '', 'csv', '0', '-1')) as string;
    const name = csv.split(',')[1];
    const listed = await call('general.listGroupMembers', caps, ann.akey, '', name, 'csv', '0', '-1');
    expect(listed).toBe((await members()).flat().join(','));
  });
});

describe('a groups capability', () => {
  it("works alone for everything that is its grantor's, until it is revoked", async () => {
    const alone = [await call('general.grantGroupsCapability', [dan.login], 3_600)];
    const own = (await call('general.createGroup', alone, 'By capability')) as string;
    expect(await call('general.addToGroup', alone, '', '', own, cyd.akey)).toBe('added');
    expect(await call('general.renameGroup', alone, '', '', 'by capability', 'Renamed')).toBe(1);
    expect(await call('general.removeFromGroup', alone, '', '', 'renamed', cyd.akey)).toBe('ok');
    expect(await call('general.dissolveGroup', alone, dan.akey, '', own)).toBe(1);
    expect(await faultOf(call('general.isGroupMember', alone, '', '', own, cyd.akey))).toMatch(/^general\.unknown_group/);
    await call('general.revokeCapability', [dan.login], alone[0]);
    expect(await faultOf(call('general.listGroupsCreated', alone, ''))).toMatch(/^auth\.capability_revoked/);
  });

  it('is no login, reaches no group that its grantor is only an officer of, and gives nothing on', async () => {
    const bobs = [await call('general.grantGroupsCapability', [bob.login])];
    expect(await faultOf(call('general.listGroupMembers', bobs, '', '', gkey))).toMatch(/^auth\.forbidden/);
    expect(await faultOf(call('general.removeFromGroup', bobs, '', '', gkey, bob.akey))).toMatch(/^auth\.forbidden/);
    expect(await faultOf(call('general.grantGroupsCapability', bobs))).toMatch(/^auth\.capability_required/);
    expect(await faultOf(call('general.listMemberships', bobs))).toMatch(/^auth\.capability_required/);
    expect(await faultOf(call('bank.accountList', bobs, bob.akey))).toMatch(/^auth\.capability_required/);
    expect(await faultOf(call('operator.audit', bobs))).toMatch(/^auth\.forbidden/);
  });
});

describe('general.listMemberships', () => {
  it('lists the groups of who is logged in, with percentage and office', async () => {
    const mine = { group_key: gkey, group_name: TITLE, creator_akey: ann.akey, creator_name: ann.name };
    expect(await call('general.listMemberships', [cyd.login])).toEqual([{ ...mine, percent: 20, officer: 0 }]);
    expect(await call('general.listMemberships', [bob.login], 0, 1)).toMatchObject([{ ...mine, officer: 1 }]);
    expect(await call('general.listMemberships', [cyd.login], 1)).toEqual([]);
  });
});

describe('who may do what', () => {
  const SEE: readonly (readonly [string, () => unknown[]])[] = [
    ['general.isGroupMember', () => [cyd.akey]],
    ['general.listGroupMembers', () => []],
    ['general.listGroupOfficers', () => []],
  ];
  const MANAGE: readonly (readonly [string, () => unknown[]])[] = [
    ['general.addToGroup', () => [bob.akey]],
    ['general.removeFromGroup', () => [newId()]],
    ['general.renameGroup', () => [TITLE]],
  ];
  const limited = async (who: Person) => (await world.capabilities.narrow(who.login, { maxEach: 5 })).token;
  const attempt = (caps: unknown[], method: string, rest: () => unknown[]) => faultOf(call(method, caps, '', '', gkey, ...rest()));

  it.each([...SEE, ...MANAGE])('%s: the creator, officers and a groups capability', async (method, rest) => {
    const alone = await call('general.grantGroupsCapability', [ann.login]);
    for (const caps of [[ann.login], [bob.login], [alone], [dan.login, bob.login], ['not a capability', ann.login]]) {
      expect(await attempt(caps, method, rest)).toMatch(/^no fault/);
    }
  });

  it.each([...SEE, ...MANAGE, ['general.dissolveGroup', () => []] as const])(
    '%s: no member, stranger or operator',
    async (method, rest) => {
      const dans = await call('general.grantGroupsCapability', [dan.login]);
      const grant = await call('bank.grantAllAccountsFullCapability', [ann.login], dan.akey, 60);
      for (const caps of [[cyd.login], [dan.login], [dans], [dan.login, grant]]) {
        expect(await attempt(caps, method, rest)).toMatch(/^auth\.forbidden/);
      }
      for (const caps of [[], [world.operator], [grant]]) expect(await attempt(caps, method, rest)).toMatch(/^auth\.capability_required/);
      expect(await attempt(['not a capability'], method, rest)).toMatch(/^auth\.capability_invalid/);
    },
  );

  it('general.dissolveGroup: no officer either', async () => {
    expect(await attempt([bob.login], 'general.dissolveGroup', () => [])).toMatch(/^auth\.forbidden/);
  });

  it('a login with limits opens no groups', async () => {
    const caps = [await limited(ann)];
    for (const [method, rest] of [...SEE, ...MANAGE]) {
      expect(await attempt(caps, method, rest)).toMatch(/^auth\.forbidden: a login capability with limits opens no groups/);
    }
    expect(await faultOf(call('general.listGroupsCreated', caps, ann.akey))).toMatch(/^auth\.forbidden/);
    expect(await attempt(caps, 'general.dissolveGroup', () => [])).toMatch(/^auth\.forbidden/);
    expect(await faultOf(call('general.createGroup', caps, 'Limited'))).toMatch(/^auth\.forbidden/);
    expect(await faultOf(call('general.grantGroupsCapability', caps))).toMatch(/^auth\.forbidden/);
    expect(await faultOf(call('general.createGroup', [...caps, ann.login], 'Not limited'))).toMatch(/^no fault/);
  });

  it('a member may leave, and take nobody along', async () => {
    await call('general.addToGroup', [ann.login], '', '', gkey, dan.akey);
    expect(await faultOf(call('general.removeFromGroup', [dan.login], '', '', gkey, cyd.akey))).toMatch(/^auth\.forbidden/);
    expect(await call('general.removeFromGroup', [dan.login], '', '', gkey, 'dan dole')).toBe('ok');
    expect(await faultOf(call('general.removeFromGroup', [dan.login], '', '', gkey, dan.akey))).toMatch(/^auth\.forbidden/);
  });

  it('an officer who is put out of office stays out, however many calls are on their way', async () => {
    const own = (await call('general.createGroup', [dan.login], 'Besieged')) as string;
    const back = () => faultOf(call('general.addToGroup', [bob.login], '', '', own, bob.akey, '', 100, 1));
    const rename = () => faultOf(call('general.renameGroup', [bob.login], '', '', own, 'Besieged by Bob'));
    for (let round = 0; round < 5; round++) {
      await call('general.addToGroup', [dan.login], '', '', own, bob.akey, '', 10, 1);
      const attempts = Array.from({ length: 4 }, back);
      const out = call('general.removeFromGroup', [dan.login], '', '', own, bob.akey);
      attempts.push(...Array.from({ length: 4 }, back), rename());
      expect(await out).toBe('ok');
      for (const outcome of await Promise.all(attempts)) expect(outcome).toMatch(/^no fault|^auth\.forbidden/);
      expect(await call('general.listGroupMembers', [dan.login], '', '', own)).toEqual([[dan.akey, dan.name, 100]]);
    }
  });

  it('of two officers who take each other out at once one stays', async () => {
    const own = (await call('general.createGroup', [dan.login], 'Duel')) as string;
    for (const { akey } of [ann, bob]) await call('general.addToGroup', [dan.login], '', '', own, akey, '', 10, 1);
    const outcomes = await Promise.all([
      faultOf(call('general.removeFromGroup', [ann.login], '', '', own, bob.akey)),
      faultOf(call('general.removeFromGroup', [bob.login], '', '', own, ann.akey)),
    ]);
    expect(outcomes.sort()).toEqual([expect.stringMatching(/^auth\.forbidden/), 'no fault']);
    expect(await call('general.listGroupMembers', [dan.login], '', '', own)).toHaveLength(2);
  });

  it('a creator who left the group stays its creator', async () => {
    const own = (await call('general.createGroup', [dan.login], 'Left')) as string;
    await call('general.addToGroup', [dan.login], '', '', own, ann.akey, '', 30, 1);
    expect(await call('general.removeFromGroup', [dan.login], '', '', own, dan.akey)).toBe('ok');
    expect(await call('general.addToGroup', [dan.login], '', '', own, bob.akey)).toBe('added');
    expect(await call('general.dissolveGroup', [dan.login], '', '', own)).toBe(1);
  });
});

describe('a payment to a group', () => {
  it('is shared whole by the percentages of one moment, while members come and go', async () => {
    const payer = await world.person('Pat Payer', 1_000);
    const [eve, fay] = [await person('Eve Evens'), await person('Fay Fourth')];
    const own = (await call('general.createGroup', [eve.login], 'Coming and going')) as string;
    const pay = (n: number) =>
      call(
        'bank.pay',
        [payer.login],
        10,
        payer.akey,
        'working',
        own,
        'working',
        `payment ${n}`,
        0,
        `while changing ${n}`,
      ) as Promise<string>;
    const payments: Promise<string>[] = [];
    for (let n = 0; n < 24; n += 3) {
      payments.push(pay(n), pay(n + 1));
      const joining = call('general.addToGroup', [eve.login], '', '', own, fay.akey, '', -1);
      payments.push(pay(n + 2));
      expect(await joining).toBe('added');
      expect(await call('general.removeFromGroup', [eve.login], '', '', own, fay.akey)).toBe('ok');
    }
    const paid = await Promise.all(payments);
    const got = async (who: Person) => {
      const lines = (await call('bank.transactions', [who.login], who.akey, 'working')) as { transaction_id: string; amount: number }[];
      return new Map(lines.map(({ transaction_id, amount }) => [transaction_id, amount]));
    };
    const [eves, fays] = [await got(eve), await got(fay)];
    for (const id of paid) expect([[10], [5, 5]]).toContainEqual([eves, fays].flatMap((amounts) => amounts.get(id) ?? []));
    expect(await Promise.all(Array.from({ length: 24 }, (_, n) => pay(n)))).toEqual(paid);
    expect(await call('bank.accountBalance', [payer.login], payer.akey, 'working')).toBe(760);
  });
});

describe('general.setGroupPercentages', () => {
  const TITLE_2 = 'Split as said';
  let split: Uuid;
  const set = (percentages: unknown, login = ann.login) => call('general.setGroupPercentages', [login], '', '', split, percentages);
  const percents = async () => {
    const listed = (await call('general.listGroupMembers', [ann.login], '', '', split)) as [Uuid, string, number][];
    return Object.fromEntries(listed.map(([, name, percent]) => [name, percent]));
  };

  beforeAll(async () => {
    split = (await call('general.createGroup', [ann.login], TITLE_2)) as string;
  });

  it('gives exactly what it says where all are named and the sum is 100, however often', async () => {
    const said = [
      { member: ann.akey, percent: 33.5 },
      { member: 'bob BEST', percent: 66.25 },
      { member: cyd.akey, percent: '0.25' },
    ];
    for (const _again of [1, 2, 3]) {
      expect(await set(said)).toBe(1);
      expect(await percents()).toEqual({ [ann.name]: 33.5, [bob.name]: 66.25, [cyd.name]: 0.25 });
    }
  });

  it('scales once, with those who are not named', async () => {
    await set([
      { member: ann.akey, percent: 50 },
      { member: bob.akey, percent: 50 },
      { member: cyd.akey, percent: 0 },
    ]);
    await set([{ member: cyd.akey, percent: 100 }]);
    expect(await percents()).toEqual({ [ann.name]: 25, [bob.name]: 25, [cyd.name]: 50 });
  });

  it.each([
    ['nobody', [], 'invalid_params'],
    [
      'somebody twice',
      [
        { member: 'Ann Able', percent: 1 },
        { member: 'ann able', percent: 2 },
      ],
      'invalid_params',
    ],
    ['more than everything', [{ member: 'Ann Able', percent: 101 }], 'invalid_params: the percentage of Ann Able is 101; 0 to 100'],
    ['an equal part', [{ member: 'Ann Able', percent: -1 }], 'invalid_params: the percentage of Ann Able is -1; 0 to 100'],
    ['a seventh decimal', [{ member: 'Ann Able', percent: 0.0000001 }], 'invalid_params'],
    ['somebody unknown', [{ member: 'Nobody Known', percent: 1 }], 'general.unknown_avatar'],
  ])('refuses %s', async (_what, percentages, code) => {
    const before = await percents();
    expect(await faultOf(set(percentages))).toMatch(new RegExp(`^${code}`));
    expect(await faultOf(set([{ member: ann.akey, percent: 10 }], dan.login))).toMatch(/^auth\.forbidden/);
    expect(await percents()).toEqual(before);
  });
});
