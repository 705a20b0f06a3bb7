import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../../testkit/build.ts';

/** A directory that looks like the repository to the README's commands, with one program saved in it. */
export class Desk {
  readonly #path: string;
  readonly #running: ChildProcess[] = [];

  private constructor(path: string) {
    this.#path = path;
  }

  static async with(file: string, program: string): Promise<Desk> {
    const path = await mkdtemp(join(tmpdir(), 'scrip-readme-'));
    await symlink(join(ROOT, 'packages'), join(path, 'packages'));
    await writeFile(join(path, file), program);
    return new Desk(path);
  }

  /** What the commands print. */
  async run(lines: string): Promise<string> {
    const child = spawn('sh', ['-ec', lines], { cwd: this.#path, stdio: ['ignore', 'pipe', 'pipe'] });
    const [printed, complaints, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
    if (code !== 0) throw new Error(`${lines}: ${complaints}`);
    return printed;
  }

  /** Runs commands that end in a server, and waits until it answers at this address. */
  async serve(lines: string, url: string): Promise<void> {
    const child = spawn('sh', ['-ec', lines], { cwd: this.#path, stdio: 'ignore', detached: true });
    this.#running.push(child);
    while (!(await fetch(url).catch(() => undefined))) {
      if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}: ${lines}`);
      await sleep(50);
    }
  }

  async clear(): Promise<void> {
    for (const child of this.#running) {
      if (child.exitCode !== null || child.pid === undefined) continue;
      const ended = once(child, 'exit');
      process.kill(-child.pid, 'SIGKILL');
      await ended;
    }
    await rm(this.#path, { recursive: true });
  }
}
