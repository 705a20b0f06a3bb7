import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PROGRAM = 'dist/server.mjs';
const READY_TIMEOUT_MS = 60_000;
const PAUSE_MS = 50;
/** Of what a server wrote, for whoever has to find out what became of it. */
const LOG_LINES = 100;

export interface ServerOptions {
  readonly number: number;
  readonly env: Readonly<Record<string, string>>;
  /** Told when it ends although nobody killed it. */
  onEnd(what: string, log: readonly string[]): void;
}

/** One real server process, on the same port however often it is started. */
export class Server {
  readonly #options: ServerOptions;
  #child: ChildProcess | undefined;
  #port = 0;
  /** Whether its end is somebody's wish. */
  #wanted = false;
  #log: string[] = [];

  private constructor(options: ServerOptions) {
    this.#options = options;
  }

  static async start(options: ServerOptions): Promise<Server> {
    const server = new Server(options);
    await server.#start();
    return server;
  }

  get port(): number {
    return this.#port;
  }

  get lastLines(): readonly string[] {
    return this.#log;
  }

  /** kill -9, and a new one in its place: resolves when that is ready. */
  async kill(): Promise<void> {
    this.#end();
    await this.#start();
  }

  /** Holds it in the middle of whatever it does, with its connections open. */
  async freeze(duration_ms: number): Promise<void> {
    const child = this.#child;
    child?.kill('SIGSTOP');
    await sleep(duration_ms);
    child?.kill('SIGCONT');
  }

  stop(): void {
    this.#end();
  }

  #end(): void {
    this.#wanted = true;
    this.#child?.kill('SIGKILL');
  }

  /** Until it is ready: where the database is away at that moment it ends, as it should, and is started again. */
  async #start(): Promise<void> {
    const end_ms = performance.now() + READY_TIMEOUT_MS;
    for (;;) {
      const child = spawn(process.execPath, [join(process.cwd(), PROGRAM)], {
        env: { PATH: process.env['PATH'], HOST: '127.0.0.1', ...this.#options.env, PORT: String(this.#port) },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      this.#child = child;
      this.#wanted = false;
      const port = await this.#ready(child);
      if (port !== undefined) {
        this.#port = port;
        child.once('exit', (code, signal) => {
          if (this.#child !== child || this.#wanted) return;
          this.#options.onEnd(`server ${this.#options.number} ended with ${signal ?? code}`, this.#log);
        });
        return;
      }
      if (performance.now() > end_ms) throw new Error(`server ${this.#options.number} did not start:\n${this.#log.join('\n')}`);
      await sleep(PAUSE_MS);
    }
  }

  /** Undefined where it ended before. */
  #ready(child: ChildProcess): Promise<number | undefined> {
    child.stderr?.on('data', (chunk: Buffer) => {
      this.#log = [...this.#log, ...chunk.toString().split('\n').filter(Boolean)].slice(-LOG_LINES);
    });
    return new Promise((resolve) => {
      let text = '';
      child.stdout?.on('data', (chunk: Buffer) => {
        text = (text + chunk).slice(-4_000);
        const port = /is ready at http:\/\/[^\s:]+:(\d+)/.exec(text)?.[1];
        if (port) resolve(Number(port));
      });
      child.once('exit', () => resolve(undefined));
    });
  }
}
