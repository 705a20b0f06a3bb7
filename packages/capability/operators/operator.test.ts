import { newId } from '@scrip/kernel';
import { describe, expect, test } from 'vitest';
import type { Capability } from '../model.ts';
import { operatorAuthority } from '../rights/authority.ts';
import type { Presented } from '../rights/presented.ts';
import { type Operator, operatorWith, rootOf } from './operator.ts';
import { SCOPES, type Scope } from './scopes.ts';

const capability: Capability = {
  kind: 'operator',
  sub: 'operator',
  grantor: 'operator',
  limits: {},
  jti: newId(),
  parents: [],
  issuedAt: new Date(0),
  moment: new Date(0),
  expiresAt: new Date(1),
  kids: [],
};
const named = (name: string, ...scopes: Scope[]): Operator => ({ name, id: capability.jti, scopes, capability });
const given = (...operators: Operator[]): Presented => ({ logins: [], grants: [], bearers: [], operators, fault: undefined });
const decide = async (scope: Scope, ...operators: Operator[]) =>
  operatorAuthority(scope)
    .decide({}, given(...operators))
    .then(({ name }) => name, String);

describe('an operator', () => {
  test.each(SCOPES)('with the scope %s may what needs it, and nothing else', async (scope) => {
    const opened = await Promise.all(SCOPES.map((other) => decide(other, named('ann', scope))));
    expect(SCOPES.filter((_, index) => opened[index] === 'ann')).toEqual([scope]);
    const [other = 'read'] = SCOPES.filter((one) => one !== scope);
    expect(await decide(other, named('ann', scope))).toBe(
      `Fault: an operator's capability with the scope \`${other}\` is needed; that of ann has ${scope}`,
    );
  });

  test('who has the capability of the server may everything', async () => {
    expect(await Promise.all(SCOPES.map((scope) => decide(scope, rootOf(capability))))).toEqual(SCOPES.map(() => 'root'));
  });

  test('among several is the one who has the scope, and of these the one who may most', () => {
    const [ann, bob, cid] = [named('ann', 'read'), named('bob', 'money', 'system'), named('cid', 'money', 'system', 'read')];
    expect(operatorWith('money', given(ann, bob, cid))).toBe(cid);
    expect(operatorWith('read', given(ann, bob))).toBe(ann);
    expect(operatorWith('people', given(ann, bob, cid))).toBeUndefined();
  });
});
