import { expect, it } from 'vitest';
import { list, MAIL, outboxWorld, run } from '../testkit.ts';

// Server processes beside each other, and such that die.

const world = outboxWorld();
const { outboxOf, write, makeDue } = world;

it('that dies between sending and noting it leaves the mail to the others, who send it under the same id', async () => {
  const [first, second] = [outboxOf(), outboxOf()];
  await write(first, MAIL);
  const id = (await list(first))[0]?.id;
  const came = new Promise<void>((resolve) => {
    world.box.answer = () => {
      world.box.answer = () => undefined;
      resolve();
      // The mail is there; whoever sent it never hears of it.
      return new Promise(() => {});
    };
  });
  const dies = new AbortController();
  const dying = run(first, dies.signal);
  await came;
  expect(await list(second)).toMatchObject([{ state: 'sending', attempts: 1 }]);
  await run(second);
  expect(world.box.came.length).toBe(1);
  dies.abort();
  await dying;
  expect(await list(second)).toMatchObject([{ state: 'sending', attempts: 1 }]);
  await makeDue();
  await run(second);
  expect(await list(second)).toMatchObject([{ state: 'sent', attempts: 2 }]);
  expect(world.box.came.map(({ messageId }) => messageId)).toEqual(Array(2).fill(`<${id}@example.org>`));
  // As they stood: nothing tells one copy from the other.
  expect(world.box.raw[1]).toBe(world.box.raw[0]);
});

it('that stops lets the mail on its way arrive, and begins no other', async () => {
  const outbox = outboxOf();
  await write(outbox, ...Array.from({ length: 6 }, () => MAIL));
  const stop = new AbortController();
  world.box.answer = async () => {
    stop.abort();
    return undefined;
  };
  await run(outbox, stop.signal);
  await run(outbox, stop.signal);
  expect((await list(outbox)).map(({ state }) => state).sort()).toEqual(['queued', 'sent', 'sent', 'sent', 'sent', 'sent']);
});

it('that comes back late does not undo what another one has done', async () => {
  const [slow, quick] = [outboxOf(), outboxOf()];
  await write(slow, MAIL);
  let refuse = () => {};
  const came = new Promise<void>((resolve) => {
    world.box.answer = () => {
      world.box.answer = () => undefined;
      resolve();
      return new Promise((late) => {
        refuse = () => late({ number: 554, text: 'too late' });
      });
    };
  });
  const late = run(slow);
  await came;
  await makeDue();
  await run(quick);
  refuse();
  await late;
  expect(await list(quick)).toMatchObject([{ state: 'sent', attempts: 2, lastError: '' }]);
});

it('beside another one sends each mail once', async () => {
  const outboxes = [outboxOf(), outboxOf()];
  const subjects = Array.from({ length: 40 }, (_, n) => `Mail ${n}`);
  await write(outboxOf(), ...subjects.map((subject) => ({ ...MAIL, subject })));
  await Promise.all(outboxes.map((outbox) => run(outbox)));
  expect(world.box.came.map(({ subject }) => subject).sort()).toEqual(subjects.sort());
  expect((await list(outboxOf())).every(({ state, attempts }) => state === 'sent' && attempts === 1)).toBe(true);
});

it('that is killed by a mail again and again gives it up', async () => {
  const outbox = outboxOf();
  await write(outbox, MAIL);
  await world.database.pool.query("UPDATE outbox SET state = 'sending', attempts = 14");
  await makeDue();
  await run(outbox);
  expect([world.box.came.length, await list(outbox)]).toMatchObject([
    0,
    [{ state: 'failed', lastError: expect.stringContaining('interrupted') }],
  ]);
});

it('holds no lock while it sends', async () => {
  const outbox = outboxOf();
  await write(outbox, MAIL);
  let release = () => {};
  const came = new Promise<void>((resolve) => {
    world.box.answer = () => {
      resolve();
      return new Promise((taken) => {
        release = () => taken(undefined);
      });
    };
  });
  const sending = run(outbox);
  await came;
  await world.database.pool.query('SELECT 1 FROM outbox FOR UPDATE NOWAIT');
  release();
  await sending;
  expect(await list(outbox)).toMatchObject([{ state: 'sent' }]);
});
