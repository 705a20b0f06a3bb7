import { setTimeout as sleep } from 'node:timers/promises';
import { isUuid, NIL_UUID } from '@scrip/kernel';
import type { Recorder } from './history.ts';
import type { Postgres } from './postgres.ts';

const PERIOD_MS = 200;
/** Of the newest acknowledgements: those are the ones that could have been given too early. */
const LOOKED_AT = 40;

const LOOK = `
  SELECT sum(posted_credits - posted_debits)::text AS sum,
         (-sum(posted_credits - posted_debits) FILTER (WHERE owner = '${NIL_UUID}' AND floor IS NULL))::text AS minted,
         (count(*) FILTER (WHERE posted_credits - posted_debits - held_debits < floor))::int AS overdrawn,
         ARRAY(SELECT wanted.id::text FROM unnest($1::uuid[]) AS wanted (id)
               WHERE NOT EXISTS (SELECT FROM journal WHERE journal.id = wanted.id)) AS missing
  FROM account`;

interface Row {
  sum: string;
  minted: string;
  overdrawn: number;
  missing: string[];
}

/** Looks into the database while everybody pays, past the servers: sums must hold at every moment, not just at the end. */
export class Onlooker {
  readonly #postgres: Postgres;
  readonly #recorder: Recorder;
  #newest: string[] = [];
  #over = false;

  constructor(postgres: Postgres, recorder: Recorder) {
    this.#postgres = postgres;
    this.#recorder = recorder;
  }

  acknowledged(id: string): void {
    this.#newest.push(id);
    if (this.#newest.length > LOOKED_AT) this.#newest.shift();
  }

  async run(): Promise<void> {
    while (!this.#over) {
      await this.#look();
      await sleep(PERIOD_MS);
    }
  }

  stop(): void {
    this.#over = true;
  }

  async #look(): Promise<void> {
    const tick = this.#recorder.tick();
    const foreign = this.#newest.filter((id) => !isUuid(id));
    // Told before the statement began, so its snapshot has to have them.
    const rows = await this.#postgres.ask<Row>(LOOK, [this.#newest.filter(isUuid)]).catch(() => []);
    for (const { sum, minted, overdrawn, missing } of rows) {
      this.#recorder.sightings.push({
        tick,
        sum: BigInt(sum),
        minted: BigInt(minted),
        overdrawn,
        missing: [...missing, ...foreign],
      });
    }
  }
}
