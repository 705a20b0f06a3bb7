import { loadMasterKey } from '@scrip/capability';
import { openDatabase, writeRiders } from '@scrip/database';
import { createOutbox, type Outgoing } from '@scrip/ports';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { childServers } from '../testkit/child.ts';
import { TEMPLATE } from '../testkit/cluster.ts';
import { emptyDatabase, silentLog } from '../testkit/database.ts';
import { type MailBox, mailBox } from '../testkit/mail-box.ts';

const servers = childServers();
const TOKEN = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const MAIL: Outgoing = {
  kind: 'mail',
  to: 'mann@example.org',
  subject: 'Unmistakable',
  body: 'Open this: {link}',
  link: `https://example.org/reset?token=${TOKEN}`,
};

let box: MailBox;
let database: Awaited<ReturnType<typeof emptyDatabase>>;
beforeAll(async () => {
  box = await mailBox();
  database = await emptyDatabase(TEMPLATE);
});
afterAll(async () => {
  await box.close();
  await database.drop();
});

it('a mail of a server that is killed while it sends comes again from the next one, under the same id', { timeout: 60_000 }, async () => {
  const SCRIP_DATA = await servers.dataDir();
  const env = { DATABASE_URL: database.url, SCRIP_DATA, SCRIP_MAIL: box.url, SCRIP_DEMO: '0', LOG_LEVEL: 'trace' };
  const came = new Promise<void>((resolve) => {
    box.answer = () => {
      box.answer = () => undefined;
      resolve();
      return new Promise(() => {});
    };
  });
  const first = await servers.start(env);
  const own = await openDatabase({ url: database.url, poolSize: 2, log: silentLog });
  const outbox = createOutbox({ database: own, masterKey: await loadMasterKey(SCRIP_DATA), ports: [], log: silentLog });
  await own.transaction((client) => writeRiders(client, [outbox.rider(MAIL)]));
  await came;
  first.signal('SIGKILL');
  await first.ended();
  expect(await outbox.list('', 10)).toMatchObject([{ state: 'sending', attempts: 1 }]);

  await own.pool.query('UPDATE outbox SET try_at = clock_timestamp()');
  const second = await servers.start(env);
  await expect.poll(() => outbox.list('', 10), { timeout: 15_000 }).toMatchObject([{ state: 'sent', attempts: 2, body: '' }]);
  const [item] = await outbox.list('', 10);
  expect(box.came.map(({ messageId, text }) => [messageId, text?.trim()])).toEqual(
    Array(2).fill([`<${item?.id}@example.org>`, `Open this: ${MAIL.link}`]),
  );

  // One that is refused is logged, and a server that is told to stop does not wait for a mail server that never answers.
  box.answer = () => ({ number: 554, text: `Unmistakable ${TOKEN}` });
  await own.transaction((client) => writeRiders(client, [outbox.rider(MAIL)]));
  await expect.poll(() => outbox.list('', 10), { timeout: 15_000 }).toMatchObject([{ state: 'sent' }, { state: 'failed' }]);
  const stuck = new Promise<void>((resolve) => {
    box.answer = () => {
      resolve();
      return new Promise(() => {});
    };
  });
  await own.transaction((client) => writeRiders(client, [outbox.rider(MAIL)]));
  await stuck;
  second.signal('SIGTERM');
  expect(await second.ended()).toEqual({ code: 0, signal: null });
  const logged = second.stderr() + second.stdout();
  expect(logged).toContain('EMESSAGE 554');
  expect(logged).not.toMatch(new RegExp(`${TOKEN}|Unmistakable|mann@`));
  await own.close();
});
