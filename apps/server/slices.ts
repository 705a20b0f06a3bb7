import type { Job } from '@scrip/database';
import type { Procedure } from '@scrip/rpc';
import type { Closing } from './closing.ts';

/** What the server looks after for a slice, where the slice has it. */
interface Kept {
  /** What is done beside the calls. */
  readonly jobs?: readonly Job[];
  /** Ends what was begun; calls come no more. */
  close?(): Promise<void>;
}

/** Gathers what the server's slices bring. */
export class Slices {
  readonly #closing: Closing;
  readonly procedures: Procedure[] = [];
  readonly jobs: Job[] = [];

  constructor(closing: Closing) {
    this.#closing = closing;
  }

  /** Takes a slice in, with what makes its procedures. It is closed before the slices that it stands on. */
  add<Slice extends object>(slice: Slice & Kept, makers: readonly ((slice: Slice) => Procedure)[] = []): Slice {
    this.procedures.push(...makers.map((make) => make(slice)));
    this.jobs.push(...(slice.jobs ?? []));
    this.#closing.add(async () => slice.close?.());
    return slice;
  }
}
