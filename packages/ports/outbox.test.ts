import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCapabilities, loadMasterKey, type MasterKey } from '@scrip/capability';
import { type Log, writeRiders } from '@scrip/database';
import { newId, systemClock } from '@scrip/kernel';
import { isFault } from '@scrip/rpc';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { silentLog, testDatabase } from '../../test/testkit/database.ts';
import { type MailBox, mailBox } from '../../test/testkit/mail-box.ts';
import { createOutbox, linkGone, mailPort, type Outbox, type Outgoing, outboxRefused, readMailServer, unknownOutboxItem } from './index.ts';

const MAIL: Outgoing = {
  kind: 'mail',
  to: 'mann@example.org',
  subject: 'Zoë’s shop: 日本 😀',
  body: 'Dear Mann,\n\nyou sold a chair.\n.\nYours\n',
};
const TOKEN = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const LINKED: Outgoing = {
  ...MAIL,
  subject: 'A new one',
  body: 'Open this:\n\n{link}\n',
  link: `https://example.org/reset?token=${TOKEN}`,
};

let database: Awaited<ReturnType<typeof testDatabase>>;
let dataDir: string;
let masterKey: MasterKey;
let capabilities: Awaited<ReturnType<typeof createCapabilities>>;
let box: MailBox;
const logged: string[] = [];
const note = (fields: object, message: string) => void logged.push(JSON.stringify([fields, message]));
const log: Log = { info: note, warn: note, error: note };

beforeAll(async () => {
  database = await testDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'scrip-outbox-'));
  masterKey = await loadMasterKey(dataDir);
  capabilities = await createCapabilities({ database, masterKey, clock: systemClock, log: silentLog });
});
beforeEach(async () => {
  box = await mailBox();
  logged.length = 0;
});
afterEach(async () => {
  await box.close();
  await database.pool.query('DELETE FROM outbox');
});
afterAll(async () => {
  await capabilities.close();
  await database.drop();
  rmSync(dataDir, { recursive: true });
});

/** As one server process has it. */
function outboxOf(url: string | undefined = box.url): Outbox {
  const server = url === '' ? undefined : readMailServer(url);
  return createOutbox({ database, masterKey, ports: server ? [mailPort(server)] : [], log });
}

const write = (outbox: Outbox, ...items: Outgoing[]) =>
  database.transaction((client) =>
    writeRiders(
      client,
      items.map((item) => outbox.rider(item)),
    ),
  );
const run = (outbox: Outbox, stop?: AbortSignal) => outbox.jobs[0]?.run(stop) ?? expect.fail('there is no job');
/** As time passes. */
const makeDue = () => database.pool.query("UPDATE outbox SET try_at = clock_timestamp() - interval '1 second'");
const list = (outbox: Outbox) => outbox.list('', 100);
const pauses_secs = async () =>
  (await database.pool.query<{ secs: number }>('SELECT extract(epoch FROM try_at - clock_timestamp())::float8 AS secs FROM outbox')).rows;

describe('mail', () => {
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
    expect(box.came.map(({ subject, text, messageId }) => ({ subject, text, messageId }))).toEqual([
      { subject: MAIL.subject, text: MAIL.body, messageId: `<${item?.id}@example.org>` },
    ]);
    const [mail] = box.came;
    expect([mail?.from?.text, box.recipients, mail?.headers.get('auto-submitted')]).toEqual([
      'scrip@example.org',
      [MAIL.to],
      'auto-generated',
    ]);
    expect(mail?.date?.getTime()).toBe(Math.floor((item?.createdAt.getTime() ?? 0) / 1_000) * 1_000);
  });

  it('is written with its change, or not at all', async () => {
    const outbox = outboxOf();
    const failing = database.transaction(async (client) => {
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
});

describe('what fails', () => {
  it.each([
    ['the mail', () => (box.answer = () => ({ number: 451, text: 'later' })), 'EMESSAGE 451: 451 later'],
    ['the recipient', () => (box.answerRecipient = () => ({ number: 450, text: 'grey' })), 'EENVELOPE 450: 450 grey'],
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
      expect(pause?.secs).toBeGreaterThan(most / 2 - 10);
      await makeDue();
    }
    box.answer = () => undefined;
    box.answerRecipient = () => undefined;
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
    ['the mail', () => (box.answer = () => ({ number: 554, text: 'spam' })), 'EMESSAGE 554: 554 spam'],
    ['the recipient', () => (box.answerRecipient = () => ({ number: 550, text: 'nobody' })), 'EENVELOPE 550: 550 nobody'],
  ])('for good, %s, is not tried again until it is resent', async (_what, refuse, why) => {
    const outbox = outboxOf();
    await write(outbox, MAIL);
    refuse();
    await run(outbox);
    await makeDue();
    await run(outbox);
    const [item] = await list(outbox);
    expect(item).toMatchObject({ state: 'failed', attempts: 1, lastError: why });
    box.answer = () => undefined;
    box.answerRecipient = () => undefined;
    await outbox.resend(item?.id ?? '');
    expect(await list(outbox)).toMatchObject([{ state: 'queued', attempts: 0, lastError: '' }]);
    await run(outbox);
    expect(await list(outbox)).toMatchObject([{ state: 'sent', attempts: 1 }]);
  });

  it('is given up after the last attempt', async () => {
    const outbox = outboxOf();
    await write(outbox, MAIL);
    box.answer = () => ({ number: 451, text: 'later' });
    await database.pool.query('UPDATE outbox SET attempts = 13');
    await run(outbox);
    expect(await list(outbox)).toMatchObject([{ state: 'failed', attempts: 14 }]);
  });

  it('holds up nothing else', async () => {
    const outbox = outboxOf();
    await write(outbox, ...['bad', 'good', 'bad', 'good'].map((name) => ({ ...MAIL, to: `${name}@example.org` })));
    box.answerRecipient = (address) => (address.startsWith('bad') ? { number: 450, text: 'grey' } : undefined);
    await run(outbox);
    expect((await list(outbox)).map(({ to, state }) => `${to} ${state}`).sort()).toEqual([
      'bad@example.org queued',
      'bad@example.org queued',
      'good@example.org sent',
      'good@example.org sent',
    ]);
  });
});

describe('a process', () => {
  it('that dies between sending and noting it leaves the mail to the others, who send it under the same id', async () => {
    const [first, second] = [outboxOf(), outboxOf()];
    await write(first, MAIL);
    const id = (await list(first))[0]?.id;
    const came = new Promise<void>((resolve) => {
      box.answer = () => {
        box.answer = () => undefined;
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
    expect(box.came.length).toBe(1);
    dies.abort();
    await dying;
    expect(await list(second)).toMatchObject([{ state: 'sending', attempts: 1 }]);
    await makeDue();
    await run(second);
    expect(await list(second)).toMatchObject([{ state: 'sent', attempts: 2 }]);
    expect(box.came.map(({ messageId }) => messageId)).toEqual(Array(2).fill(`<${id}@example.org>`));
    // As they stood: nothing tells one copy from the other.
    expect(box.raw[1]).toBe(box.raw[0]);
  });

  it('that stops lets the mail on its way arrive, and begins no other', async () => {
    const outbox = outboxOf();
    await write(outbox, ...Array.from({ length: 6 }, () => MAIL));
    const stop = new AbortController();
    box.answer = async () => {
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
      box.answer = () => {
        box.answer = () => undefined;
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
    expect(box.came.map(({ subject }) => subject).sort()).toEqual(subjects.sort());
    expect((await list(outboxOf())).every(({ state, attempts }) => state === 'sent' && attempts === 1)).toBe(true);
  });

  it('that is killed by a mail again and again gives it up', async () => {
    const outbox = outboxOf();
    await write(outbox, MAIL);
    await database.pool.query("UPDATE outbox SET state = 'sending', attempts = 14");
    await makeDue();
    await run(outbox);
    expect([box.came.length, await list(outbox)]).toMatchObject([
      0,
      [{ state: 'failed', lastError: expect.stringContaining('interrupted') }],
    ]);
  });

  it('holds no lock while it sends', async () => {
    const outbox = outboxOf();
    await write(outbox, MAIL);
    let release = () => {};
    const came = new Promise<void>((resolve) => {
      box.answer = () => {
        resolve();
        return new Promise((taken) => {
          release = () => taken(undefined);
        });
      };
    });
    const sending = run(outbox);
    await came;
    await database.pool.query('SELECT 1 FROM outbox FOR UPDATE NOWAIT');
    release();
    await sending;
    expect(await list(outbox)).toMatchObject([{ state: 'sent' }]);
  });
});

describe('a link', () => {
  const stored = async () => JSON.stringify((await database.pool.query('SELECT outbox::text FROM outbox')).rows);

  it('is in the mail, sealed until then, shown while unsent, and gone afterwards', async () => {
    const outbox = outboxOf();
    await write(outbox, LINKED);
    expect(await list(outbox)).toMatchObject([{ state: 'queued', body: `Open this:\n\n${LINKED.link}\n` }]);
    expect(await stored()).not.toContain(TOKEN);
    expect(await stored()).not.toContain(Buffer.from(TOKEN).toString('hex'));
    box.answer = () => ({ number: 451, text: `I do not like ${LINKED.link}` });
    await run(outbox);
    expect(await list(outbox)).toMatchObject([{ state: 'queued', lastError: 'EMESSAGE 451', body: expect.stringContaining(TOKEN) }]);
    box.answer = () => undefined;
    await makeDue();
    await run(outbox);
    const [item] = await list(outbox);
    expect(item).toMatchObject({ state: 'sent', body: '' });
    expect(box.came.at(-1)?.text).toBe(`Open this:\n\n${LINKED.link}\n`);
    await expect(outbox.resend(item?.id ?? '')).rejects.toSatisfy((error) => isFault(error, linkGone));
    expect((await database.pool.query('SELECT body, link_sealed FROM outbox')).rows).toEqual([{ body: '', link_sealed: null }]);
    expect(logged.length).toBe(1);
    expect(logged.join()).not.toMatch(new RegExp(`${TOKEN}|example|Open`));
  });

  it('of one mail does not open as that of another', async () => {
    const outbox = outboxOf();
    await write(outbox, LINKED, LINKED);
    await database.pool.query('UPDATE outbox SET link_sealed = (SELECT link_sealed FROM outbox ORDER BY id LIMIT 1)');
    await expect(list(outbox)).rejects.toThrow();
  });
});

it('logs neither bodies nor recipients nor what the other side says', async () => {
  const outbox = outboxOf();
  await write(outbox, { ...MAIL, body: 'Unmistakable' });
  box.answer = () => ({ number: 554, text: 'Unmistakable, for mann@example.org' });
  await run(outbox);
  expect(logged).toHaveLength(1);
  expect(logged[0]).not.toMatch(/unmistakable|mann|shop/i);
  expect(logged[0]).toContain('EMESSAGE 554');
});

it('no secret gets in', async () => {
  const outbox = outboxOf();
  const { token } = await capabilities.issue({ kind: 'login', sub: newId(), grantor: newId(), validForSecs: 60 });
  for (const body of [token, `password: geheim`, '4242 4242 4242 4242', readFileSync(masterKey.file).toString('base64')]) {
    expect(() => outbox.rider({ ...MAIL, body })).toThrow(expect.toSatisfy((error) => isFault(error, outboxRefused)));
  }
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
