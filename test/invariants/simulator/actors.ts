import type { Random } from '../../faults/random.ts';
import { GRANTS, WATCHED } from './cast.ts';
import { order, rivalOf } from './orders.ts';
import { type Network, Pool } from './pool.ts';
import type { Postgres } from './postgres.ts';
import type { Attempt, Record, Request } from './record.ts';
import type { Server } from './server.ts';
import type { Timeline } from './timeline.ts';

/** The way between clients and servers. */
export interface Hop {
  readonly loss: number;
  readonly delay_ms: () => number;
}

export interface ClientSetting {
  readonly number: number;
  readonly orders: number;
  /** The longest time between two orders. */
  readonly think_ms: number;
  readonly timeline: Timeline;
  readonly random: Random;
  readonly record: Record;
  readonly servers: readonly Server[];
  readonly hop: Hop;
  /** Another request in the place of the one that is sent again. */
  readonly resend?: (request: Request, attempt: number) => Request;
}

/** More than any request needs once nothing is broken any more. */
const MAX_ATTEMPTS = 60;

/** Sends one request after the other, each again under its id until there is an answer, and now and then once more after that. */
export async function client(setting: ClientSetting): Promise<void> {
  const { number, orders, think_ms, timeline, random, record } = setting;
  for (let nth = 0; nth < orders; nth++) {
    await timeline.sleep(random.next() * think_ms);
    const draw = { random, record, client: number, number: nth };
    const request = order(draw);
    const requests = random.chance(0.08) && !request.journal.settles ? [request, rivalOf(draw, request)] : [request];
    for (const one of requests) timeline.note(`client ${number} wants ${one.name}: ${describe(one)}`);
    await Promise.all(requests.map((one) => perform(setting, one)));
    if (random.chance(0.1)) await attempt(setting, request, request.attempts.length);
  }
}

async function perform(setting: ClientSetting, request: Request): Promise<void> {
  const { random, timeline } = setting;
  for (let tries = 0; tries < MAX_ATTEMPTS; tries++) {
    if (await attempt(setting, request, tries)) return;
    await timeline.sleep(random.next() * 100 * Math.min(tries + 1, 5));
  }
}

/** Whether there was an answer that settles it, in the time that the client waits. */
async function attempt(setting: ClientSetting, request: Request, tries: number): Promise<boolean> {
  const { timeline, random, servers, hop, resend, number } = setting;
  const at = random.whole(0, servers.length - 1);
  const made: Attempt = { server: at, sent_ms: timeline.now_ms };
  request.attempts.push(made);
  const sent = tries === 0 ? request : (resend?.(request, tries) ?? request);
  const answered = async () => {
    await timeline.sleep(hop.delay_ms());
    const server = servers[at] as Server;
    if (!server.isUp) return false;
    if (random.chance(hop.loss)) return new Promise<boolean>(() => {});
    const reply = await server.handle(sent, made);
    if (random.chance(hop.loss)) return new Promise<boolean>(() => {});
    await timeline.sleep(hop.delay_ms());
    // Also where the client has stopped listening: what a server says is a promise.
    made.answered_ms = timeline.now_ms;
    made.reply = reply;
    const heard = reply.kind === 'refused' ? reply.why : reply.kind === 'accepted' && reply.replay ? 'replay' : reply.kind;
    timeline.meet(heard);
    timeline.note(`client ${number} hears of ${request.name}: ${heard}`);
    return reply.kind !== 'unknown';
  };
  const patience_ms = random.chance(0.5) ? random.whole(5, 60) : random.whole(200, 9_000);
  return Promise.race([answered(), timeline.sleep(patience_ms).then(() => false)]);
}

function describe({ journal, notices, within }: Request): string {
  const moves = journal.transfers.map(({ debit, credit, amount, hold }) => `${amount} ${debit} -> ${credit}${hold ? ' held' : ''}`);
  const on = journal.spends ? [`on ${journal.spends.chain.map(({ jti }) => jti).join(' of ')}`] : [];
  return [journal.id, journal.comment, ...moves, ...on, ...(notices ? ['with a notice'] : []), ...(within ? ['within'] : [])].join('; ');
}

const LOCK =
  'SELECT id, state, posted_debits, posted_credits, held_debits, held_credits FROM account WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE';
const SET_STATE =
  'UPDATE account SET state = n.state FROM unnest($1::uuid[], $2::account_state[]) AS n (id, state) WHERE account.id = n.id';
const REVOKE =
  'UPDATE capability_grant SET revoked_at = $2::timestamptz FROM unnest($1::uuid[]) AS n (jti) WHERE capability_grant.jti = n.jti';

/** Freezes, opens and closes accounts and revokes grants, in transactions of other slices. */
export async function operator(database: Postgres, random: Random, network: Network, acts: number): Promise<void> {
  const pool = new Pool(database, random, network, 1);
  for (let nth = 0; nth < acts; nth++) {
    await database.timeline.sleep(random.whole(20, 600));
    const act = random.chance(0.3)
      ? { revoke: random.pick(GRANTS).jti }
      : { account: random.pick(WATCHED).id, to: random.pick(['frozen', 'open', 'closed']) };
    for (let tries = 0; tries < MAX_ATTEMPTS && !(await once(pool, act, database.clock())); tries++) await database.timeline.sleep(50);
  }
}

type Act = { readonly revoke: string } | { readonly account: string; readonly to: string };

async function once(pool: Pool, act: Act, clock: number): Promise<boolean> {
  let client: Awaited<ReturnType<Pool['connect']>> | undefined;
  try {
    client = await pool.connect();
    await client.query('BEGIN');
    if ('revoke' in act) {
      await client.query({ text: REVOKE, values: [[act.revoke], new Date(clock).toISOString()] });
    } else {
      const [row] = (await client.query({ text: LOCK, values: [[act.account]] })).rows as Totals[];
      const empty = row && row.posted_credits === row.posted_debits && row.held_debits === 0n && row.held_credits === 0n;
      if (act.to !== 'closed' || empty) await client.query({ text: SET_STATE, values: [[act.account], [act.to]] });
    }
    const { command } = await client.query('COMMIT');
    client.release();
    return command === 'COMMIT';
  } catch {
    client?.release(true);
    return false;
  }
}

type Totals = { [total in 'posted_debits' | 'posted_credits' | 'held_debits' | 'held_credits']: bigint };
