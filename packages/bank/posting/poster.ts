import type { Rider } from '@scrip/database';
import type { PoolClient } from 'pg';
import type { Batcher } from '../ledger/batcher.ts';
import type { Journal, Outcome } from '../ledger/model.ts';
import { postWithin } from '../ledger/store.ts';
import type { Party } from '../payments/sent-to.ts';
import { faultOf } from './faults.ts';

/** A journal that only needs to be posted. Nothing is locked yet, so it may wait, and be posted more than once. */
export interface Prepared {
  readonly journal: Journal;
  /** Rows that are written with it. */
  readonly riders: readonly Rider[];
  readonly requestId: string;
  /** Those of the journal, for naming them in faults; the first one's currency is the journal's. */
  readonly accounts: readonly Party[];
}

/** Posts what was prepared, and turns refusals into faults. */
export class Poster {
  readonly #batcher: Batcher;

  constructor(batcher: Batcher) {
    this.#batcher = batcher;
  }

  /** Through the batched path. Returns whether it was in the books before. */
  async post(prepared: Prepared): Promise<{ replay: boolean }> {
    return answer(prepared, await this.#batcher.submit(prepared));
  }

  /** In the caller's transaction, whose rows stand or fall with the money; the caller commits. */
  async postWithin(client: PoolClient, prepared: Prepared): Promise<{ replay: boolean }> {
    const [outcome] = await postWithin(client, [prepared]);
    return answer(prepared, outcome as Outcome);
  }
}

function answer({ requestId, accounts }: Prepared, outcome: Outcome): { replay: boolean } {
  if (outcome.accepted) return { replay: outcome.replay };
  throw faultOf(outcome.refusal, requestId, accounts);
}
