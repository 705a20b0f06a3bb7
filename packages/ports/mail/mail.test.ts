import { writeRiders } from '@scrip/database';
import { expect, it } from 'vitest';
import { mailBox } from '../../../test/testkit/mail-box.ts';
import { list, MAIL, outboxWorld, run } from '../testkit.ts';

// How mail goes out: written with a change, handed over by SMTP.

const world = outboxWorld();
const { outboxOf, write, makeDue, logged } = world;

it('arrives as it was written, once, with an id of its own', async () => {
  const outbox = outboxOf();
  await write(outbox, MAIL);
  await run(outbox);
  await makeDue();
  await run(outbox);
  const [item] = await list(outbox);
  expect(item).toMatchObject({
    kind: 'mail',
    to: MAIL.to,
    subject: MAIL.subject,
    body: MAIL.body,
    state: 'sent',
    attempts: 1,
    lastError: '',
  });
  expect(world.box.came.map(({ subject, text, messageId }) => ({ subject, text, messageId }))).toEqual([
    { subject: MAIL.subject, text: MAIL.body, messageId: `<${item?.id}@example.org>` },
  ]);
  const [mail] = world.box.came;
  expect([mail?.from?.text, world.box.recipients, mail?.headers.get('auto-submitted')]).toEqual([
    'scrip@example.org',
    [MAIL.to],
    'auto-generated',
  ]);
  expect(mail?.date?.getTime()).toBe(Math.floor((item?.createdAt.getTime() ?? 0) / 1_000) * 1_000);
});

it('is written with its change, or not at all', async () => {
  const outbox = outboxOf();
  const failing = world.database.transaction(async (client) => {
    await writeRiders(client, [outbox.rider(MAIL)]);
    throw new Error('the change failed');
  });
  await expect(failing).rejects.toThrow('the change failed');
  expect(await list(outbox)).toEqual([]);
});

it('stays queued where there is no mail server, and counts no attempt', async () => {
  const outbox = outboxOf('');
  await write(outbox, MAIL);
  expect(outbox.jobs).toEqual([]);
  expect(await list(outbox)).toMatchObject([{ state: 'queued', attempts: 0 }]);
});

it('gets in with a login, over TLS', async () => {
  const guarded = await mailBox({ login: { user: 'scrip', pass: 'geheim' } });
  const outbox = outboxOf(guarded.url);
  await write(outbox, MAIL);
  await run(outbox);
  expect(guarded.secure).toEqual([true]);
  await guarded.close();
});

it('is not handed to a server that shows no good certificate where TLS was asked for', async () => {
  const impostor = await mailBox({ smtps: true });
  const outbox = outboxOf(impostor.url);
  await write(outbox, MAIL);
  await run(outbox);
  expect(await list(outbox)).toMatchObject([{ state: 'queued', attempts: 1, lastError: expect.stringContaining('certificate') }]);
  expect(impostor.came).toEqual([]);
  await impostor.close();
});

it('waits for a login that works', async () => {
  const guarded = await mailBox({ login: { user: 'scrip', pass: 'geheim' } });
  const outbox = outboxOf(guarded.url.replace('geheim', 'falsch'));
  await write(outbox, MAIL);
  await run(outbox);
  expect(await list(outbox)).toMatchObject([{ state: 'queued', attempts: 1, lastError: expect.stringMatching(/^EAUTH 535: /) }]);
  expect(logged.join()).not.toMatch(/geheim|falsch/);
  await guarded.close();
});
