import { newId } from '@scrip/kernel';
import type { Fault } from '@scrip/rpc';
import { describe, expect, test } from 'vitest';
import { capabilityExpired, capabilityInvalid, capabilityRevoked } from '../errors.ts';
import type { Kind } from '../kinds.ts';
import type { Capability } from '../model.ts';
import { rootOf } from '../operators/operator.ts';
import { FULL, GROUPS, READ } from '../testkit.ts';
import { demand } from './guarded.ts';
import { avatarOf, grantHolder } from './holders.ts';
import { anyLogin, type Presented } from './presented.ts';
import { right } from './right.ts';

const [alice, bob, carol] = [newId(), newId(), newId()];

function capability(kind: string, sub: string, grantor = sub, limits: Capability['limits'] = {}): Capability {
  return {
    kind,
    sub,
    grantor,
    limits,
    jti: newId(),
    parents: [],
    issuedAt: new Date(0),
    moment: new Date(0),
    expiresAt: new Date(1),
    kids: [],
  };
}
function given(...all: (Capability | Fault)[]): Presented {
  const good = all.filter((one): one is Capability => 'kind' in one);
  return {
    logins: good.filter(({ kind }) => kind === 'login'),
    grants: good.filter(({ kind }) => kind === READ.name || kind === FULL.name),
    bearers: good.filter(({ kind }) => kind === GROUPS.name),
    operators: good.filter(({ kind }) => kind === 'operator').map(rootOf),
    fault: all.find((one): one is Fault => !('kind' in one)),
  };
}

const aliceIn = capability('login', alice);
const bobIn = capability('login', bob);
const operator = capability('operator', 'operator');
const aliceToBob = capability('test.read', bob, alice);
const expired = capabilityExpired('expired');

interface Owned {
  readonly owner: string;
}
const OWNER = avatarOf<Owned, 'owner'>({ words: 'the owner', as: 'owner', key: ({ owner }) => owner });
const ownerOrGrant = (presented: Presented, owner: string, kinds: readonly Kind[]) => {
  const grant = grantHolder<Owned, 'owner'>({ kinds, as: 'owner', grantor: (thing) => thing.owner });
  return demand(right<Owned, 'owner'>`a login of ${OWNER}, or one beside a ${grant}`, presented, { owner });
};

describe('who may act on what Alice owns', () => {
  const ALLOWED: readonly (readonly [string, Presented, string, 'own' | Capability])[] = [
    ['Alice herself', given(aliceIn), alice, 'own'],
    ['Alice beside others', given(bobIn, aliceIn), alice, 'own'],
    ['Alice beside a bad capability', given(expired, aliceIn), alice, 'own'],
    ['Bob with her grant', given(bobIn, aliceToBob), bob, aliceToBob],
    ['Bob with her grant, whoever else is logged in', given(capability('login', carol), bobIn, aliceToBob), bob, aliceToBob],
    ['Bob with her grant beside a bad capability', given(expired, bobIn, aliceToBob), bob, aliceToBob],
  ];
  test.each(ALLOWED)('%s', async (_name, presented, akey, via) => {
    expect(await ownerOrGrant(presented, alice, [READ, FULL])).toMatchObject({ akey, via, login: { sub: akey } });
  });

  const REFUSED: readonly (readonly [string, Presented, string])[] = [
    ['nobody', given(), 'auth.capability_required'],
    ['a grant alone', given(aliceToBob), 'auth.capability_required'],
    ['a capability of hers that works alone', given(capability('test.groups', alice)), 'auth.capability_required'],
    ['Bob beside a capability of hers that works alone', given(bobIn, capability('test.groups', alice)), 'auth.forbidden'],
    ['an operator', given(operator), 'auth.capability_required'],
    ['an operator who is logged in as Bob', given(operator, bobIn), 'auth.forbidden'],
    ['Bob', given(bobIn), 'auth.forbidden'],
    ['Bob with a grant that Alice gave to Carol', given(bobIn, capability('test.read', carol, alice)), 'auth.forbidden'],
    ["Bob with Carol's grant", given(bobIn, capability('test.read', bob, carol)), 'auth.forbidden'],
    ['Bob with a grant of his own making', given(bobIn, capability('test.read', bob, bob)), 'auth.forbidden'],
    ['a bad login', given(expired), 'auth.capability_expired'],
    ['Bob with a bad grant', given(bobIn, capabilityRevoked('revoked')), 'auth.capability_revoked'],
    ['her grant beside a bad login', given(capabilityInvalid('invalid'), aliceToBob), 'auth.capability_invalid'],
  ];
  test.each(REFUSED)('not %s', async (_name, presented, code) => {
    await expect(ownerOrGrant(presented, alice, [READ, FULL])).rejects.toThrow(
      expect.objectContaining({ spec: expect.objectContaining({ code }) }),
    );
  });

  test('not Bob with a grant of another kind', async () => {
    await expect(ownerOrGrant(given(bobIn, aliceToBob), alice, [FULL])).rejects.toThrow(/test\.full/);
  });

  test('the least restricted is picked, for logins as for grants', async () => {
    const narrow = capability('login', alice, alice, { total: 5 });
    expect(await ownerOrGrant(given(narrow, aliceIn), alice, [])).toMatchObject({ login: aliceIn });
    const narrowGrant = capability('test.read', bob, alice, { total: 5 });
    expect(await ownerOrGrant(given(bobIn, narrowGrant, aliceToBob), alice, [READ])).toMatchObject({ via: aliceToBob });
    const toCarol = capability('test.read', carol, alice);
    expect(await ownerOrGrant(given(bobIn, toCarol, narrowGrant), alice, [READ])).toMatchObject({ akey: bob, via: narrowGrant });
  });
});

test('a call that names nobody runs on the first login', () => {
  expect(anyLogin(given(expired, bobIn, aliceIn))).toBe(bobIn);
});
