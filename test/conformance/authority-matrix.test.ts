import { Fault, toJson } from '@scrip/rpc';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testCall } from '../testkit/call.ts';
import { testWorld, type World } from '../testkit/world.ts';
import { BANK } from './authority-matrix/bank.ts';
import { GENERAL } from './authority-matrix/general.ts';
import { GIFTS } from './authority-matrix/gifts.ts';
import { LEASE } from './authority-matrix/lease.ts';
import { makeObjects, type Objects } from './authority-matrix/objects.ts';
import { OPERATORS } from './authority-matrix/operator.ts';
import { castOf, isComparable } from './authority-matrix/parts.ts';
import { castRoles, type Role } from './authority-matrix/roles.ts';
import { ROOMS } from './authority-matrix/rooms.ts';
import { namesUsed, OBJECTS, PUBLIC, type Row, refusals } from './authority-matrix/rows.ts';
import { STUDIO } from './authority-matrix/studio.ts';
import { SYSTEM } from './authority-matrix/system.ts';
import { tablesOf } from './authority-matrix/tables.ts';
import { VEND } from './authority-matrix/vend.ts';

// Every procedure is tried by every role on what somebody else owns. Who gets a result is in the tables beside this file, and
// nobody else does. A procedure that is not in them fails here until it says who may call it.
const ROWS: readonly Row[] = [...GENERAL, ...BANK, ...LEASE, ...VEND, ...ROOMS, ...GIFTS, ...STUDIO, ...OPERATORS, ...SYSTEM];

let world: World;
let objects: Objects;
let roles: readonly Role[];

beforeAll(async () => {
  world = await testWorld();
  objects = await makeObjects(world);
  roles = await castRoles(world, objects.people);
});
afterAll(() => world.close());

type Outcome = { readonly result: unknown } | { readonly code: string; readonly text: string };

async function invoke(procedure: string, params: readonly unknown[]): Promise<Outcome> {
  try {
    return { result: toJson(await world.rpc.invoke(testCall(), procedure, params)) };
  } catch (error) {
    if (error instanceof Fault) return { code: error.spec.code, text: error.message };
    throw error;
  }
}

const tell = (outcome: Outcome) => ('code' in outcome ? `${outcome.code} (${outcome.text})` : 'a result');

/** Those who are refused come first, and nothing is changed by any of them; then come the others, each with something fresh. */
async function wrongCells(row: Row): Promise<string[]> {
  const { procedure, may, params, shows, refused = [] } = row;
  if (may === PUBLIC) {
    const outcome = await invoke(procedure, await params(objects, roles[0] as Role));
    return 'code' in outcome ? [`everybody: ${tell(outcome)} instead of a result`] : [];
  }
  if (may === OBJECTS) {
    const outcome = await invoke(procedure, await params(objects, roles[0] as Role));
    return 'code' in outcome && outcome.code === 'auth.forbidden' ? [] : [`who is no object: ${tell(outcome)} instead of auth.forbidden`];
  }
  const wrong: string[] = [];
  const [nobody] = roles;
  const shared = await params(objects, nobody as Role);
  const before = await tablesOf(world.database);
  const refusedCells = roles
    .filter((role) => !may(role))
    .map(async (role) => ({ role, outcome: await invoke(procedure, [role.capabilities, ...shared]) }));
  for (const { role, outcome } of await Promise.all(refusedCells)) {
    const wanted = refusals(row, role);
    if (!('code' in outcome && wanted.includes(outcome.code)))
      wrong.push(`${role.name}: ${tell(outcome)} instead of ${wanted.join(' or ')}`);
  }
  const after = await tablesOf(world.database);
  for (const [table, rows] of after) if (before.get(table) !== rows) wrong.push(`somebody who was refused has changed ${table}`);
  for (const role of roles.filter(may)) {
    const outcome = await invoke(procedure, [role.capabilities, ...(await params(objects, role))]);
    const rule = refused.find(({ who }) => who(role))?.code;
    if (('code' in outcome ? outcome.code : undefined) !== rule)
      wrong.push(`${role.name}: ${tell(outcome)} instead of ${rule ?? 'a result'}`);
    if ('code' in outcome) continue;
    if (shows && JSON.stringify(outcome.result).includes(shows.what(objects)) !== shows.to(role)) {
      wrong.push(`${role.name}: ${shows.to(role) ? 'does not see' : 'sees'} ${shows.what(objects)}`);
    }
  }
  return wrong;
}

describe('the tables', () => {
  it('name every procedure, and none that is gone', () => {
    const known = world.rpc.registry.entries.map(({ procedure }) => procedure.name);
    expect([...new Set(ROWS.map(({ procedure }) => procedure))].sort()).toEqual(known);
  });

  it('call public what is declared public, and give capabilities to the rest', () => {
    for (const { procedure, may } of ROWS) {
      const entry = world.rpc.registry.find(procedure);
      const open = may === PUBLIC;
      expect([procedure, entry?.procedure.authority.kind]).toEqual([procedure, open ? 'public' : 'guarded']);
      if (!open && may !== OBJECTS) expect([procedure, entry?.params[0]?.[0]]).toEqual([procedure, 'capabilities']);
    }
  });

  it('name no role that there is not', () => {
    const there = new Set(roles.map(({ name }) => name));
    expect([...namesUsed].filter((name) => !there.has(name))).toEqual([]);
  });
});

it.each(ROWS.map((row) => [row.procedure, row.on, row] as const))('%s opens for those who may, on %s', async (_procedure, _on, row) => {
  expect(await wrongCells(row)).toEqual([]);
});

const GUARDED = [...new Set(ROWS.filter(({ may }) => typeof may !== 'string').map(({ procedure }) => procedure))];

describe('the right that a procedure declares', () => {
  it.each(GUARDED)('to %s has the holders that the tables allow', (procedure) => {
    const authority = world.rpc.registry.find(procedure)?.procedure.authority;
    const holders = authority?.kind === 'guarded' ? authority.holders : [];
    const allowed = new Set<string>();
    const declared = new Set<string>();
    for (const row of ROWS.filter((one) => one.procedure === procedure)) {
      const { may } = row;
      const holds = castOf(holders, row);
      for (const role of roles.filter(isComparable)) {
        if (holds(role)) declared.add(role.name);
        if (typeof may === 'string' || !may(role)) continue;
        allowed.add(role.name);
        if (!holds(role)) throw new Error(`${role.name} may call it on ${row.on}, and is no holder of its right: ${holders.join(', ')}`);
      }
    }
    expect([...declared].sort()).toEqual([...allowed].sort());
  });
});

it('leaves sound books, and no procedure failed', () => world.check());
