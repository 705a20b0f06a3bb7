import { loadMasterKey } from '@scrip/capability';
import { openDatabase, writeRiders } from '@scrip/database';
import { createOutbox } from '@scrip/ports';
import { expect, test } from 'vitest';
import { TEMPLATE } from '../../test/testkit/cluster.ts';
import { emptyDatabase, silentLog } from '../../test/testkit/database.ts';
import { startTestServer } from '../../test/testkit/server.ts';
import { commands } from './testkit.ts';

test('outbox list and resend', async () => {
  const { url, drop } = await emptyDatabase(TEMPLATE);
  const server = await startTestServer({ env: { DATABASE_URL: url, SCRIP_DEMO: '0' } });
  const { scrip, json } = commands(server);
  expect((await scrip(['outbox', 'list'])).out).toBe('nothing is there\n');

  const database = await openDatabase({ url, poolSize: 1, log: silentLog });
  const outbox = createOutbox({ database, masterKey: await loadMasterKey(server.dataDir), ports: [], log: silentLog });
  const mail = { kind: 'mail', to: 'mann@example.org', subject: 'Hello', body: 'Dear Mann' } as const;
  await database.transaction((client) => writeRiders(client, [outbox.rider(mail)]));
  const [item] = await outbox.list('', 1);
  await database.pool.query("UPDATE outbox SET state = 'failed', attempts = 3, last_error = 'EENVELOPE 550: nobody'");

  const { out } = await scrip(['outbox', 'list']);
  expect(out).toMatch(/^ID +WRITTEN +STATE +ATTEMPTS +KIND +TO +SUBJECT +ERROR\n/);
  expect(out).toMatch(
    new RegExp(
      `\\n${item?.id}  \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d  failed  3 +mail  mann@example.org  Hello +EENVELOPE 550: nobody\\n$`,
    ),
  );
  expect((await scrip(['outbox', 'list', '--limit', '1'])).out).toContain(`there may be more: --after ${item?.id}`);
  expect((await scrip(['outbox', 'list', '--after', item?.id ?? ''])).out).toBe('nothing is there\n');

  expect((await scrip(['outbox', 'resend', item?.id ?? ''])).out).toBe(`queued ${item?.id} to be sent anew\n`);
  expect(JSON.parse((await scrip(['outbox', 'list', '--json'])).out)).toMatchObject([
    { id: item?.id, body: 'Dear Mann', state: 'queued', attempts: 0 },
  ]);
  expect(await json('outbox', 'resend', item?.id ?? '')).toEqual({ code: 0, id: item?.id, resent: true });
  const { code, err } = await scrip(['outbox', 'resend', 'nothing']);
  expect([code, err]).toEqual([1, expect.stringContaining('outbox.unknown_item')]);

  await database.close();
  await server.stop();
  await drop();
});
