import type { MasterKey } from '@scrip/capability';
import type { Uuid } from '@scrip/kernel';
import { type Dispatch, LINK } from '../model.ts';
import type { OutboxRow } from './store.ts';

/** Links of items are sealed under the master key: a copy of the database opens none of them. */
export class Links {
  readonly #masterKey: MasterKey;

  constructor(masterKey: MasterKey) {
    this.#masterKey = masterKey;
  }

  seal(id: Uuid, link: string): Buffer {
    return this.#masterKey.seal('outbox-link', Buffer.from(link), id);
  }

  /** With its link in its place. */
  dispatchOf({ id, recipient, subject, body, linkSealed, createdAt }: OutboxRow): Dispatch {
    const link = linkSealed && this.#masterKey.open('outbox-link', linkSealed, id).toString();
    return { id, to: recipient, subject, body: link === null ? body : body.replace(LINK, () => link), createdAt };
  }
}
