import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadMasterKey, type MasterKey } from '@scrip/capability';
import { type Database, type Log, writeRiders } from '@scrip/database';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { testDatabase } from '../../test/testkit/database.ts';
import { type MailBox, mailBox } from '../../test/testkit/mail-box.ts';
import { createOutbox, mailPort, type Outbox, type OutboxItem, type Outgoing, readMailServer } from './index.ts';

export const MAIL: Outgoing = {
  kind: 'mail',
  to: 'mann@example.org',
  subject: 'Zoë’s shop: 日本 😀',
  body: 'Dear Mann,\n\nyou sold a chair.\n.\nYours\n',
};

export interface OutboxWorld {
  readonly database: Database;
  readonly masterKey: MasterKey;
  /** A new one for each test. */
  readonly box: MailBox;
  /** What the outboxes of this test have logged, as JSON. */
  readonly logged: string[];
  /** As one server process has it: with the test's mail server, another one, or none where the address is empty. */
  outboxOf(url?: string): Outbox;
  write(outbox: Outbox, ...items: Outgoing[]): Promise<void>;
  /** As time passes. */
  makeDue(): Promise<void>;
}

/** A database and a mail server for a file's tests, each of which begins with nothing in the outbox. */
export function outboxWorld(): OutboxWorld {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let masterKey: MasterKey;
  let box: MailBox;
  const dataDir = mkdtempSync(join(tmpdir(), 'scrip-outbox-'));
  const logged: string[] = [];
  const note = (fields: object, message: string) => void logged.push(JSON.stringify([fields, message]));
  const log: Log = { info: note, warn: note, error: note };

  beforeAll(async () => {
    database = await testDatabase();
    masterKey = await loadMasterKey(dataDir);
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
    await database.drop();
    rmSync(dataDir, { recursive: true });
  });

  return {
    get database() {
      return database;
    },
    get masterKey() {
      return masterKey;
    },
    get box() {
      return box;
    },
    logged,
    outboxOf(url = box.url) {
      const server = url === '' ? undefined : readMailServer(url);
      return createOutbox({ database, masterKey, ports: server ? [mailPort(server)] : [], log });
    },
    write(outbox, ...items) {
      const riders = items.map((item) => outbox.rider(item));
      return database.transaction((client) => writeRiders(client, riders));
    },
    async makeDue() {
      await database.pool.query("UPDATE outbox SET try_at = clock_timestamp() - interval '1 second'");
    },
  };
}

/** Sends once what is due. */
export function run(outbox: Outbox, stop?: AbortSignal): Promise<unknown> {
  return outbox.jobs[0]?.run(stop) ?? expect.fail('there is no job');
}

export function list(outbox: Outbox): Promise<OutboxItem[]> {
  return outbox.list('', 100);
}
