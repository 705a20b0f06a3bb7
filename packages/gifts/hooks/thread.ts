import { Worker } from 'node:worker_threads';
import { RUNNER } from './runner.ts';
import type { VetoTold } from './veto.ts';

export const PATIENCE_ms = 2_000;
const START_ms = 10_000;

export interface Failed {
  readonly veto?: VetoTold | undefined;
  /** For the log. */
  readonly failure: string;
}

type Told = { readonly id: number } & Partial<Failed>;
interface Started {
  readonly names?: readonly string[];
  readonly broken?: string;
}

interface Waiting {
  end(failed: Failed | undefined): void;
}

/**
 * A module's functions in a thread of their own. Each call is cut off after two seconds. Where the thread has said nothing since such a
 * call began, it hangs as a whole: it is ended, and the next call starts another.
 */
export class HookThread {
  readonly names: readonly string[];
  readonly #url: string;
  #worker: Promise<Worker> | undefined;
  #heardAt_ms = 0;
  #count = 0;
  readonly #waiting = new Map<number, Waiting>();

  private constructor(url: string, names: readonly string[]) {
    this.#url = url;
    this.names = names;
  }

  /** Rejects where the module can't be loaded, or has none of these functions. */
  static async open(url: string, names: readonly string[]): Promise<HookThread> {
    const { worker, found } = await start(url, names);
    if (found.length === 0) {
      await worker.terminate();
      throw new Error(`it exports none of ${names.join(', ')}`);
    }
    const thread = new HookThread(url, found);
    thread.#worker = Promise.resolve(worker);
    thread.#listen(worker);
    return thread;
  }

  /** What went wrong; undefined where nothing did. */
  async run(name: string, given: object): Promise<Failed | undefined> {
    let worker: Worker;
    try {
      this.#worker ??= this.#restart();
      worker = await this.#worker;
    } catch (error) {
      this.#worker = undefined;
      return { failure: String(error) };
    }
    const id = ++this.#count;
    const began_ms = performance.now();
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#waiting.get(id)?.end({ failure: `it took more than ${PATIENCE_ms} ms` });
        if (this.#heardAt_ms < began_ms) this.#abandon(worker, 'the thread of the hooks hung');
      }, PATIENCE_ms);
      this.#waiting.set(id, {
        end: (failed) => {
          clearTimeout(timer);
          this.#waiting.delete(id);
          resolve(failed);
        },
      });
      worker.postMessage({ id, name, given });
    });
  }

  async close(): Promise<void> {
    const worker = await this.#worker?.catch(() => undefined);
    await worker?.terminate();
  }

  async #restart(): Promise<Worker> {
    const { worker } = await start(this.#url, this.names);
    this.#listen(worker);
    return worker;
  }

  #listen(worker: Worker): void {
    worker.on('message', ({ id, veto, failure }: Told) => {
      this.#heardAt_ms = performance.now();
      this.#waiting.get(id)?.end(failure === undefined ? undefined : { veto, failure });
    });
    worker.on('error', (error) => this.#abandon(worker, `the thread of the hooks failed: ${String(error)}`));
    worker.on('exit', () => this.#abandon(worker, 'the thread of the hooks has ended'));
    worker.unref();
  }

  /** All that wait for this thread have waited in vain. */
  #abandon(worker: Worker, failure: string): void {
    void this.#worker?.then((current) => {
      if (current !== worker) return;
      this.#worker = undefined;
      for (const waiting of [...this.#waiting.values()]) waiting.end({ failure });
      return worker.terminate();
    });
  }
}

async function start(url: string, names: readonly string[]): Promise<{ worker: Worker; found: readonly string[] }> {
  const worker = new Worker(RUNNER, { eval: true, workerData: { url, names } });
  try {
    const found = await new Promise<readonly string[]>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`it was not loaded within ${START_ms / 1000} s`)), START_ms);
      worker.once('message', ({ names: found, broken }: Started) => {
        clearTimeout(timer);
        if (found) resolve(found);
        else reject(new Error(broken));
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('it ended the thread that it runs in')));
    });
    return { worker, found };
  } catch (error) {
    await worker.terminate();
    throw error;
  }
}
