import { expect, it } from 'vitest';
import { list, MAIL, outboxWorld, run } from '../testkit.ts';

// What becomes of mail that is refused.

const world = outboxWorld();
const { outboxOf, write, makeDue } = world;

const pauses_secs = async () =>
  (await world.database.pool.query<{ secs: number }>('SELECT extract(epoch FROM try_at - clock_timestamp())::float8 AS secs FROM outbox'))
    .rows;

it.each([
  ['the mail', () => (world.box.answer = () => ({ number: 451, text: 'later' })), 'EMESSAGE 451: 451 later'],
  ['the recipient', () => (world.box.answerRecipient = () => ({ number: 450, text: 'grey' })), 'EENVELOPE 450: 450 grey'],
])('for now, %s, is tried again after growing pauses', async (_what, refuse, why) => {
  const outbox = outboxOf();
  await write(outbox, MAIL);
  refuse();
  for (const [attempts, most] of [
    [1, 30],
    [2, 60],
    [3, 120],
  ] as const) {
    await run(outbox);
    // Not due: nothing is tried.
    await run(outbox);
    expect(await list(outbox)).toMatchObject([{ state: 'queued', attempts, lastError: why }]);
    const [pause] = await pauses_secs();
    expect(pause?.secs).toBeLessThanOrEqual(most);
    expect(pause?.secs).toBeGreaterThan(most / 2 - 14);
    await makeDue();
  }
  world.box.answer = () => undefined;
  world.box.answerRecipient = () => undefined;
  await run(outbox);
  expect(await list(outbox)).toMatchObject([{ state: 'sent', attempts: 4, lastError: '' }]);
});

it('where nothing answers, is tried again', async () => {
  const outbox = outboxOf('smtp://127.0.0.1:1');
  await write(outbox, MAIL);
  await run(outbox);
  expect(await list(outbox)).toMatchObject([{ state: 'queued', attempts: 1, lastError: expect.stringContaining('ECONNREFUSED') }]);
});

it.each([
  ['the mail', () => (world.box.answer = () => ({ number: 554, text: 'spam' })), 'EMESSAGE 554: 554 spam'],
  ['the recipient', () => (world.box.answerRecipient = () => ({ number: 550, text: 'nobody' })), 'EENVELOPE 550: 550 nobody'],
])('for good, %s, is not tried again until it is resent', async (_what, refuse, why) => {
  const outbox = outboxOf();
  await write(outbox, MAIL);
  refuse();
  await run(outbox);
  await makeDue();
  await run(outbox);
  const [item] = await list(outbox);
  expect(item).toMatchObject({ state: 'failed', attempts: 1, lastError: why });
  world.box.answer = () => undefined;
  world.box.answerRecipient = () => undefined;
  await outbox.resend(item?.id ?? '');
  expect(await list(outbox)).toMatchObject([{ state: 'queued', attempts: 0, lastError: '' }]);
  await run(outbox);
  expect(await list(outbox)).toMatchObject([{ state: 'sent', attempts: 1 }]);
});

it('is given up after the last attempt', async () => {
  const outbox = outboxOf();
  await write(outbox, MAIL);
  world.box.answer = () => ({ number: 451, text: 'later' });
  await world.database.pool.query('UPDATE outbox SET attempts = 13');
  await run(outbox);
  expect(await list(outbox)).toMatchObject([{ state: 'failed', attempts: 14 }]);
});

it('holds up nothing else', async () => {
  const outbox = outboxOf();
  await write(outbox, ...['bad', 'good', 'bad', 'good'].map((name) => ({ ...MAIL, to: `${name}@example.org` })));
  world.box.answerRecipient = (address) => (address.startsWith('bad') ? { number: 450, text: 'grey' } : undefined);
  await run(outbox);
  expect((await list(outbox)).map(({ to, state }) => `${to} ${state}`).sort()).toEqual([
    'bad@example.org queued',
    'bad@example.org queued',
    'good@example.org sent',
    'good@example.org sent',
  ]);
});
