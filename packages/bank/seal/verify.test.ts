import type { Uuid } from '@scrip/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { testWorld, type World } from '../../../test/testkit/world.ts';
import { settlementId } from '../ledger/ids.ts';
import { bookkeeper } from './testkit.ts';

// What somebody may do who has the database and not the ledger: planted with plain SQL, and named.

const TABLES = ['journal', 'entry', 'hold', 'refund', 'account', 'unsealed', 'seal'];

let world: World;
let ann: Uuid;
let bob: Uuid;
/** Journals in the order of the three seals: payment, payment with a fee | hold, refund | payment. */
let paid: Uuid;
let feed: Uuid;
let held: Uuid;
let refunded: Uuid;
let last: Uuid;

async function sql(text: string, ...values: unknown[]): Promise<void> {
  const { rowCount } = await world.database.pool.query(text, values);
  expect(rowCount, text).toBeGreaterThan(0);
}

beforeAll(async () => {
  world = await testWorld();
  const books = bookkeeper(world);
  [ann, bob] = (await books.accounts(2)) as [Uuid, Uuid];
  paid = await books.post({ comment: 'first', transfers: [{ debit: ann, credit: bob, amount: 60n }] });
  feed = await books.post({
    transfers: [
      { debit: ann, credit: bob, amount: 70n },
      { debit: ann, credit: bob, amount: 7n },
    ],
  });
  await books.seal();
  held = await books.post({ transfers: [{ debit: ann, credit: bob, amount: 5n, hold: { expiresIn_ms: null } }] });
  refunded = await books.post({
    kind: 'refund',
    transfers: [{ debit: bob, credit: ann, amount: 9n }],
    refunds: [{ original: paid, leg: 0, paid: 60n, amount: 9n }],
  });
  await books.seal();
  last = await books.post({ comment: 'last', transfers: [{ debit: bob, credit: ann, amount: 1n }] });
  await books.seal();
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

async function firstBad(): Promise<string> {
  const { ok, firstBad } = await world.bank.verifyChain();
  expect(ok).toBe(firstBad === '');
  return firstBad;
}

const ownerOf = async (account: Uuid) => (await world.database.prisma.account.findUniqueOrThrow({ where: { id: account } })).owner;

it('finds the books as they were sealed', async () => {
  const { seals, journals, unsealed, headNumber, headHash, ...rest } = await world.bank.verifyChain();
  expect({ seals, journals, unsealed, headNumber, ...rest }).toEqual({
    seals: 3,
    journals: 7,
    logRows: 0,
    unsealed: 0,
    headNumber: 3,
    ok: true,
    firstBad: '',
  });
  expect(headHash).toMatch(/^[0-9a-f]{64}$/);
});

describe('a journal', () => {
  it.each([
    "comment = 'other'",
    "kind = 'mint'",
    'principal = gen_random_uuid()',
    'request_hash = gen_random_uuid()',
    "created_at = created_at + interval '1 ms'",
  ])('is named when it has %s', async (change) => {
    await sql(`UPDATE journal SET ${change} WHERE id = $1`, paid);
    expect(await firstBad()).toBe(`journal ${paid}: changed; seal 1 covers it as it was before`);
  });

  it('is named when its row is removed', async () => {
    await sql('DELETE FROM journal WHERE id = $1', refunded);
    expect(await firstBad()).toBe(`journal ${refunded}: missing; seal 2 covers it`);
  });

  it('is named when it is removed with everything, and the totals are made to match', async () => {
    await sql('DELETE FROM journal WHERE id = $1', last);
    await sql('DELETE FROM entry WHERE journal_id = $1', last);
    await sql('UPDATE account SET posted_credits = posted_credits - 1, last_seq = last_seq - 1 WHERE id = $1', ann);
    await sql('UPDATE account SET posted_debits = posted_debits - 1, last_seq = last_seq - 1 WHERE id = $1', bob);
    expect((await world.bank.audit()).ok).toBe(true);
    expect(await firstBad()).toBe(`journal ${last}: missing; seal 3 covers it`);
  });

  it('is named when it is added, with entries and totals that add up', async () => {
    const { rows } = await world.database.pool.query<{ id: Uuid }>(
      `INSERT INTO journal (id, principal, request_hash, kind, comment) SELECT gen_random_uuid(), id, id, 'pay', '' FROM account WHERE id = $1 RETURNING id`,
      [ann],
    );
    const id = rows[0]?.id;
    const entry = `INSERT INTO entry (account_id, seq, journal_id, leg, counter_id, amount, balance)
      SELECT id, last_seq + 1, $2, 0, $3, $4::bigint, posted_credits - posted_debits + $4::bigint FROM account WHERE id = $1`;
    await sql(entry, ann, id, bob, 100);
    await sql(entry, bob, id, ann, -100);
    await sql('UPDATE account SET posted_credits = posted_credits + 100, last_seq = last_seq + 1 WHERE id = $1', ann);
    await sql('UPDATE account SET posted_debits = posted_debits + 100, last_seq = last_seq + 1 WHERE id = $1', bob);
    expect((await world.bank.audit()).ok).toBe(true);
    expect(await firstBad()).toMatch(`journal ${id}: added; no seal covers it`);
  });

  it('is named when it is added and another one, without entries as it is, is made to wait a second time', async () => {
    const books = bookkeeper(world);
    const settles = { hold: { journalId: held, leg: 0 }, debit: ann, credit: bob, how: 'void', amount: 0n } as const;
    const ended = await books.post({ id: settlementId(settles.hold), kind: 'void', settles });
    await books.seal();
    await sql(
      'INSERT INTO journal SELECT gen_random_uuid(), principal, request_hash, kind, comment, created_at FROM journal WHERE id = $1',
      ended,
    );
    await sql('INSERT INTO unsealed (id, journals) VALUES (gen_random_uuid(), $1)', [ended]);
    expect(await firstBad()).toMatch(/^journal .*: added; no seal covers it/);
  });

  it('is named when it waits for a seal a second time', async () => {
    await sql('INSERT INTO unsealed (id, journals) VALUES (gen_random_uuid(), $1)', [last]);
    expect(await firstBad()).toBe(`journal ${last}: waits for a seal and is sealed, or is sealed twice`);
  });

  it('is named when it is removed before it was sealed', async () => {
    const waiting = await bookkeeper(world).post({ transfers: [{ debit: ann, credit: bob, amount: 1n }] });
    expect(await world.bank.verifyChain()).toMatchObject({ ok: true, unsealed: 1 });
    await sql('DELETE FROM journal WHERE id = $1', waiting);
    expect(await firstBad()).toBe(`journal ${waiting}: missing; it was committed, and waits for its seal`);
    await bookkeeper(world).seal();
    expect(await firstBad()).toBe(`journal ${waiting}: missing; seal 4 covers it`);
  });
});

describe('an entry', () => {
  it.each(['amount = -61', 'balance = balance + 1', 'counter_id = gen_random_uuid()', 'leg = 3'])(
    'is named when it has %s',
    async (change) => {
      await sql(`UPDATE entry SET ${change} WHERE account_id = $1 AND seq = 2`, ann);
      const name = `entry 2 of account working of ${await ownerOf(ann)}`;
      expect(await firstBad()).toBe(`${name}: changed; seal 1 covers it as ${name} with amount -60 and balance 940, in journal ${paid}`);
    },
  );

  it.each(['amount = 61', 'balance = balance + 1', 'counter_id = gen_random_uuid()', 'leg = 3'])(
    'of the other side is named when it has %s',
    async (change) => {
      await sql(`UPDATE entry SET ${change} WHERE account_id = $1 AND seq = 2`, bob);
      const name = `entry 2 of account working of ${await ownerOf(bob)}`;
      expect(await firstBad()).toBe(`${name}: changed; seal 1 covers it as ${name} with amount 60 and balance 1060, in journal ${paid}`);
    },
  );

  it('is named when it is moved to another place, or to another account', async () => {
    const name = `account working of ${await ownerOf(ann)}`;
    await sql('UPDATE entry SET seq = 77 WHERE account_id = $1 AND seq = 2', ann);
    expect(await firstBad()).toBe(
      `entry 77 of ${name}: changed; seal 1 covers it as entry 2 of ${name} with amount -60 and balance 940, in journal ${paid}`,
    );
    await sql(`UPDATE entry SET seq = 2, account_id = '00000000-0000-0000-0000-000000000001' WHERE account_id = $1 AND seq = 77`, ann);
    expect(await firstBad()).toBe(
      `entry 2 of account 00000000-0000-0000-0000-000000000001: changed; seal 1 covers it as entry 2 of ${name} with amount -60 and balance 940, in journal ${paid}`,
    );
  });

  it('is named when it is removed, from the middle of an account or from its end', async () => {
    await sql('DELETE FROM entry WHERE account_id = $1 AND seq = 4', bob);
    const name = `account working of ${await ownerOf(bob)}`;
    expect(await firstBad()).toBe(`entry 4 of ${name}: missing; seal 1 covers it, with amount 7 and balance 1137, in journal ${feed}`);
    await sql('INSERT INTO entry SELECT * FROM kept_entry WHERE account_id = $1 AND seq = 4', bob);
    await sql('DELETE FROM entry WHERE account_id = $1 AND seq = 6', bob);
    expect(await firstBad()).toBe(`entry 6 of ${name}: missing; seal 3 covers it, with amount -1 and balance 1127, in journal ${last}`);
  });

  it('is named when it is added to a journal that is sealed, alone or with its other side', async () => {
    const add = 'INSERT INTO entry (account_id, seq, journal_id, leg, counter_id, amount, balance) VALUES ($1, 90, $2, 5, $3, $4, 0)';
    await sql(add, ann, held, bob, 50);
    const name = `entry 90 of account working of ${await ownerOf(ann)}`;
    expect(await firstBad()).toBe(`${name}: added; seal 2 covers journal ${held} without it`);
    await sql(add, bob, held, ann, -50);
    expect(await firstBad()).toMatch(/^entry 90 of account working of .*: added; seal 2 covers journal .* without it$/);
  });

  it('is named when it is added without a journal', async () => {
    await sql(
      'INSERT INTO entry (account_id, seq, journal_id, leg, counter_id, amount, balance) VALUES ($1, 90, $2, 0, $2, 50, 0)',
      ann,
      bob,
    );
    expect(await firstBad()).toBe(`entry 90 of account working of ${await ownerOf(ann)}: added; its journal ${bob} is not there`);
  });

  it('is named among the two hundred of a split', async () => {
    const books = bookkeeper(world);
    const split = await books.post({
      transfers: Array.from({ length: 100 }, (_, at) => ({ debit: ann, credit: bob, amount: BigInt(1 + (at % 3)) })),
    });
    await books.seal();
    await sql('UPDATE entry SET amount = 77 WHERE account_id = $1 AND journal_id = $2 AND leg = 50', bob, split);
    const name = `entry 57 of account working of ${await ownerOf(bob)}`;
    expect(await firstBad()).toBe(`${name}: changed; seal 4 covers it as ${name} with amount 3 and balance 1229, in journal ${split}`);
    await sql('DELETE FROM entry WHERE account_id = $1 AND journal_id = $2 AND leg = 50', bob, split);
    expect(await firstBad()).toBe(`${name}: missing; seal 4 covers it, with amount 3 and balance 1229, in journal ${split}`);
  });

  it('is named by its journal when both sides were changed alike', async () => {
    await sql('UPDATE entry SET amount = amount * 2 WHERE journal_id = $1', paid);
    expect(await firstBad()).toBe(
      `journal ${paid}: what belongs to it was changed, or is missing; seal 1 covers other rows than it has: 2 in entry, 0 in hold, 0 in refund`,
    );
  });
});

describe('a hold or a refund', () => {
  it.each([
    ['hold', 'amount = 4'],
    ['hold', 'debit_id = gen_random_uuid()'],
    ['hold', 'expires_at = now()'],
    ['hold', "created_at = created_at - interval '1 ms'"],
  ])('%s with %s is named by its journal', async (table, change) => {
    await sql(`UPDATE ${table} SET ${change} WHERE journal_id = $1`, held);
    expect(await firstBad()).toMatch(`journal ${held}: what belongs to it was changed`);
  });

  it('may be settled', async () => {
    await sql(`UPDATE hold SET state = 'voided' WHERE journal_id = $1`, held);
    expect(await firstBad()).toBe('');
  });

  it('is named when it is removed or added', async () => {
    await sql('DELETE FROM refund WHERE journal_id = $1', refunded);
    expect(await firstBad()).toMatch(`journal ${refunded}: what belongs to it was changed, or is missing`);
    await sql('INSERT INTO refund SELECT * FROM kept_refund');
    await sql('INSERT INTO refund VALUES ($1, 0, $2, 5)', paid, last);
    expect(await firstBad()).toBe(`refund 0 of journal ${last}: added; seal 3 covers journal ${last} without it`);
    await sql('UPDATE refund SET journal_id = $1 WHERE amount = 5', ann);
    expect(await firstBad()).toBe(`refund 0 of journal ${ann}: added; its journal ${ann} is not there`);
  });
});

describe('a seal', () => {
  it.each([
    'journals = ARRAY[journals[2], journals[1]]',
    'journals = journals[1:1]',
    'journals = NULL',
    'journals = ARRAY[journals[1], NULL]',
    'checks = set_byte(checks, 3, get_byte(checks, 3) # 1)',
    "checks = ''",
    'hash = sha256(hash)',
    "sealed_at = sealed_at + interval '1 ms'",
  ])('is named when it has %s', async (change) => {
    await sql(`UPDATE seal SET ${change} WHERE number = 2`);
    expect(await firstBad()).toBe('seal 2: changed; it, or seal 1 before it, is not what it was when it was made');
  });

  it('is named when it is removed, wherever it stood', async () => {
    await sql('DELETE FROM seal WHERE number = 1');
    expect(await firstBad()).toBe('seal 1: missing; seal 2 comes after nothing');
    await sql('INSERT INTO seal SELECT * FROM kept_seal WHERE number = 1');
    await sql('DELETE FROM seal WHERE number = 2');
    expect(await firstBad()).toBe('seal 2: missing; seal 3 comes after seal 1');
    await sql('INSERT INTO seal SELECT * FROM kept_seal WHERE number = 2');
    await sql('DELETE FROM seal WHERE number = 3');
    expect(await firstBad()).toMatch(
      `journal ${last}: added; no seal covers it, and it does not wait for one (or its seal, the newest one, was removed)`,
    );
  });

  it('is named when two have changed places', async () => {
    await sql('UPDATE seal SET number = 5 - number + 10 WHERE number > 1');
    await sql('UPDATE seal SET number = number - 10 WHERE number > 1');
    expect(await firstBad()).toBe('seal 2: changed; it, or seal 1 before it, is not what it was when it was made');
  });

  it('is named when one is added', async () => {
    await sql('INSERT INTO seal SELECT 0, journals, checks, hash, sealed_at FROM seal WHERE number = 1');
    expect(await firstBad()).toBe('seal 0: added; the chain begins with seal 1');
    await sql('UPDATE seal SET number = 4 WHERE number = 0');
    expect(await firstBad()).toBe('seal 4: changed; it, or seal 3 before it, is not what it was when it was made');
  });
});

describe('a chain that was made anew', () => {
  it('is good by itself, and does not hold the seal that was written down', async () => {
    const { headNumber, headHash } = await world.bank.verifyChain();
    await sql(`UPDATE journal SET comment = 'other' WHERE id = $1`, paid);
    await sql('DELETE FROM seal');
    await sql('INSERT INTO unsealed (id, journals) SELECT gen_random_uuid(), array_agg(id) FROM journal GROUP BY id');
    await bookkeeper(world).seal();
    const anew = await world.bank.verifyChain();
    expect(anew).toMatchObject({ ok: true, headNumber: 1, journals: 7 });
    expect((await world.bank.verifyChain({ number: 3n, hash: headHash })).firstBad).toBe('seal 3: missing; the chain ends with seal 1');
    expect((await world.bank.verifyChain({ number: 1n, hash: headHash })).firstBad).toBe(
      `seal 1: its hash is ${anew.headHash}, not ${headHash}; it, or one before it, was made anew`,
    );
    expect((await world.bank.verifyChain({ number: 1n, hash: anew.headHash })).ok).toBe(true);
    expect(headNumber).toBe(3);
  });
});

it('cannot be misled by what stands in a text', async () => {
  const books = bookkeeper(world);
  const odd = `', "x" | \\000 {} ${'\u{1f4b0}'} \n\t`;
  const one = await books.post({ comment: `a${odd}`, kind: 'pay', transfers: [{ debit: ann, credit: bob, amount: 1n }] });
  await books.seal();
  expect(await firstBad()).toBe('');
  // The same characters in the same order, with the border between the two columns at another place.
  await sql(`UPDATE journal SET kind = 'paya', comment = substr(comment, 2) WHERE id = $1`, one);
  expect(await firstBad()).toBe(`journal ${one}: changed; seal 4 covers it as it was before`);
});
