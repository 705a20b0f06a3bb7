import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Job } from '@scrip/database';
import type { Log } from '@scrip/rpc';

/** Between the first runs of two jobs: all at once would each open a connection of their own. */
const APART_ms = 25;

/** Runs each job again and again, beside each other, until stopped. One that fails is said once, and tried again. */
export function startJobs(jobs: readonly Job[], log: Log): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  // One for each job's pause, and those that a job's own work adds and takes away again.
  setMaxListeners(0, signal);

  const loop = async ({ name, every_ms, run }: Job, place: number) => {
    let failing = false;
    await sleep(place * APART_ms, undefined, { ref: false, signal }).catch(() => {});
    while (!signal.aborted) {
      try {
        await run(signal);
        failing = false;
      } catch (err) {
        if (!failing) log.warn({ err, job: name }, 'a background job failed; it is tried again');
        failing = true;
      }
      await sleep(every_ms, undefined, { ref: false, signal }).catch(() => {});
    }
  };
  const running = jobs.map(loop);
  return {
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}
