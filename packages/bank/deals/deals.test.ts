import { notificationRider } from '@scrip/avatars';
import type { Uuid } from '@scrip/kernel';
import { busy, defineFault } from '@scrip/rpc';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeOf } from '../../../test/testkit/faults.ts';
import { waitingForLock } from '../../../test/testkit/locks.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';
import { journalId, requestHash } from '../ledger/ids.ts';
import type { Charge } from '../payments/charges.ts';
import { Changed, type Deal } from './deals.ts';
import { firstAnswerTo } from './requests.ts';

const taken = defineFault({ code: 'test.taken', fault: 9_901, kind: 'refused', doc: 'Somebody has it.' });
const restless = defineFault({ code: 'test.restless', fault: 9_902, kind: 'conflict', doc: 'It changes all the time.' });

/** One of several things, each of which can be had once. */
interface Place {
  readonly version: number;
  readonly takenBy: string | null;
}

interface Answer {
  readonly requestHash: Uuid;
  readonly place: number;
}

let world: World;
let [ann, bob] = [] as unknown as [Person, Person];

beforeAll(async () => {
  world = await testWorld();
  [ann, bob] = [await world.person('Ann', 1_000), await world.person('Bob')];
  await world.database.pool.query(`CREATE TABLE place (id int PRIMARY KEY, version int NOT NULL DEFAULT 0, taken_by text);
    CREATE TABLE taking (request uuid CONSTRAINT taking_request UNIQUE, request_hash uuid NOT NULL, place int NOT NULL)`);
});
beforeEach(() => world.database.pool.query('TRUNCATE place, taking; INSERT INTO place (id) VALUES (1), (2)'));
afterEach(() => world.check());
afterAll(() => world.close());

const look = async (id: number): Promise<Place> => {
  const { rows } = await world.database.pool.query<Place>('SELECT version, taken_by AS "takenBy" FROM place WHERE id = $1', [id]);
  return rows[0] as Place;
};
const touch = (id: number) => world.database.pool.query('UPDATE place SET version = version + 1 WHERE id = $1', [id]);
const takings = async () => (await world.database.pool.query('SELECT place FROM taking ORDER BY place')).rows.map(({ place }) => place);

/** Takes a place that nobody has, for the version that was seen. */
function taking(id: number, requestId: string, more: Partial<Deal<Place, Place, Answer>> = {}): Deal<Place, Place, Answer> {
  const request = { principal: ann.akey, requestId, requestHash: requestHash('take', id) };
  const find = async (key: Uuid) => {
    const sql = 'SELECT request_hash AS "requestHash", place FROM taking WHERE request = $1';
    return (await world.database.pool.query<Answer>(sql, [key])).rows[0];
  };
  return {
    plan: async () => {
      const place = await look(id);
      if (place.takenBy !== null) throw taken(`${place.takenBy} has it`);
      return place;
    },
    async lock(client) {
      const { rows } = await client.query<Place>('SELECT version, taken_by AS "takenBy" FROM place WHERE id = $1 FOR UPDATE', [id]);
      return rows[0] as Place;
    },
    async book(client, seen, now) {
      if (now.takenBy !== null) throw taken(`${now.takenBy} has it`);
      await client.query('UPDATE place SET taken_by = $2 WHERE id = $1', [id, requestId]);
      if (seen.version !== now.version) throw new Changed();
      await client.query('INSERT INTO taking VALUES ($1, $2, $3)', [journalId(ann.akey, requestId), request.requestHash, id]);
      return { requestHash: request.requestHash, place: id };
    },
    firstAnswer: firstAnswerTo(request, find),
    meetsAt: 'taking_request',
    ...more,
  };
}

const settle = (deal: Deal<Place, Place, Answer>) => world.bank.deals.settle(deal);

describe('a request', () => {
  it('is done once however often it comes, and answered alike', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => settle(taking(1, 'one'))));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await takings()).toEqual([1]);
  });

  it('without an id never is a retry', async () => {
    await settle(taking(1, ''));
    expect(await codeOf(settle(taking(1, '')))).toBe('test.taken');
  });

  it('of another kind under the same id is a conflict, also where the two do not meet at a lock', async () => {
    const codes = await Promise.all([codeOf(settle(taking(1, 'one'))), codeOf(settle(taking(2, 'one')))]);
    expect(codes.toSorted()).toEqual(['bank.request_conflict', 'no fault']);
    expect(await takings()).toHaveLength(1);
  });
});

describe('a refusal of the plan', () => {
  it('waits for the first attempt that is on its way, and gives way to its answer', async () => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const slow = taking(1, 'one');
    const first = settle({
      ...slow,
      async book(client, seen, now) {
        await gate;
        return slow.book(client, seen, now);
      },
    });
    await expect
      .poll(async () => (await world.database.pool.query('SELECT FROM place WHERE id = 1 FOR UPDATE SKIP LOCKED')).rowCount)
      .toBe(0);
    const refuse = () => Promise.reject(taken('it is gone'));
    const [retry, other] = [settle(taking(1, 'one', { plan: refuse })), codeOf(settle(taking(1, 'two', { plan: refuse })))];
    await waitingForLock(world.database);
    open();
    expect(await retry).toEqual(await first);
    expect(await other).toBe('test.taken');
  });
});

describe('a world that changes between plan and lock', () => {
  /** Moves on after each of the first so many plans. */
  const moving = (times: number, more: Partial<Deal<Place, Place, Answer>> = {}) => {
    const deal = taking(1, 'one', more);
    let plans = 0;
    const plan = async (attempt: number) => {
      const seen = await deal.plan(attempt);
      plans = attempt;
      if (attempt <= times) await touch(1);
      return seen;
    };
    return { deal: { ...deal, plan }, plans: () => plans };
  };

  it('makes the deal begin anew, with nothing left of the attempts before', async () => {
    const { deal, plans } = moving(4);
    expect(await settle(deal)).toMatchObject({ place: 1 });
    expect([plans(), await takings()]).toEqual([5, [1]]);
  });

  it('again and again is given up after five attempts', async () => {
    const { deal, plans } = moving(5, { changesAllTheTime: () => restless('it changes all the time') });
    expect(await codeOf(settle(deal))).toBe('test.restless');
    expect(await codeOf(settle(moving(5).deal))).toBe(busy('').spec.code);
    expect([plans(), await takings(), (await look(1)).takenBy]).toEqual([5, [], null]);
  });

  it('makes a refusal that came of it no refusal', async () => {
    let asked = 0;
    const deal = taking(1, 'one');
    const refusedOnce = {
      ...deal,
      book: async (...given: Parameters<typeof deal.book>) => {
        if (asked === 0) throw taken('what was planned on is gone');
        return deal.book(...given);
      },
      isStale: async () => ++asked === 1,
    };
    expect(await settle(refusedOnce)).toMatchObject({ place: 1 });
    const refused = taking(2, 'two', { book: () => Promise.reject(taken('for good')), isStale: async () => false });
    expect(await codeOf(settle(refused))).toBe('test.taken');
  });
});

it('an error that is no refusal is raised as it is, and looked into no further', async () => {
  const broken = new Error('broken');
  const deal = taking(1, 'one', { book: () => Promise.reject(broken), firstAnswer: () => Promise.reject(new Error('asked')) });
  await expect(settle(deal)).rejects.toBe(broken);
});

describe('a payment', () => {
  const charge = async (requestId: string): Promise<Charge> => ({
    principal: ann.akey,
    requestId,
    kind: 'sale',
    payer: ann.akey,
    from: [{ account: await world.bank.accounts.get(ann.akey, 'working'), amount: 10n }],
    to: [{ payee: { key: bob.akey, account: '', mayChoose: false }, amount: 10n }],
    requestHash: requestHash('test', requestId),
    comment: '',
    notify: false,
  });
  const spent = async () => 1_000 - (await world.bank.balances.available(await world.bank.accounts.get(ann.akey, 'working')));

  it('that was booked before ends the attempt, and its deal is answered as it was', async () => {
    const { deals, charges } = world.bank;
    const pay = (place: number) =>
      deals.settle({
        plan: async () => charges.prepare(await charge('pay')),
        lock: async () => undefined,
        async book(client, payment) {
          await client.query('UPDATE place SET version = version + 1 WHERE id = $1', [place]);
          await deals.pay(client, payment);
          return { id: payment.journal.id };
        },
        firstAnswer: firstAnswerTo({ principal: ann.akey, requestId: 'pay', requestHash: requestHash('test', 'pay') }, (id) =>
          deals.booked(id),
        ),
      });
    const first = await pay(1);
    expect(await pay(2)).toMatchObject(first);
    expect([await spent(), (await look(1)).version, (await look(2)).version]).toEqual([10, 1, 0]);
  });

  it('of nothing writes what goes with it', async () => {
    const rider = notificationRider(bob.akey, 'test', 'nothing was paid', '');
    await world.database.transaction((client) => world.bank.deals.pay(client, undefined, [rider]));
    expect(await world.call('general.notifications', [[bob.login]])).toMatchObject([{ text: 'nothing was paid' }]);
  });
});
