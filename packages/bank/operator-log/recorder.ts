import { operatorWith, type Presented, type Scope, scopeNeeded } from '@scrip/capability';
import type { Uuid } from '@scrip/kernel';
import { type Call, type Procedure, type Recorder, type Recording, recordable } from '@scrip/rpc';
import type { Refusals } from './refusals.ts';
import type { OperatorCall, OperatorLogStore } from './store.ts';

/** Reading the log is not in it: whoever follows it would make it grow. */
const UNRECORDED = 'operator.log';

export interface RecorderOptions {
  readonly store: OperatorLogStore;
  readonly refusals: Refusals;
}

/** Writes the operators' log: every call that an operator makes as one. Others are nobody there. */
export function operatorRecorder(options: RecorderOptions): Recorder<Presented> {
  return {
    records: ({ name, authority }) => name !== UNRECORDED && scopeNeeded(authority) !== undefined,
    open: (procedure, call) => new OperatorRecording(procedure, call, options),
  };
}

class OperatorRecording implements Recording<Presented> {
  readonly #procedure: Procedure;
  readonly #call: Call;
  readonly #options: RecorderOptions;
  readonly #scope: Scope | undefined;
  /** Undefined where no operator calls. */
  #made: OperatorCall | undefined;
  /** The row, once it is written. */
  #begun: Uuid | undefined;
  #mayRun = false;
  /** Whether the operator has the scope. Then it is the operator who calls, whatever else came with the call. */
  #hasScope = false;

  constructor(procedure: Procedure, call: Call, options: RecorderOptions) {
    this.#procedure = procedure;
    this.#call = call;
    this.#options = options;
    this.#scope = scopeNeeded(procedure.authority);
  }

  caller(given: Presented, input: Readonly<Record<string, unknown>> | undefined): void {
    const able = this.#scope && operatorWith(this.#scope, given);
    const operator = able ?? given.operators[0];
    if (!operator) return;
    this.#hasScope = able !== undefined;
    const { name: method, params } = this.#procedure;
    this.#made = {
      operator: operator.name,
      operatorId: operator.id,
      method,
      // Where it can't be read nothing of it is kept: a password may stand in another parameter's place.
      params: input ? recordable(params, input) : '{}',
      source: this.#call.source,
    };
  }

  /** What changes something has its row before it does: a change without a row there can not be, whenever the server dies. */
  async begin(): Promise<void> {
    this.#mayRun = true;
    // Somebody else may, who is logged in: it is no operator's call.
    if (!this.#hasScope) this.#made = undefined;
    if (this.#made && this.#scope !== 'read') this.#begun = await this.#options.store.begin(this.#made);
  }

  async end(outcome: string): Promise<void> {
    const { store, refusals } = this.#options;
    if (!this.#made) return;
    if (this.#begun === undefined) {
      await (this.#mayRun ? store.write(this.#made, outcome) : refusals.add(this.#made, outcome));
      return;
    }
    try {
      await store.end(this.#begun, outcome);
    } catch (error) {
      // It is done, and to deny that would be worse: the log has the call, and tells that its outcome is unknown.
      const { log, requestId } = this.#call;
      log.error({ err: error, requestId, logged: this.#begun, outcome }, "the outcome of an operator's call could not be logged");
    }
  }
}
