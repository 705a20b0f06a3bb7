import type { Rider } from '@scrip/database';
import type { Outbox } from '@scrip/ports';
import type { AudienceChange, NoticeStore } from './store.ts';

/** In one run: the rest waits for the next one. */
const MOST = 500;

/** Tells sites of the status of performers whose rooms their customers are in. */
export class Notices {
  readonly #store: NoticeStore;
  readonly #outbox: Outbox;

  constructor(store: NoticeStore, outbox: Outbox) {
    this.#store = store;
    this.#outbox = outbox;
  }

  /** Raises outbox.refused where the outbox would send nothing there. */
  check(url: string): void {
    if (url !== '') this.#rider(url, {});
  }

  /** Puts what has changed into the outbox: a job of each server. */
  async write(): Promise<void> {
    const time = new Date().toISOString();
    await this.#store.tell(MOST, (change) => {
      const { url, performer, customers } = change;
      const notice = { function: 'performerStatus', action: actionOf(change), performerId: performer, customers, time };
      return this.#rider(url, notice);
    });
  }

  #rider(to: string, notice: object): Rider {
    return this.#outbox.rider({ kind: 'http', to, subject: 'performerStatus', body: JSON.stringify(notice) });
  }
}

function actionOf({ told, customers }: AudienceChange): 'online' | 'offline' | 'change' {
  if (customers === 0) return 'offline';
  return told === 0 ? 'online' : 'change';
}
