import type { Job, Log } from '@scrip/database';
import { NotSent, type Port } from '../model.ts';
import { MAX_ATTEMPTS, pauseAfter } from './backoff.ts';
import type { Links } from './links.ts';
import type { OutboxRow, OutboxStore } from './store.ts';

/** At once, so that one slow receiver holds up only these. */
const PORTION = 5;
/** How long a port may take. */
const SEND_TIMEOUT_ms = 30_000;
/** How long an item is one process' own: longer than a port may take, so that it is sent twice only where a process died. */
const CLAIM_secs = 90;
/** What is on its way when the server stops mostly arrives in this time. The rest is given up, and sent again later. */
const GRACE_ms = 2_000;
/** Bounds a run, which a server that stops waits for. */
const RUN_ms = 10_000;

const MAX_ERROR_LENGTH = 200;

export interface SendingOptions {
  readonly store: OutboxStore;
  readonly links: Links;
  readonly ports: readonly Port[];
  readonly log: Log;
}

/** Sends what is due, by the ports that there are; what has none stays as it is. */
export function sendingJob({ store, links, ports, log }: SendingOptions): Job {
  const portOf = new Map(ports.map((port) => [port.kind, port]));

  async function send(row: OutboxRow, giveUp: AbortSignal): Promise<void> {
    const { id, kind, attempts } = row;
    const port = portOf.get(kind);
    if (!port) throw new Error(`the outbox handed out ${id} of the kind ${kind}, for which there is no port`);
    try {
      // Its process died in the middle, the last time too: it may be the reason.
      if (attempts > MAX_ATTEMPTS) throw new NotSent('interrupted', 'every attempt was interrupted', true);
      await port.send(links.dispatchOf(row), AbortSignal.any([giveUp, AbortSignal.timeout(SEND_TIMEOUT_ms)]));
    } catch (error) {
      if (!(error instanceof NotSent)) throw error;
      // It is due again once its claim is over.
      if (giveUp.aborted) return;
      return notSent(row, error);
    }
    await store.sent(id);
  }

  async function notSent(row: OutboxRow, error: NotSent): Promise<void> {
    const { id, kind, attempts } = row;
    const fields = { outbox: id, kind, attempts, code: error.code };
    const pause_secs = error.lasting ? undefined : pauseAfter(attempts);
    if (pause_secs === undefined) {
      await store.giveUp(row, reason(row, error));
      log.warn(fields, 'not sent, and not tried again');
    } else {
      await store.tryAgain(row, pause_secs, reason(row, error));
      log.info(fields, 'not sent; it is tried again');
    }
  }

  return {
    name: 'send the outbox',
    every_ms: 1_000,
    async run(stop = new AbortController().signal) {
      const end_ms = performance.now() + RUN_ms;
      let taken: OutboxRow[];
      do {
        taken = stop.aborted ? [] : await store.claim([...portOf.keys()], PORTION, CLAIM_secs);
        const outcomes = await withGrace(stop, (giveUp) => Promise.allSettled(taken.map((row) => send(row, giveUp))));
        const broken = outcomes.find((outcome) => outcome.status === 'rejected');
        if (broken) throw broken.reason;
      } while (taken.length === PORTION && performance.now() < end_ms);
    },
  };
}

/** Does the work with a signal that comes some time after `stop`. */
async function withGrace<T>(stop: AbortSignal, work: (giveUp: AbortSignal) => Promise<T>): Promise<T> {
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const onStop = () => {
    timer = setTimeout(() => late.abort(), GRACE_ms);
  };
  if (stop.aborted) onStop();
  else stop.addEventListener('abort', onStop, { once: true });
  try {
    return await work(late.signal);
  } finally {
    stop.removeEventListener('abort', onStop);
    clearTimeout(timer);
  }
}

/** The other side's words for the operator, but not where they may repeat a link. */
function reason({ linkSealed }: OutboxRow, { code, message }: NotSent): string {
  return linkSealed ? code : `${code}: ${message}`.replace(/[\p{C}\s]+/gu, ' ').slice(0, MAX_ERROR_LENGTH);
}
