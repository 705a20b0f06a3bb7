import { describe, expect, it } from 'vitest';
import { createRegistry, declaration, defineFault, help, type Params, param, procedure, publicAuthority, signatures, t } from './index.ts';

const noSuchUnit = defineFault({ code: 'registry_test.no_such_unit', fault: 9101, kind: 'not_found', doc: 'No unit has this name.' });
const needsKey = defineFault({ code: 'registry_test.key_needed', fault: 9102, kind: 'unauthenticated', doc: 'A key is needed.' });

function declare(name: string, params: Params = {}) {
  return procedure({
    name,
    summary: 'A procedure.',
    params,
    result: t.double(),
    resultDoc: 'A number.',
    faults: [],
    authority: publicAuthority('a test calls it'),
    handler: () => 1,
  });
}

const optionalTail = declare('lease.list', {
  owner: param(t.string(), 'Who.'),
  offset: param(t.int(), 'From where.', 0),
  exact: param(t.boolean(), 'Whether.', false),
});

function entryOf(one: ReturnType<typeof declare>) {
  const entry = createRegistry([one]).entries[0];
  if (!entry) throw new Error('the registry is empty');
  return entry;
}

describe('looking up', () => {
  const registry = createRegistry([declare('general.getAvatarKey'), declare('vend.find_all'), declare('ping')]);

  it.each([
    ['general.getAvatarKey', 'general.getAvatarKey'],
    ['GENERAL.GETAVATARKEY', 'general.getAvatarKey'],
    ['general_getAvatarKey', 'general.getAvatarKey'],
    ['General_getavatarkey', 'general.getAvatarKey'],
    ['vend.find_all', 'vend.find_all'],
    ['vend_find_all', 'vend.find_all'],
    ['Ping', 'ping'],
  ])('finds %s', (name, canonical) => {
    expect(registry.find(name)?.procedure.name).toBe(canonical);
  });

  it.each([
    '',
    '.',
    '_',
    'getAvatarKey',
    'general.',
    'general..getAvatarKey',
    ' ping',
    'ping.',
    'vend.find.all',
    '__proto__',
    'constructor',
  ])('does not find %j', (name) => {
    expect(registry.find(name)).toBeUndefined();
  });

  it('lists all in the order of their names', () => {
    expect(registry.entries.map((entry) => entry.procedure.name)).toEqual(['general.getAvatarKey', 'ping', 'vend.find_all']);
  });

  it.each([
    ['a.b', 'a.b'],
    ['a.b', 'A.B'],
    ['a.b', 'a_b'],
  ])('refuses %s beside %s', (one, other) => {
    expect(() => createRegistry([declare(one), declare(other)])).toThrow('declared twice');
  });
});

describe('describing', () => {
  it('gives one signature for each optional tail', () => {
    expect(signatures(entryOf(optionalTail))).toEqual([
      ['double', 'string'],
      ['double', 'string', 'int'],
      ['double', 'string', 'int', 'boolean'],
    ]);
    expect(signatures(entryOf(declare('a.b')))).toEqual([['double']]);
  });

  it('counts a default before a needed parameter as needed by position', () => {
    const entry = entryOf(declare('a.b', { first: param(t.int(), 'One.', 0), second: param(t.int(), 'Two.') }));
    expect(entry.required).toBe(2);
    expect(signatures(entry)).toEqual([['double', 'int', 'int']]);
  });

  it('writes declarations as people read them', () => {
    expect(declaration(entryOf(optionalTail))).toBe('double lease.list(string owner, int offset = 0, boolean exact = false)');
    const deep = t.array(t.tuple(t.string(), t.struct({ at: t.dateTime(), note: t.optional(t.string()) })));
    expect(declaration(entryOf(declare('a.b', { deep: param(deep, 'Deep.') })))).toBe(
      'double a.b([[string, {at:dateTime, note?:string}]*] deep)',
    );
  });

  it('helps with everything that the definition says', () => {
    const guarded = procedure({
      ...optionalTail,
      notes: 'Times are UTC.',
      faults: [noSuchUnit],
      authority: { kind: 'guarded', needs: 'a lease capability', holders: [], faults: [needsKey], decide: async () => undefined },
    });
    const text = help(entryOf(guarded));
    for (const part of ['A procedure.', 'double lease.list(', 'offset: From where.', 'A number.', 'Times are UTC.', 'a lease capability']) {
      expect(text).toContain(part);
    }
    expect(text).toContain('Fault 9101 registry_test.no_such_unit: No unit has this name.');
    expect(text).toContain('Fault 9102 registry_test.key_needed: A key is needed.');
  });

  it('says why a procedure is public', () => {
    expect(help(entryOf(optionalTail))).toContain('Public: a test calls it');
  });
});

describe('declaring faults', () => {
  it('refuses a code or a number that is taken', () => {
    const doc = 'Never.';
    expect(() => defineFault({ code: 'registry_test.no_such_unit', fault: 9199, kind: 'invalid', doc })).toThrow('clashes');
    expect(() => defineFault({ code: 'registry_test.other', fault: 9101, kind: 'invalid', doc })).toThrow('clashes');
  });

  it('puts the code first in what a protocol sends', () => {
    expect(noSuchUnit('no unit is named "x"').faultString).toBe('registry_test.no_such_unit: no unit is named "x"');
  });
});
