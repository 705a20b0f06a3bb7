import type { Database } from '@scrip/database';
import { NIL_UUID, newId } from '@scrip/kernel';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { silentLog, testDatabase } from '../../../test/testkit/database.ts';
import { Batcher } from './batcher.ts';
import { requestHash } from './ids.ts';

let database: Database & { drop(): Promise<void> };
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

it('answers a request whose id was just taken by another one, also where more statements come behind the failing one', async () => {
  const [payer, payee, id] = [newId(), newId(), newId()];
  await database.prisma.account.createMany({
    data: [payer, payee].map((account) => ({ id: account, owner: account, name: 'working', currency: 'L$', floor: -10n })),
  });
  const rival = await database.pool.connect();
  await rival.query('BEGIN');
  await rival.query("INSERT INTO journal (id, principal, request_hash, kind, comment) VALUES ($1, $1, $1, 'pay', '')", [id]);
  const transfers = [{ debit: payer, credit: payee, amount: 1n, hold: { expiresIn_ms: null } }];
  const answer = new Batcher(database, silentLog).submit({
    journal: { id, principal: NIL_UUID, requestHash: requestHash('test'), kind: 'hold', comment: '', transfers },
  });
  const waiting =
    "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%INSERT INTO journal%'";
  await expect.poll(async () => (await database.pool.query(waiting)).rowCount).toBe(1);
  await rival.query('COMMIT');
  rival.release();
  expect(await answer).toEqual({ accepted: false, refusal: { why: 'request_conflict' } });
  expect(await database.prisma.hold.count()).toBe(0);
});
