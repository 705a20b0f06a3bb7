import { avatarProcedures, createAvatars, directoryOf } from '@scrip/avatars';
import { bankProcedures, createBank } from '@scrip/bank';
import { capabilityProcedures, createCapabilities, createGuard, type MasterKey } from '@scrip/capability';
import { type Database, isUnavailable, isWriteConflict } from '@scrip/database';
import { createGifts, giftProcedures } from '@scrip/gifts';
import { createGroups, groupProcedures } from '@scrip/groups';
import { type Currency, systemClock } from '@scrip/kernel';
import { createLease, leaseProcedures } from '@scrip/lease';
import { Objects, objectProcedures } from '@scrip/objects';
import { createOutbox, httpPort, mailPort, outboxProcedures } from '@scrip/ports';
import { Rooms, roomProcedures } from '@scrip/rooms';
import { busy, createRpc, type Fault, type Finished, type Log } from '@scrip/rpc';
import { createStudios, studioProcedures } from '@scrip/studio';
import { createVend, vendProcedures } from '@scrip/vend';
import type { Closing } from './closing.ts';
import type { Config } from './config.ts';
import { procedures as diagnosticsProcedures } from './diagnostics/generated/procedures.ts';
import { createDoors } from './doors.ts';
import { giftShop } from './gift-shop.ts';
import { procedures as siteProcedures } from './site/generated/procedures.ts';
import { Slices } from './slices.ts';

export interface Foundation {
  readonly database: Database;
  readonly masterKey: MasterKey;
  readonly log: Log;
  readonly config: Pick<Config, 'batchLimit' | 'challengeLogin' | 'plainLogin' | 'diagnostics' | 'mail' | 'roomPurge' | 'hooks'>;
  /** Of the server, as documents tell it. */
  readonly version: string;
  /** Is told of every call that has ended. */
  readonly onFinished: (finished: Finished) => void;
  /** Gets what is begun here, so that it is closed even if a later slice can't start. */
  readonly closing: Closing;
}

/** What everybody is paid in unless an account says otherwise. */
const CURRENCY: Currency = { code: 'L$', scale: 0 };

export type Composed = Awaited<ReturnType<typeof compose>>;

/**
 * Everything that answers calls, over a migrated database: the same for the server, the tests and the demo world. A new slice
 * is one line here. Nothing runs by itself: the server runs the jobs and serves the doors.
 */
export async function compose({ database, masterKey, log, config, version, onFinished, closing }: Foundation) {
  const clock = systemClock;
  const slices = new Slices(closing);
  const { challengeLogin, plainLogin, batchLimit } = config;
  const ports = [httpPort(), ...(config.mail ? [mailPort(config.mail)] : [])];

  const capabilities = slices.add(await createCapabilities({ database, masterKey, clock, log }));
  const outbox = slices.add(createOutbox({ database, masterKey, ports, log }), outboxProcedures);
  const avatars = slices.add(
    createAvatars({ database, capabilities, masterKey, clock, log, challengeLogin, plainLogin }),
    avatarProcedures,
  );
  slices.add({ capabilities, directory: directoryOf(avatars) }, capabilityProcedures);
  const objects = slices.add(new Objects({ database, avatars, capabilities, masterKey, clock }), objectProcedures);
  const groups = slices.add(createGroups({ database, avatars, capabilities }), groupProcedures);
  const bank = slices.add(
    await createBank({ database, avatars, capabilities, groups, objects, masterKey, currency: CURRENCY, log }),
    bankProcedures,
  );
  const lease = slices.add(createLease({ database, avatars, capabilities, groups, bank }), leaseProcedures);
  const vend = slices.add(createVend({ database, masterKey, avatars, groups, bank }), vendProcedures);
  const rooms = slices.add(new Rooms({ database, avatars, bank, outbox, purge_secs: config.roomPurge }), roomProcedures);
  const gifts = slices.add(await createGifts({ database, avatars, bank, shop: giftShop(vend), hooks: config.hooks, log }), giftProcedures);
  const studio = slices.add(createStudios({ database, avatars, bank, masterKey, clock, plainLogin }), studioProcedures);
  slices.add({ grids: avatars.grids }, siteProcedures);
  if (config.diagnostics) slices.add({}, diagnosticsProcedures);

  const guard = createGuard(capabilities);
  const rpc = createRpc({
    guard,
    recorder: bank.operatorLog.recorder,
    procedures: slices.procedures,
    batchLimit,
    asFault: databaseFault,
    onFinished,
  });
  const doors = createDoors({ rpc, capabilities, objects, version });
  return {
    database,
    masterKey,
    capabilities,
    outbox,
    avatars,
    objects,
    groups,
    bank,
    lease,
    vend,
    rooms,
    gifts,
    studio,
    rpc,
    doors,
    jobs: slices.jobs,
  };
}

/** What callers are told of errors that are the database's and pass. */
function databaseFault(error: unknown): Fault | undefined {
  if (isUnavailable(error)) return busy('the database does not answer; retry, with the same request id where money moves');
  // It was tried several times already, and nothing of it is written.
  if (isWriteConflict(error)) return busy('others changed the same at the same time; retry, with the same request id where money moves');
  return undefined;
}
