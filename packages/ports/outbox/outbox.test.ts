import { readFileSync } from 'node:fs';
import { createCapabilities } from '@scrip/capability';
import { newId, systemClock } from '@scrip/kernel';
import { isFault } from '@scrip/rpc';
import { describe, expect, it } from 'vitest';
import { silentLog } from '../../../test/testkit/database.ts';
import { linkGone, type Outgoing, outboxRefused, unknownOutboxItem } from '../index.ts';
import { list, MAIL, outboxWorld, run } from '../testkit.ts';

const world = outboxWorld();
const { outboxOf, write, makeDue, logged } = world;

const TOKEN = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const LINKED: Outgoing = {
  ...MAIL,
  subject: 'A new one',
  body: 'Open this:\n\n{link}\n',
  link: `https://example.org/reset?token=${TOKEN}`,
};

describe('a link', () => {
  const stored = async () => JSON.stringify((await world.database.pool.query('SELECT outbox::text FROM outbox')).rows);

  it('is in the mail, sealed until then, shown while unsent, and gone afterwards', async () => {
    const outbox = outboxOf();
    await write(outbox, LINKED);
    expect(await list(outbox)).toMatchObject([{ state: 'queued', body: `Open this:\n\n${LINKED.link}\n` }]);
    expect(await stored()).not.toContain(TOKEN);
    expect(await stored()).not.toContain(Buffer.from(TOKEN).toString('hex'));
    world.box.answer = () => ({ number: 451, text: `I do not like ${LINKED.link}` });
    await run(outbox);
    expect(await list(outbox)).toMatchObject([{ state: 'queued', lastError: 'EMESSAGE 451', body: expect.stringContaining(TOKEN) }]);
    world.box.answer = () => undefined;
    await makeDue();
    await run(outbox);
    const [item] = await list(outbox);
    expect(item).toMatchObject({ state: 'sent', body: '' });
    expect(world.box.came.at(-1)?.text).toBe(`Open this:\n\n${LINKED.link}\n`);
    await expect(outbox.resend(item?.id ?? '')).rejects.toSatisfy((error) => isFault(error, linkGone));
    expect((await world.database.pool.query('SELECT body, link_sealed FROM outbox')).rows).toEqual([{ body: '', link_sealed: null }]);
    expect(logged.length).toBe(1);
    expect(logged.join()).not.toMatch(new RegExp(`${TOKEN}|example|Open`));
  });

  it('of one mail does not open as that of another', async () => {
    const outbox = outboxOf();
    await write(outbox, LINKED, LINKED);
    await world.database.pool.query('UPDATE outbox SET link_sealed = (SELECT link_sealed FROM outbox ORDER BY id LIMIT 1)');
    await expect(list(outbox)).rejects.toThrow();
  });
});

it('logs neither bodies nor recipients nor what the other side says', async () => {
  const outbox = outboxOf();
  await write(outbox, { ...MAIL, body: 'Unmistakable' });
  world.box.answer = () => ({ number: 554, text: 'Unmistakable, for mann@example.org' });
  await run(outbox);
  expect(logged).toHaveLength(1);
  expect(logged[0]).not.toMatch(/unmistakable|mann|shop/i);
  expect(logged[0]).toContain('EMESSAGE 554');
});

it('no secret gets in', async () => {
  const outbox = outboxOf();
  const { database, masterKey } = world;
  const capabilities = await createCapabilities({ database, masterKey, clock: systemClock, log: silentLog });
  const { token } = await capabilities.issue({ kind: 'login', sub: newId(), grantor: newId(), validForSecs: 60 });
  for (const body of [token, `password: geheim`, '4242 4242 4242 4242', readFileSync(masterKey.file).toString('base64')]) {
    expect(() => outbox.rider({ ...MAIL, body })).toThrow(expect.toSatisfy((error) => isFault(error, outboxRefused)));
  }
  await capabilities.close();
  expect(await list(outbox)).toEqual([]);
});

it('lists page by page, oldest first, and knows no other ids', async () => {
  const outbox = outboxOf('');
  for (let n = 0; n < 7; n++) await write(outbox, { ...MAIL, subject: `Mail ${n}` });
  const subjects: string[] = [];
  for (let after = '', page = await outbox.list(after, 3); page.length > 0; page = await outbox.list(after, 3)) {
    subjects.push(...page.map(({ subject }) => subject));
    after = page.at(-1)?.id ?? '';
  }
  expect(subjects).toEqual([0, 1, 2, 3, 4, 5, 6].map((n) => `Mail ${n}`));
  const [first] = await outbox.list('', 1);
  expect(await outbox.list(first?.id.toUpperCase() ?? '', 1)).toMatchObject([{ subject: 'Mail 1' }]);
  for (const id of [newId(), 'no id', "'"]) {
    await expect(outbox.list(id, 1)).rejects.toSatisfy((error) => isFault(error, unknownOutboxItem));
    await expect(outbox.resend(id)).rejects.toSatisfy((error) => isFault(error, unknownOutboxItem));
  }
});
