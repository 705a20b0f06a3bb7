import { pathToFileURL } from 'node:url';
import { StartError } from '@scrip/database';
import type { Log } from '@scrip/rpc';
import { hookFailed } from '../errors.ts';
import { HookThread } from './thread.ts';
import { Veto } from './veto.ts';

export const HOOK_NAMES = ['preRequest', 'postRequest', 'preReply', 'postReply'] as const;
export type HookName = (typeof HOOK_NAMES)[number];

/** The functions of a module that the operator named, which are called before and after gift requests and replies. */
export class Hooks {
  readonly #thread: HookThread | undefined;
  readonly #names: ReadonlySet<string>;
  readonly #log: Log;

  private constructor(thread: HookThread | undefined, log: Log) {
    this.#thread = thread;
    this.#names = new Set(thread?.names);
    this.#log = log;
  }

  /** `file`: undefined for none. Rejects with a StartError that says what is wrong with the module. */
  static async open(file: string | undefined, log: Log): Promise<Hooks> {
    if (file === undefined) return new Hooks(undefined, log);
    try {
      return new Hooks(await HookThread.open(pathToFileURL(file).href, HOOK_NAMES), log);
    } catch (cause) {
      const [why] = (cause instanceof Error ? cause.message : String(cause)).split('\n');
      throw new StartError(`SCRIP_HOOKS: the module ${file} can not be used: ${why}`, { cause });
    }
  }

  has(name: HookName): boolean {
    return this.#names.has(name);
  }

  /** Asks a pre hook, which may veto. Raises gifts.vetoed, and gifts.hook_failed for one that fails or is too slow. */
  async ask(name: HookName, given: object): Promise<void> {
    if (!this.has(name)) return;
    const failed = await this.#thread?.run(name, given);
    if (!failed) return;
    if (failed.veto) throw new Veto(failed.veto);
    this.#log.error({ hook: name, failure: failed.failure }, 'a gift hook failed');
    throw hookFailed(`the rule ${name} failed, so nothing was done; try again`);
  }

  /** Tells a post hook. What it was told of is done, so its failure is only logged. */
  async tell(name: HookName, given: object): Promise<void> {
    if (!this.has(name)) return;
    const failed = await this.#thread?.run(name, given);
    if (failed) this.#log.error({ hook: name, failure: failed.failure }, 'a gift hook failed');
  }

  async close(): Promise<void> {
    await this.#thread?.close();
  }
}
