import { newId } from '@scrip/kernel';
import { expect, test } from 'vitest';
import type { Capability } from '../model.ts';
import { READ } from '../testkit.ts';
import { avatarOf, avatarWho, grantHolder } from './holders.ts';
import type { Presented } from './presented.ts';
import { type Exception, oneOf, right } from './right.ts';

interface Shop {
  readonly owner: string;
  readonly staff: readonly string[];
  readonly banned?: string;
}
type Part = 'owner' | 'staff';

const [alice, bob, carol] = [newId(), newId(), newId()];
const shop: Shop = { owner: alice, staff: [bob, carol] };

/** Who was looked up, in order. */
let lookedUp: string[] = [];
const OWNER = avatarOf<Shop, Part>({ words: 'the owner', as: 'owner', key: ({ owner }) => owner });
const GRANT = grantHolder<Shop, Part>({ kinds: [READ], as: 'owner', grantor: ({ owner }) => owner });
const STAFF = avatarWho<Shop, Part>({
  words: 'somebody who works there',
  as: 'staff',
  is: async ({ staff }, akey) => {
    lookedUp.push(akey);
    return staff.includes(akey);
  },
});
const NOT_BANNED: Exception<Shop, Part> = { words: 'unless banned', excludes: ({ akey }, { banned }) => akey === banned };

const capability = (kind: string, sub: string, grantor = sub): Capability => ({
  kind,
  sub,
  grantor,
  limits: {},
  jti: newId(),
  parents: [],
  issuedAt: new Date(0),
  moment: new Date(0),
  expiresAt: new Date(1),
  kids: [],
});
const given = (logins: readonly string[], grants: readonly Capability[] = []): Presented => ({
  logins: logins.map((akey) => capability('login', akey)),
  grants,
  bearers: [],
  operators: [],
  fault: undefined,
});

const may = right<Shop, Part>;
const own = may`a login of ${OWNER}, or one beside a ${GRANT}`;
const work = may`${own}; or a login of ${STAFF}`;

test('the sentence tells what is needed, and its holders are those of the blanks', () => {
  expect(own.needs).toBe('a login of the owner, or one beside a test.read grant');
  expect(work.needs).toBe('a login of the owner, or one beside a test.read grant; or a login of somebody who works there');
  expect(work.names).toEqual(['owner', 'test.read', 'staff']);
});

test('nobody has it who is not in the sentence', async () => {
  expect(await own.find(given([bob]), shop)).toBeUndefined();
  expect(await own.find(given([]), shop)).toBeUndefined();
  expect(await work.find(given([newId()]), shop)).toBeUndefined();
});

test('what the credentials tell comes before what has to be looked up, wherever it stands in the sentence', async () => {
  lookedUp = [];
  const backwards = may`a login of ${STAFF}, one beside a ${GRANT}, or one of ${OWNER}`;
  const grant = capability('test.read', bob, alice);
  expect(await backwards.find(given([bob, alice], [grant]), shop)).toMatchObject({ akey: alice, as: 'owner', via: 'own' });
  expect(await backwards.find(given([bob], [grant]), shop)).toMatchObject({ akey: bob, as: 'owner', via: grant });
  expect(lookedUp).toEqual([]);
  expect(await backwards.find(given([bob, carol]), shop)).toMatchObject({ akey: bob, as: 'staff' });
  expect(lookedUp).toEqual([bob]);
});

test('an exception passes over those it is about, and takes the right from nobody else', async () => {
  const unlessBanned = may`${work} (${NOT_BANNED})`;
  expect(unlessBanned.needs).toMatch(/ \(unless banned\)$/);
  expect(unlessBanned.names).toEqual(work.names);
  expect(await unlessBanned.find(given([alice]), { ...shop, banned: alice })).toBeUndefined();
  expect(await unlessBanned.find(given([alice, bob]), { ...shop, banned: alice })).toMatchObject({ akey: bob, as: 'staff' });
  // Those of a right that stands in a sentence are those of the sentence.
  expect(await may`${unlessBanned}`.find(given([alice]), { ...shop, banned: alice })).toBeUndefined();
});

test('what a call asks for may say which right it needs', async () => {
  const needed = oneOf({ needs: 'it depends', rights: [own, work], rightFor: ({ grave }: { grave: boolean }) => (grave ? own : work) });
  expect(needed.names).toEqual(['owner', 'test.read', 'staff']);
  expect(await needed.rightFor({ grave: true }).find(given([bob]), shop)).toBeUndefined();
  expect(await needed.rightFor({ grave: false }).find(given([bob]), shop)).toMatchObject({ akey: bob });
});
