import type { Uuid } from '@scrip/kernel';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { testWorld, type World } from '../../../test/testkit/world.ts';

// What somebody may do to the operators' log who has the database: planted with plain SQL, and named.

const TABLES = ['operator_call', 'operator_outcome', 'operator_unsealed', 'seal'];

let world: World;
/** A call and an outcome that are sealed, and a call that waits for its seal. */
let call: Uuid;
let outcome: Uuid;
let waiting: Uuid;

const seal = () => world.bank.jobs.find(({ name }) => name === 'seal the books')?.run();
const look = () => world.call('operator.listAvatars', [[world.operator]]);
async function sql(text: string, ...values: unknown[]): Promise<void> {
  const { rowCount } = await world.database.pool.query(text, values);
  expect(rowCount, text).toBeGreaterThan(0);
}
async function firstBad(): Promise<string> {
  const { ok, firstBad } = await world.bank.verifyChain();
  expect(ok).toBe(firstBad === '');
  return firstBad;
}

beforeAll(async () => {
  world = await testWorld();
  await world.person('Ann', 1);
  await seal();
  await look();
  await seal();
  await look();
  const { rows } = await world.database.pool.query<{ call: Uuid; outcome: Uuid; sealed: boolean }>(
    `SELECT c.id AS call, o.id AS outcome, u.id IS NULL AS sealed
     FROM operator_call c JOIN operator_outcome o ON o.call_id = c.id LEFT JOIN operator_unsealed u ON u.id = c.id
     WHERE c.method = 'operator.listAvatars'`,
  );
  const [sealed, open] = [rows.find((row) => row.sealed), rows.find((row) => !row.sealed)];
  [call, outcome, waiting] = [sealed?.call as Uuid, sealed?.outcome as Uuid, open?.call as Uuid];
  for (const table of TABLES) await world.database.pool.query(`CREATE TABLE kept_${table} AS TABLE ${table}`);
});
afterEach(async () => {
  for (const table of TABLES) await world.database.pool.query(`TRUNCATE ${table}`);
  for (const table of TABLES) await world.database.pool.query(`INSERT INTO ${table} SELECT * FROM kept_${table}`);
});
afterAll(async () => {
  await world.check();
  await world.close();
});

it('is found as it was sealed, with the journals of the same seals', async () => {
  expect(await world.bank.verifyChain()).toMatchObject({ ok: true, seals: 2, journals: 1, logRows: 4, firstBad: '' });
  expect(await world.bank.audit()).toMatchObject({ ok: true });
});

it.each([
  "operator = 'somebody'",
  'operator_id = gen_random_uuid()',
  "method = 'operator.audit'",
  "params = ''",
  "source = '::1'",
  "created_at = '2026-01-01Z'",
])('names a call that has %s', async (change) => {
  await sql(`UPDATE operator_call SET ${change} WHERE id = $1`, call);
  expect(await firstBad()).toBe(`row ${call} of the operators' log: changed; seal 2 covers it as it was before`);
});

it.each(["outcome = 'auth.forbidden'", 'call_id = gen_random_uuid()', "created_at = '2026-01-01Z'"])(
  'names an outcome that has %s',
  async (change) => {
    await sql(`UPDATE operator_outcome SET ${change} WHERE id = $1`, outcome);
    expect(await firstBad()).toBe(`row ${outcome} of the operators' log: changed; seal 2 covers it as it was before`);
  },
);

it.each(['operator_call', 'operator_outcome'])('names a row that is removed from %s', async (table) => {
  const id = table === 'operator_call' ? call : outcome;
  await sql(`DELETE FROM ${table} WHERE id = $1`, id);
  expect(await firstBad()).toBe(`row ${id} of the operators' log: missing; seal 2 covers it`);
  expect((await world.bank.audit()).problems).toContain(`row ${id} of the operators' log was removed: it is sealed`);
});

it('names a row that is removed before it is sealed', async () => {
  await sql('DELETE FROM operator_call WHERE id = $1', waiting);
  expect(await firstBad()).toBe(`row ${waiting} of the operators' log: missing; it was committed, and waits for its seal`);
});

it('names a row that is added, and one that is made to wait a second time', async () => {
  const added = (
    await world.database.pool.query<{ id: Uuid }>(
      `INSERT INTO operator_call (id, operator, operator_id, method, params, source)
     SELECT gen_random_uuid(), operator, operator_id, method, params, source FROM operator_call WHERE id = $1 RETURNING id`,
      [call],
    )
  ).rows[0]?.id;
  expect(await firstBad()).toMatch(`row ${added} of the operators' log: added; no seal covers it`);
  expect((await world.bank.audit()).problems).toEqual([
    `row ${added} of the operators' log was added: it is neither sealed nor waits for a seal`,
  ]);
  await sql('DELETE FROM operator_call WHERE id = $1', added);
  await sql('INSERT INTO operator_unsealed (id) VALUES ($1)', call);
  expect(await firstBad()).toBe(`row ${call} of the operators' log: waits for a seal and is sealed, or is sealed twice`);
});

it('names an outcome that is added under the id of a call', async () => {
  await sql(`INSERT INTO operator_outcome (id, call_id, outcome) VALUES ($1, gen_random_uuid(), 'ok')`, call);
  expect(await firstBad()).toBe(`row ${call} of the operators' log: changed; seal 2 covers it as it was before`);
});

it('names the seal whose list of rows was cut', async () => {
  await sql(`UPDATE seal SET log = log[1:1] WHERE number = 2`);
  expect(await firstBad()).toMatch(/^seal 2: changed/);
});
