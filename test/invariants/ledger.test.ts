import { riderStatement, uuid } from '@scrip/database';
import { NIL_UUID, newId, type Uuid } from '@scrip/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Batcher } from '../../packages/bank/ledger/batcher.ts';
import { accountId, journalId, mintId, requestHash } from '../../packages/bank/ledger/ids.ts';
import type { Journal, Outcome, Transfer } from '../../packages/bank/ledger/model.ts';
import { postWithin } from '../../packages/bank/ledger/store.ts';
import { silentLog } from '../testkit/database.ts';
import { testWorld, type World } from '../testkit/world.ts';

// The ledger itself, below the procedures: what it promises must hold whoever calls it and however many at once.

let world: World;
/** Two of them on one database, as two server processes would have. */
let batchers: readonly [Batcher, Batcher];
const START = 100n;

beforeAll(async () => {
  world = await testWorld();
  batchers = [new Batcher(world.database, silentLog), new Batcher(world.database, silentLog)];
});
afterAll(async () => {
  await Promise.all(batchers.map((batcher) => batcher.drain()));
  await world.check();
  await world.close();
});

function journal(transfers: readonly Transfer[], id = newId(), hash = requestHash('test', id)): Journal {
  return { id, principal: NIL_UUID, requestHash: hash, kind: 'pay', comment: 'test', transfers };
}

/** Accounts with START in each, owned by nobody in particular. */
async function accounts(count: number): Promise<Uuid[]> {
  const ids = Array.from({ length: count }, () => accountId(newId(), 'working'));
  await world.database.prisma.account.createMany({
    data: ids.map((id) => ({ id, owner: id, name: 'working', currency: 'L$', floor: 0n })),
  });
  const mints = ids.map((credit) => journal([{ debit: mintId('L$'), credit, amount: START }]));
  await Promise.all(mints.map((one) => batchers[0].submit({ journal: one })));
  return ids;
}

async function available(ids: readonly Uuid[]): Promise<bigint[]> {
  const rows = await world.database.prisma.account.findMany({ where: { id: { in: [...ids] } } });
  const byId = new Map(rows.map((row) => [row.id, row.postedCredits - row.postedDebits - row.heldDebits]));
  return ids.map((id) => byId.get(id) ?? -1n);
}

function pick<T>(from: readonly T[]): T {
  return from[Math.floor(Math.random() * from.length)] as T;
}

const accepted = (outcomes: readonly Outcome[]) => outcomes.filter((outcome) => outcome.accepted).length;
const fresh = (outcomes: readonly Outcome[]) => outcomes.filter((outcome) => outcome.accepted && !outcome.replay).length;

describe('under concurrent load through two batchers', () => {
  it('keeps every sum when many pay many', async () => {
    const ids = await accounts(40);
    const posts = Array.from({ length: 3_000 }, (_, at) => {
      const transfers = Array.from({ length: 1 + (at % 3) }, () => ({
        debit: pick(ids),
        credit: pick(ids),
        amount: BigInt(1 + (at % 60)),
        ...(at % 11 === 0 && { hold: { expiresIn_ms: null } }),
      }));
      return pick(batchers).submit({ journal: journal(transfers) });
    });
    const outcomes = await Promise.all(posts);
    expect(accepted(outcomes)).toBeGreaterThan(100);
    expect(accepted(outcomes)).toBeLessThan(3_000);
    const left = await available(ids);
    expect(left.every((amount) => amount >= 0n)).toBe(true);
    const held = await world.database.prisma.hold.aggregate({ _sum: { amount: true }, where: { debitId: { in: ids } } });
    expect(left.reduce((sum, amount) => sum + amount, 0n) + (held._sum.amount ?? 0n)).toBe(START * 40n);
    await world.check();
  });

  it('gives one hot payee every unit, once', async () => {
    const [payee, ...payers] = (await accounts(101)) as [Uuid, ...Uuid[]];
    const posts = payers.flatMap((debit) =>
      Array.from({ length: 10 }, () => pick(batchers).submit({ journal: journal([{ debit, credit: payee, amount: 10n }]) })),
    );
    expect(accepted(await Promise.all(posts))).toBe(1_000);
    expect((await available([payee]))[0]).toBe(START + 10_000n);
    expect((await available(payers)).every((amount) => amount === 0n)).toBe(true);
    await world.check();
  });

  it('never lets one hot payer spend more than there is', async () => {
    const [payer, ...payees] = (await accounts(51)) as [Uuid, ...Uuid[]];
    const posts = Array.from({ length: 500 }, () =>
      pick(batchers).submit({ journal: journal([{ debit: payer, credit: pick(payees), amount: 3n }]) }),
    );
    const outcomes = await Promise.all(posts);
    expect(accepted(outcomes)).toBe(33);
    expect((await available([payer]))[0]).toBe(1n);
    await world.check();
  });

  it('books a request once, however often and through whichever process it is sent', async () => {
    const [payer, payee] = (await accounts(2)) as [Uuid, Uuid];
    const requests = Array.from({ length: 30 }, (_, at) => {
      const id = journalId(payer, `retry ${at}`);
      return journal([{ debit: payer, credit: payee, amount: 2n }], id);
    });
    const outcomes = await Promise.all(Array.from({ length: 600 }, () => pick(batchers).submit({ journal: pick(requests) })));
    expect(accepted(outcomes)).toBe(600);
    const sent = await world.database.prisma.journal.count({ where: { id: { in: requests.map((one) => one.id) } } });
    expect(fresh(outcomes)).toBe(sent);
    expect((await available([payer]))[0]).toBe(START - 2n * BigInt(sent));
    await world.check();
  });

  it('books one of two different requests that race for the same id, and calls the other a conflict', async () => {
    const ids = await accounts(40);
    for (let round = 0; round < 20; round++) {
      const id = newId();
      const [a, b, c, d] = [ids[round * 2], ids[round * 2 + 1], ids[39 - round * 2], ids[38 - round * 2]] as [Uuid, Uuid, Uuid, Uuid];
      const outcomes = await Promise.all([
        batchers[0].submit({ journal: journal([{ debit: a, credit: b, amount: 1n }], id, requestHash('one')) }),
        batchers[1].submit({ journal: journal([{ debit: c, credit: d, amount: 1n }], id, requestHash('two')) }),
      ]);
      expect(accepted(outcomes)).toBe(1);
      expect(outcomes.find((outcome) => !outcome.accepted)).toMatchObject({ refusal: { why: 'request_conflict' } });
    }
    await world.check();
  });
});

const POISON = riderStatement({
  name: 'test-poison',
  text: 'INSERT INTO no_such_table SELECT * FROM unnest($1::uuid[])',
  columns: [uuid],
});

describe('one posting that can not be written', () => {
  it('refuses nobody else in its batch', async () => {
    const ids = await accounts(20);
    const good = ids.slice(1).map((debit) => batchers[0].submit({ journal: journal([{ debit, credit: ids[0] as Uuid, amount: 1n }]) }));
    const bad = batchers[0].submit({
      journal: journal([{ debit: ids[1] as Uuid, credit: ids[0] as Uuid, amount: 1n }]),
      riders: [POISON.row(newId())],
    });
    const more = ids.slice(1).map((debit) => batchers[0].submit({ journal: journal([{ debit, credit: ids[0] as Uuid, amount: 1n }]) }));
    await expect(bad).rejects.toThrow(/no_such_table/);
    expect(accepted(await Promise.all([...good, ...more]))).toBe(38);
    expect((await available([ids[0] as Uuid]))[0]).toBe(START + 38n);
    await world.check();
  });
});

describe('within another slice’s transaction', () => {
  it('money and rows stand or fall together', async () => {
    const [payer, payee] = (await accounts(2)) as [Uuid, Uuid];
    const posting = { journal: journal([{ debit: payer, credit: payee, amount: 5n }]) };
    await expect(
      world.database.transaction(async (client) => {
        await postWithin(client, [posting]);
        throw new Error('the lease is gone');
      }),
    ).rejects.toThrow('the lease is gone');
    expect(await available([payer, payee])).toEqual([START, START]);
    await world.database.transaction((client) => postWithin(client, [posting]));
    expect(await available([payer, payee])).toEqual([START - 5n, START + 5n]);
    expect(await batchers[0].submit(posting)).toEqual({ accepted: true, replay: true });
    await world.check();
  });
});

describe('a slice’s transaction that can not get its locks', () => {
  it('fails with that alone, and nothing is left unawaited', async () => {
    const [payer, payee] = (await accounts(2)) as [Uuid, Uuid];
    const posting = { journal: journal([{ debit: payer, credit: payee, amount: 5n }]) };
    await world.database.transaction(async (holder) => {
      await holder.query('SELECT FROM account WHERE id = $1 FOR UPDATE', [payer]);
      await expect(
        world.database.transaction(async (client) => {
          await client.query("SET LOCAL lock_timeout = '50ms'");
          await postWithin(client, [posting]);
        }),
      ).rejects.toMatchObject({ code: '55P03' });
    });
    expect(await available([payer, payee])).toEqual([START, START]);
  });
});

describe('connections that break', () => {
  it('lose nothing and book nothing twice', async () => {
    const [payee, ...payers] = (await accounts(33)) as [Uuid, ...Uuid[]];
    let sent = 0;
    let killing = true;
    const killer = (async () => {
      while (killing) {
        await world.database.pool.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE '%journal%'`,
        );
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
    })();
    const work = payers.map(async (debit) => {
      const outcomes: Outcome[] = [];
      for (let at = 0; at < 10; at++) {
        const one = journal([{ debit, credit: payee, amount: 10n }], journalId(debit, `p${at}`));
        outcomes.push(await pick(batchers).submit({ journal: one }));
        sent += 1;
      }
      return outcomes;
    });
    const outcomes = (await Promise.all(work)).flat();
    killing = false;
    await killer;
    expect(accepted(outcomes)).toBe(sent);
    expect((await available([payee]))[0]).toBe(START + 3_200n);
    expect((await available(payers)).every((amount) => amount === 0n)).toBe(true);
    await world.check();
  });
});
