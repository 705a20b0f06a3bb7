import type { Avatars } from '@scrip/avatars';
import type { Bank } from '@scrip/bank';
import { Creations } from '@scrip/capability';
import type { Database, Job } from '@scrip/database';
import type { Log } from '@scrip/rpc';
import { Apps } from './apps/apps.ts';
import { AppStore } from './apps/store.ts';
import { Hooks } from './hooks/hooks.ts';
import type { Shop } from './replies/carried.ts';
import { Replies } from './replies/replies.ts';
import { ReplyStore } from './replies/store.ts';
import { Requests } from './requests/requests.ts';
import { RequestStore } from './requests/store.ts';
import { UserStore } from './users/store.ts';
import { Users } from './users/users.ts';

/** Apps whose users ask their friends for gifts. */
export interface Gifts {
  readonly avatars: Avatars;
  readonly bank: Bank;
  /** What was made under a request id. */
  readonly creations: Creations;
  readonly apps: Apps;
  readonly users: Users;
  readonly requests: Requests;
  readonly requestStore: RequestStore;
  readonly replies: Replies;
  readonly replyStore: ReplyStore;
  readonly jobs: readonly Job[];
  close(): Promise<void>;
}

export interface GiftsOptions {
  readonly database: Database;
  readonly avatars: Avatars;
  readonly bank: Bank;
  readonly shop: Shop;
  /** The module of the operator's hooks; undefined: none. */
  readonly hooks: string | undefined;
  readonly log: Log;
}

const PURGE_ms = 60_000;
/** How long a request that has expired is kept. */
const KEPT_s = 7 * 24 * 60 * 60;

/** Rejects with what is wrong with the module of the hooks. */
export async function createGifts({ database, avatars, bank, shop, hooks: file, log }: GiftsOptions): Promise<Gifts> {
  const hooks = await Hooks.open(file, log);
  const requestStore = new RequestStore(database);
  const replyStore = new ReplyStore(database);
  return {
    avatars,
    bank,
    creations: new Creations(database),
    apps: new Apps(new AppStore(database)),
    users: new Users({ database, avatars, store: new UserStore(database) }),
    requests: new Requests({ bank, store: requestStore, hooks }),
    requestStore,
    replies: new Replies({ bank, shop, store: replyStore, hooks }),
    replyStore,
    jobs: [{ name: 'forget expired gift requests', every_ms: PURGE_ms, run: () => requestStore.purge(KEPT_s) }],
    close: () => hooks.close(),
  };
}
