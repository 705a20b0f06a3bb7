import type { Job } from '@scrip/database';
import type { Log } from '@scrip/rpc';

/** Runs each job again and again, beside each other, until stopped. One that fails is said once, and tried again. */
export function startJobs(jobs: readonly Job[], log: Log): { stop(): Promise<void> } {
  let stopped = false;
  let stopSleep = () => {};
  const stopping = new Promise<void>((resolve) => {
    stopSleep = resolve;
  });

  const loop = async ({ name, every_ms, run }: Job) => {
    let failing = false;
    while (!stopped) {
      try {
        await run();
        failing = false;
      } catch (err) {
        if (!failing) log.warn({ err, job: name }, 'a background job failed; it is tried again');
        failing = true;
      }
      await Promise.race([sleep(every_ms), stopping]);
    }
  };
  const running = jobs.map(loop);
  return {
    async stop() {
      stopped = true;
      stopSleep();
      await Promise.all(running);
    },
  };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
