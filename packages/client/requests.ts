import { backoff_ms } from './backoff.ts';
import { exchange, type Failure } from './exchange.ts';
import { type FaultDetails, ScripFault } from './faults.ts';
import type { PendingCall } from './pending-call.ts';
import { type Answer, readAnswers } from './replies.ts';

/** The server's SCRIP_BATCH_LIMIT, and a little less than its SCRIP_BODY_LIMIT, unless they were changed. */
const MAX_CALLS = 50;
const MAX_BYTES = 240_000;
/** The guard refuses these before anything is run. */
const RENEWABLE = ['auth.capability_expired', 'auth.capability_revoked', 'auth.capability_invalid'];

/** Where the capabilities of those who are logged in come from. */
export interface Credentials {
  capabilities(): Promise<readonly string[]>;
  /** These were refused. Whether the next that `capabilities` gives may be better. */
  doubt(used: readonly string[]): boolean;
}

interface Written {
  readonly call: PendingCall;
  readonly id: number;
  readonly text: string;
}

/** Sends calls: those of one tick together, again where that is safe, and each with the capabilities of the moment. */
export class Requests {
  readonly #url: string;
  readonly #credentials: Credentials;
  #queue: PendingCall[] = [];
  #lastId = 0;

  constructor(url: string, credentials: Credentials) {
    this.#url = url;
    this.#credentials = credentials;
  }

  add(call: PendingCall): void {
    call.onEnd = () => {};
    this.#queue.push(call);
    if (this.#queue.length === 1) void this.#sendQueue();
  }

  async #sendQueue(): Promise<void> {
    for (let seen = 0; seen < this.#queue.length; await undefined) seen = this.#queue.length;
    const calls = this.#queue.filter(({ ended }) => !ended);
    this.#queue = [];
    const guarded = calls.filter(({ parts }) => parts.grants);
    if (guarded.length > 0) await this.#fillIn(guarded);
    for (const batch of this.#batches(calls.filter(({ ended }) => !ended))) void this.#send(batch);
  }

  async #fillIn(calls: readonly PendingCall[]): Promise<void> {
    try {
      const logins = await this.#credentials.capabilities();
      for (const call of calls) call.used = [...logins, ...(call.parts.grants ?? [])];
    } catch (error) {
      // A password's function may throw whatever it likes.
      const { code, fault } = error instanceof ScripFault ? error : ({ code: 'auth.login_failed', fault: 1106 } as const);
      const message = `no login for the call: ${error instanceof Error ? error.message : String(error)}`;
      for (const call of calls) call.fail({ code, fault, message, cause: error });
    }
  }

  #batches(calls: readonly PendingCall[]): Written[][] {
    const batches: Written[][] = [];
    let room = 0;
    for (const call of calls) {
      const written = this.#write(call);
      const size = new TextEncoder().encode(written.text).length;
      const last = batches.at(-1);
      if (last && !call.alone && last.length < MAX_CALLS && size < room) last.push(written);
      else {
        batches.push([written]);
        room = call.alone ? 0 : MAX_BYTES;
      }
      room -= size;
    }
    return batches;
  }

  #write(call: PendingCall): Written {
    const { method, params, grants } = call.parts;
    const filled = grants ? `{"capabilities":${JSON.stringify(call.used)}${params === '{}' ? '' : ','}${params.slice(1)}` : params;
    const id = ++this.#lastId;
    return { call, id, text: `{"jsonrpc":"2.0","id":${id},"method":${JSON.stringify(method)},"params":${filled}}` };
  }

  async #send(batch: readonly Written[]): Promise<void> {
    const controller = new AbortController();
    let open = batch.length;
    for (const { call } of batch) {
      call.tries++;
      call.underWay = true;
      call.alone ||= batch.length === 1;
      call.onEnd = () => {
        if (--open === 0) controller.abort();
      };
    }
    const texts = batch.map(({ text }) => text);
    const reply = await exchange(this.#url, texts.length === 1 ? (texts[0] as string) : `[${texts.join()}]`, controller.signal);
    if (typeof reply === 'string') this.#answered(batch, reply);
    else
      this.#failed(
        batch.map(({ call }) => call),
        reply,
      );
  }

  #answered(batch: readonly Written[], reply: string): void {
    const answers = readAnswers(
      reply,
      batch.map(({ id }) => id),
    );
    const busy: PendingCall[] = [];
    let why: FaultDetails | undefined;
    for (const { call, id } of batch) {
      const answer = answers.get(id) as Answer;
      if ('result' in answer) call.succeed(answer.result);
      else if (this.#mend(call, answer)) {
        call.underWay = false;
        this.add(call);
      } else if (answer.fault.code === 'busy') {
        why = answer.fault;
        busy.push(call);
      } else call.fail(answer.fault);
    }
    if (why) this.#failed(busy, { details: why, passing: true, unsent: false, wait_ms: 0 });
  }

  /** Whether a call that was refused before it was run may go through at once, in another request or with renewed logins. */
  #mend(call: PendingCall, { fault, notRun }: Extract<Answer, { fault: FaultDetails }>): boolean {
    if (notRun && !call.alone) {
      call.alone = true;
      return true;
    }
    if (!call.parts.grants || call.renewed || !RENEWABLE.includes(fault.code) || !this.#credentials.doubt(call.used)) return false;
    call.renewed = true;
    return true;
  }

  #failed(calls: readonly PendingCall[], { details, passing, unsent, wait_ms }: Failure): void {
    const again = calls.filter((call) => !call.ended && passing && call.mayRepeat(unsent));
    for (const call of calls) {
      if (!again.includes(call)) call.fail(details);
      else call.lost ||= !unsent;
    }
    const [first] = again;
    if (!first) return;
    // All of them at once, so that they go as one batch again.
    const timer = setTimeout(
      () => {
        for (const call of again) this.add(call);
      },
      backoff_ms(first.tries, wait_ms),
    );
    let waiting = again.length;
    for (const call of again) {
      call.underWay = false;
      call.onEnd = () => {
        if (--waiting === 0) clearTimeout(timer);
      };
    }
  }
}
