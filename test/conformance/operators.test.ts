import { scopeNeeded } from '@scrip/capability';
import { type Procedure, recordable, type Type } from '@scrip/rpc';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testWorld, type World } from '../testkit/world.ts';

let world: World;
let procedures: readonly Procedure[];
beforeAll(async () => {
  world = await testWorld();
  procedures = world.rpc.registry.entries.map(({ procedure }) => procedure);
});
afterAll(() => world.close());

describe('operators', () => {
  it('call each of their procedures by a scope, and one of the others', () => {
    for (const { name, authority } of procedures.filter(({ name }) => name.startsWith('operator.'))) {
      expect([name, scopeNeeded(authority)]).toEqual([name, expect.any(String)]);
    }
    const others = procedures.filter(({ name, authority }) => !name.startsWith('operator.') && scopeNeeded(authority));
    expect(others.map(({ name }) => name)).toEqual(['bank.accountDetails']);
  });

  it('need no more than `read` for lists', () => {
    const lists = procedures.filter(({ name }) => name.startsWith('operator.list'));
    expect(lists.map(({ authority }) => scopeNeeded(authority))).toEqual(lists.map(() => 'read'));
  });
});

/** Names that tell of a secret. A parameter that has one and is none stands in the list below. */
const TELLING = /password|capabilit|secret|token|challenge_response|^pin$|^code$|card|^key$/i;
const NO_SECRETS = ['operator.addCurrency code', 'vend.addProduct details.partners.key', 'vend.updateProduct changes.partners.key'];
const SECRET = 'correct horse battery';

/** A value with the secret in every place that a text can have. */
function canary(type: Type<unknown>): unknown {
  if (type.element) return [canary(type.element)];
  if (type.items) return type.items.map(canary);
  if (type.members) return Object.fromEntries([...type.members].map(([name, member]) => [name, canary(member.type)]));
  return type.secret || type.kind === 'any' ? SECRET : 1;
}

function placesOf(path: string, type: Type<unknown>): [string, Type<unknown>][] {
  if (type.element) return placesOf(path, type.element);
  const inner = [...(type.members ?? [])].flatMap(([name, member]) => placesOf(`${path}.${name}`, member.type));
  return inner.length > 0 ? inner : [[path, type]];
}

describe('no secret gets into the operators’ log', () => {
  it('since what is called so is declared so, in every procedure', () => {
    const places = procedures.flatMap(({ name, params }) =>
      Object.entries(params).flatMap(([param, { type }]) => placesOf(`${name} ${param}`, type)),
    );
    const undeclared = places
      .filter(([path, type]) => TELLING.test(path.slice(path.search(/[ .][^ .]*$/) + 1)) && type.kind === 'string' && !type.secret)
      .map(([path]) => path);
    expect(undeclared).toEqual(NO_SECRETS);
  });

  it('since what is declared so is left out, in every procedure', () => {
    for (const { name, params } of procedures) {
      const input = Object.fromEntries(Object.entries(params).map(([param, { type }]) => [param, canary(type)]));
      expect([name, recordable(params, input)]).toEqual([name, expect.not.stringContaining(SECRET)]);
    }
  });

  it('whatever is called', async () => {
    const { operator } = world;
    const added = (await world.call('operator.addOperator', [[operator], 'Ann', ['read'], 60])) as string;
    await world.call('operator.addAvatar', [[operator], 'Newcomer', SECRET]);
    await world.call('operator.inspectCapability', [[operator], added]);
    const { rows } = await world.database.pool.query<{ all: string }>('SELECT string_agg(c::text, chr(10)) AS all FROM operator_call c');
    expect(rows[0]?.all).toContain('Newcomer');
    for (const secret of [SECRET, added, operator]) for (const part of secret.split('.')) expect(rows[0]?.all).not.toContain(part);
  });
});
