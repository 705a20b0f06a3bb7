import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyDatabase } from '../test/testkit/database.ts';
import { checkStatements } from './statements.mjs';

const uuid = { name: 'uuid', nullable: false };
const text = { name: 'text', nullable: false };
const int8 = { name: 'int8', nullable: false };
const present = (type) => ({ ...type, present: true });
const nullable = (type) => ({ ...type, nullable: true });

let client;
let drop;

beforeAll(async () => {
  const database = await emptyDatabase();
  drop = database.drop;
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`CREATE TYPE state AS ENUM ('open', 'closed');
    CREATE TABLE house (id uuid PRIMARY KEY, name text NOT NULL, owner text, state state NOT NULL DEFAULT 'open');
    CREATE TABLE room (id uuid PRIMARY KEY, house uuid NOT NULL, size int8 NOT NULL, paint text)`);
});
afterAll(async () => {
  await client.end();
  await drop();
});

function problems(text, params, row) {
  return checkStatements(client, [{ name: 'it', text, params, row }]);
}

it.each([
  ['SELECT id, name, owner FROM house WHERE id = $1', [uuid], { id: uuid, name: text, owner: nullable(text) }],
  ['SELECT name FROM house', [], { name: text }],
  ['SELECT id FROM house WHERE id = ANY($1)', [{ name: '_uuid', nullable: false }], { id: uuid }],
  ['SELECT state FROM house', [], { state: { name: 'state', nullable: false, labels: ['open', 'closed'] } }],
  ['SELECT owner FROM house WHERE owner IS NOT NULL', [], { owner: text }],
  ['SELECT owner FROM house WHERE owner IS NOT NULL', [], { owner: nullable(text) }],
  ["SELECT owner FROM house WHERE state = 'closed'", [], { owner: present(text) }],
  ['SELECT count(*) AS n FROM house', [], { n: int8 }],
  ['SELECT r.id FROM house h LEFT JOIN room r ON r.house = h.id', [], { id: nullable(uuid) }],
  // The condition makes an inner join of it.
  ['SELECT r.id FROM house h LEFT JOIN room r ON r.house = h.id WHERE r.size > 5', [], { id: uuid }],
  ['SELECT h.name FROM room r LEFT JOIN house h ON r.house = h.id', [], { name: nullable(text) }],
  ['SELECT h.name FROM room r RIGHT JOIN house h ON r.house = h.id', [], { name: text }],
  ['WITH r AS MATERIALIZED (SELECT * FROM room) SELECT r.id FROM house h LEFT JOIN r ON r.house = h.id', [], { id: nullable(uuid) }],
  ['SELECT a.id, b.name FROM house a LEFT JOIN house b ON b.name = a.owner', [], { id: uuid, name: nullable(text) }],
  ['SELECT sum(size)::int8 AS size FROM room', [], { size: nullable(int8) }],
  ['SELECT house, sum(size)::int8 AS size FROM room GROUP BY house', [], { house: uuid, size: int8 }],
  ['INSERT INTO house (id, name) VALUES ($1, $2) ON CONFLICT DO NOTHING', [uuid, text], undefined],
  ['UPDATE house SET owner = $2 WHERE id = $1 RETURNING name', [uuid, nullable(text)], { name: text }],
  ["SELECT pg_advisory_xact_lock(hashtextextended('house ' || $1, 0))", [text], undefined],
  ['SET LOCAL lock_timeout = 100', [], undefined],
])('takes %s', async (sql, params, row) => {
  expect(await problems(sql, params, row)).toEqual([]);
});

it.each([
  ['a table that is not there', 'SELECT id FROM hut', [], { id: uuid }, ['relation "hut" does not exist']],
  ['a column that is not there', 'SELECT height FROM house', [], { height: int8 }, ['column "height" does not exist']],
  ['a wrong column', 'SELECT name FROM house', [], { title: text }, ['the column name is not declared', 'it gives no column title']],
  ['a missing column', 'SELECT id, name FROM house', [], { id: uuid }, ['the column name is not declared']],
  ['two columns of one name', 'SELECT name, name FROM house', [], { name: text }, ['two columns are called name']],
  ['a wrong type', 'SELECT name FROM house', [], { name: uuid }, ['name is text, declared is uuid']],
  ['a wrong width', 'SELECT size::int4 AS size FROM room', [], { size: int8 }, ['size is int4, declared is int8']],
  ['a column that may be null', 'SELECT owner FROM house', [], { owner: text }, ['owner may be null and is not declared so']],
  ['a column that is never null', 'SELECT name FROM house', [], { name: nullable(text) }, ['name is never null and is declared nullable']],
  [
    'what is vouched for in vain',
    'SELECT name FROM house',
    [],
    { name: present(text) },
    ['name is never null: nobody needs to vouch for it'],
  ],
  [
    'the far side of a left join',
    'SELECT r.id FROM house h LEFT JOIN room r ON r.house = h.id',
    [],
    { id: uuid },
    ['id may be null and is not declared so'],
  ],
  [
    'the far side of a left join of a table with itself',
    'SELECT b.name FROM house a LEFT JOIN house b ON b.name = a.owner',
    [],
    { name: text },
    ['name may be null and is not declared so'],
  ],
  ['a sum of nothing', 'SELECT sum(size)::int8 AS size FROM room', [], { size: int8 }, ['size may be null and is not declared so']],
  ['a constant null', 'SELECT NULL::text AS owner', [], { owner: text }, ['owner may be null and is not declared so']],
  ['a count declared nullable', 'SELECT count(*) AS n FROM room', [], { n: nullable(int8) }, ['n is never null and is declared nullable']],
  ['a missing parameter', 'SELECT id FROM house WHERE id = $1', [], { id: uuid }, ['it has 1 parameters, declared are 0']],
  ['a parameter too many', 'SELECT id FROM house', [uuid], { id: uuid }, ['it has 0 parameters, declared are 1']],
  ['a wrong parameter', 'SELECT id FROM house WHERE id = $1', [text], { id: uuid }, ['$1 is uuid, declared is text']],
  ['rows that are not declared', 'SELECT id FROM house', [], undefined, ['it gives id; no row is declared']],
  ['a command with a row', 'DELETE FROM room', [], { id: uuid }, ['it gives no column id']],
  [
    'an enum with other values',
    'SELECT state FROM house',
    [],
    { state: { name: 'state', nullable: false, labels: ['open'] } },
    ['state has the values open,closed, declared are open'],
  ],
  ['a text that is an enum', 'SELECT state FROM house', [], { state: text }, ['state is state, declared is text']],
])('finds %s', async (_name, sql, params, row, expected) => {
  expect(await problems(sql, params, row)).toEqual(expected.map((problem) => `it: ${problem}`));
});
