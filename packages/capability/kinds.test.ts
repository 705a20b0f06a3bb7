import { expect, test } from 'vitest';
import { declaredKinds, defineKind, kindNamed, kindOfTyp } from './kinds.ts';
import { FULL } from './testkit.ts';

test('a declared kind is found by its name and its typ, spelled exactly', () => {
  expect([kindNamed('test.full'), kindOfTyp('scrip.test-full+jwt')]).toEqual([FULL, FULL]);
  expect(declaredKinds()).toContain(FULL);
  for (const typ of ['SCRIP.TEST-FULL+JWT', 'test.full', '', undefined, 5]) expect(kindOfTyp(typ)).toBeUndefined();
  expect(() => kindNamed('bank.none')).toThrow('no slice declares capabilities of the kind bank.none');
});

test.each([
  ['test.full', 'scrip.kinds-test+jwt'],
  ['kinds-test', 'scrip.test-full+jwt'],
  ['login', 'scrip.kinds-test+jwt'],
  ['kinds-test', 'scrip.operator+jwt'],
])('%s with the typ %s is taken', (name, typ) => {
  expect(() => defineKind(name, { typ, role: 'grant' })).toThrow('declared already');
});
