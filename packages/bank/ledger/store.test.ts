import type { Database } from '@scrip/database';
import { NIL_UUID, newId } from '@scrip/kernel';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { silentLog, testDatabase } from '../../../test/testkit/database.ts';
import { Batcher } from './batcher.ts';
import { requestHash } from './ids.ts';
import type { Journal } from './model.ts';

let database: Database & { drop(): Promise<void> };
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

async function accounts(): Promise<[payer: string, payee: string]> {
  const ids: [string, string] = [newId(), newId()];
  await database.prisma.account.createMany({
    data: ids.map((id) => ({ id, owner: id, name: 'working', currency: 'L$', floor: -10n })),
  });
  return ids;
}

function journal(transfers: Journal['transfers'], id = newId()): Journal {
  return { id, principal: NIL_UUID, requestHash: requestHash('test', id), kind: 'pay', comment: '', transfers };
}

it('answers a request whose id was just taken by another one, also where more statements come behind the failing one', async () => {
  const [[debit, credit], id] = [await accounts(), newId()];
  const rival = await database.pool.connect();
  await rival.query('BEGIN');
  await rival.query("INSERT INTO journal (id, principal, request_hash, kind, comment) VALUES ($1, $1, $1, 'pay', '')", [id]);
  const answer = new Batcher(database, silentLog).submit({
    journal: journal([{ debit, credit, amount: 1n, hold: { expiresIn_ms: null } }], id),
  });
  const waiting =
    "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%INSERT INTO journal%'";
  await expect.poll(async () => (await database.pool.query(waiting)).rowCount).toBe(1);
  await rival.query('COMMIT');
  rival.release();
  expect(await answer).toEqual({ accepted: false, refusal: { why: 'request_conflict' } });
  expect(await database.prisma.hold.count()).toBe(0);
});

it('lets nobody wait for a grant that somebody else holds but those who spend on it', async () => {
  const [[debit, credit], jti] = [await accounts(), newId()];
  await database.pool.query(
    `INSERT INTO capability_grant (jti, parents, kind, holder, grantor, limits, total, issued_at, expires_at)
     VALUES ($1, '{}', 'bank.full', $1, $1, '{}', 10, now(), now() + interval '1 hour')`,
    [jti],
  );
  const holder = await database.pool.connect();
  await holder.query('BEGIN');
  await holder.query('SELECT 1 FROM capability_grant WHERE jti = $1 FOR UPDATE', [jti]);
  const batcher = new Batcher(database, silentLog);
  const transfers = [{ debit, credit, amount: 1n }];
  let waits = true;
  // The second link of the chain is a login of somebody's own, which has no row: nothing to wait for.
  const chain = [
    { jti, counted: true },
    { jti: newId(), counted: false },
  ];
  const [others, own] = [await accounts(), journal(transfers)];
  const spending = batcher.submit({ journal: { ...own, spends: { amount: 7n, chain } } }).finally(() => {
    waits = false;
  });
  const free = { accepted: true, replay: false };
  expect(await batcher.submit({ journal: journal([{ debit: others[0], credit: others[1], amount: 1n }]) })).toEqual(free);
  const onLogin = { amount: 7n, chain: [{ jti: newId(), counted: false }] };
  expect(await batcher.submit({ journal: { ...journal([{ debit: others[0], credit: others[1], amount: 1n }]), spends: onLogin } })).toEqual(
    free,
  );
  expect(waits).toBe(true);
  await holder.query('COMMIT');
  holder.release();
  expect(await spending).toEqual(free);
  const { rows } = await database.pool.query('SELECT spent FROM capability_grant WHERE jti = $1', [jti]);
  expect(rows).toEqual([{ spent: 7n }]);
});
