import type { MasterKey } from '@scrip/capability';
import type { Database, Job, Log, Rider } from '@scrip/database';
import { isUuid, newId, type Uuid } from '@scrip/kernel';
import { linkGone, unknownOutboxItem } from '../errors.ts';
import type { OutboxItem, Outgoing, Port } from '../model.ts';
import { Links } from './links.ts';
import { checkOutgoing } from './outgoing.ts';
import { sendingJob } from './sending.ts';
import { OutboxStore, rowRider } from './store.ts';

/**
 * What leaves the server, as rows that are written with the changes they tell of. Each is sent at least once: where a process
 * dies between sending and noting it, or the other side's answer is lost, it goes out again under the same id.
 */
export interface Outbox {
  /** None where there is no port: everything stays queued then, and no attempt is counted. */
  readonly jobs: readonly Job[];
  /**
   * For the transaction of the change: the item is sent if and only if that commits, a second or two later. This is the only way
   * in. Raises outbox.refused where the recipient is no address, a text is too long, or one looks as if it held a secret.
   */
  rider(item: Outgoing): Rider;
  /** Oldest first, those after the item `after`; links stand in their bodies while unsent. Raises outbox.unknown_item. */
  list(after: string, limit: number): Promise<OutboxItem[]>;
  /** Queues it anew with all of its attempts, whether it failed, waits or was sent. Raises outbox.unknown_item and outbox.link_gone. */
  resend(id: string): Promise<void>;
}

const FORGET_ms = 3_600_000;

export interface OutboxOptions {
  readonly database: Database;
  readonly masterKey: MasterKey;
  /** At most one for each kind. */
  readonly ports: readonly Port[];
  readonly log: Log;
}

export function createOutbox({ database, masterKey, ports, log }: OutboxOptions): Outbox {
  const store = new OutboxStore(database);
  const links = new Links(masterKey);
  return {
    jobs:
      ports.length > 0
        ? [sendingJob({ store, links, ports, log }), { name: 'forget notices', every_ms: FORGET_ms, run: () => store.forget() }]
        : [],

    rider(item) {
      const { kind, to, subject, body, link } = checkOutgoing(item);
      const id = newId();
      return rowRider({ id, kind, recipient: to, subject, body, linkSealed: link === undefined ? null : links.seal(id, link) });
    },

    async list(after, limit) {
      const rows = await store.list(after === '' ? undefined : idOf(after), limit);
      if (!rows) throw unknown(after);
      return rows.map((row) => {
        const { kind, state, attempts, lastError, linkSealed } = row;
        return { ...links.dispatchOf(row), kind, state, attempts, lastError, withLink: linkSealed !== null };
      });
    },

    async resend(id) {
      if (await store.resend(idOf(id))) return;
      const row = await store.find(idOf(id));
      if (!row) throw unknown(id);
      if (row.state === 'sent') throw linkGone(`${id} was sent with a link, which went with it`);
    },
  };
}

function idOf(text: string): Uuid {
  if (!isUuid(text)) throw unknown(text);
  return text.toLowerCase();
}

function unknown(id: string) {
  return unknownOutboxItem(`there is no item ${JSON.stringify(id)} in the outbox`);
}
