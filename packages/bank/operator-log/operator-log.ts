import type { Presented } from '@scrip/capability';
import type { Database, Job } from '@scrip/database';
import type { Page } from '@scrip/kernel';
import type { Recorder } from '@scrip/rpc';
import { operatorRecorder } from './recorder.ts';
import { Refusals } from './refusals.ts';
import { type LoggedCall, OperatorLogStore } from './store.ts';

/** Who of the operators called what, when, from where, and how it ended. */
export interface OperatorLog {
  readonly recorder: Recorder<Presented>;
  readonly job: Job;
  /** Oldest first. */
  list(page: Page): Promise<LoggedCall[]>;
  /** Writes down what was only summed. */
  close(): Promise<void>;
}

export function createOperatorLog(database: Database): OperatorLog {
  const store = new OperatorLogStore(database);
  const refusals = new Refusals(store, () => performance.now());
  return {
    recorder: operatorRecorder({ store, refusals }),
    job: { name: "sum up operators' refused calls", every_ms: 60_000, run: () => refusals.flush() },
    list: (page) => store.list(page),
    close: () => refusals.flush(),
  };
}
