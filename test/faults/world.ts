import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Uuid } from '@scrip/kernel';
import { Caller } from './caller.ts';
import { MASTER_KEY } from './draws.ts';
import type { Recorder } from './history.ts';
import { SAVINGS } from './orders.ts';
import type { Person } from './person.ts';
import { Postgres } from './postgres.ts';
import { Server } from './server.ts';
import { openShops, type Shop } from './shops.ts';
import { Wire } from './wire.ts';

export const SERVERS = 2;
/** Fewer than clients, so that some share an account and race for what is in it. */
const PEOPLE = 24;
const RICH = 8;
/** Among the people: one who can always pay back, with two clients, and one who can't. */
const KEEPERS = [1, 20];
/** And who shares in what these two sell and let. */
const [PARTNER, STAFF, AFFILIATE] = [5, [2, 9], 10];
const MONEY = { rich: 1_000_000_000, others: 300 };
const SETUP_PATIENCE_MS = 30_000;
/** Of a server's log, where it ended by itself. */
const CRASH_LINES = 40;
const LOGIN_SECONDS = 7 * 86_400;

/** Everything that a run is made of, as processes: two servers on one PostgreSQL, and a wire on every hop between. */
export interface World {
  readonly postgres: Postgres;
  readonly servers: readonly Server[];
  /** From the clients to each server, and from each server to PostgreSQL. */
  readonly wires: { readonly client: readonly Wire[]; readonly database: readonly Wire[] };
  readonly people: readonly Person[];
  readonly shops: readonly Shop[];
  /** What the server's own audit of the books and of their chain of seals finds wrong. */
  audit(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** Starts all of it and gives everybody money; what was minted is written down. */
export async function startWorld(recorder: Recorder): Promise<World> {
  const undo: (() => Promise<void> | void)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const postgres = await Postgres.start();
    undo.push(() => postgres.stop());
    const dataDir = mkdtempSync(join(tmpdir(), 'scrip-faults-data-'));
    undo.push(() => rmSync(dataDir, { recursive: true, force: true }));
    writeFileSync(join(dataDir, 'master.key'), MASTER_KEY, { mode: 0o600 });
    const wires = { client: [] as Wire[], database: [] as Wire[] };
    for (let number = 0; number < SERVERS; number++) wires.database.push(await Wire.open(() => postgres.port));
    undo.push(() => closeAll(wires.database));
    const start = async (database: Wire, number: number) => {
      const env = { DATABASE_URL: postgres.serverUrl(database.port), SCRIP_DATA: dataDir, SCRIP_DEMO: '0', LOG_LEVEL: 'warn' };
      const onEnd = (what: string, log: readonly string[]) => recorder.incidents.push(`${what}: ${log.slice(-CRASH_LINES).join(' / ')}`);
      const server = await Server.start({ number, env, onEnd });
      undo.push(() => server.stop());
      return server;
    };
    // One after the other: the first one makes the keys and tables that both use.
    const servers: Server[] = [];
    for (const [number, wire] of wires.database.entries()) servers.push(await start(wire, number));
    for (const server of servers) wires.client.push(await Wire.open(() => server.port));
    undo.push(() => closeAll(wires.client));
    const operator = readFileSync(join(dataDir, 'operator.capability'), 'utf8').trim();
    const call = caller(servers);
    const people = await Promise.all(Array.from({ length: PEOPLE }, (_, number) => settle(call, operator, number, recorder)));
    const at = (number: number) => people[number] as Person;
    const others = { partner: at(PARTNER), staff: STAFF.map(at), affiliate: at(AFFILIATE) };
    const shops = await openShops(call, KEEPERS.map(at), others, recorder);
    return {
      postgres,
      servers,
      wires,
      people,
      shops,
      async audit() {
        const { problems } = (await call('operator.audit', [[operator]])) as { problems: string[] };
        const { first_bad } = (await call('operator.verifyChain', [[operator]])) as { first_bad: string };
        return [...problems, first_bad].filter((problem) => problem !== '' && !MOVED_CLOCK.test(problem));
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What the audit says rightly of payments that were made while the database's clock was ahead: that is one of the faults. */
const MOVED_CLOCK = /journals are dated in the future/;

async function closeAll(wires: readonly Wire[]): Promise<void> {
  await Promise.all(wires.map((wire) => wire.close()));
}

type Call = (method: string, params: readonly unknown[]) => Promise<unknown>;

/** Past the wires, and at the first server that answers: for what must work before and after everything. */
function caller(servers: readonly Server[]): Call {
  return async (method, params) => {
    const reasons: string[] = [];
    for (const server of servers) {
      const line = new Caller(server.port);
      const answer = await line.call('json', method, params, SETUP_PATIENCE_MS);
      line.close();
      if (answer.kind === 'result') return answer.value;
      if (answer.kind === 'fault') throw new Error(`${method}: ${answer.text}`);
      reasons.push(answer.why);
    }
    throw new Error(`${method}: ${reasons.join('; ')}`);
  };
}

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

/** Registers somebody, gives them money and logs them in. */
async function settle(call: Call, operator: string, number: number, recorder: Recorder): Promise<Person> {
  const rich = number < RICH;
  const password = `password ${number}`;
  const akey = (await call('operator.addAvatar', [[operator], `Client ${number}`, password])) as Uuid;
  const money = rich ? MONEY.rich : MONEY.others;
  recorder.mints.push((await call('operator.mint', [[operator], akey, 'working', money, 'start', `mint ${number}`])) as Uuid);
  recorder.minted += BigInt(money);
  const challenge = (await call('general.getLoginChallenge', [akey])) as string;
  const response = md5(challenge + akey + md5(password));
  const login = (await call('general.getLoginCapability', [akey, response, LOGIN_SECONDS])) as string;
  await call('bank.openAccount', [[login], SAVINGS]);
  return { akey, login, rich };
}
