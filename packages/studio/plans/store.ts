import { type Database, enumOf, int2, int4, int8, type Row, statement, text } from '@scrip/database';

export const PERIODS = ['month', 'year'] as const;
const period = enumOf('studio_period', PERIODS);

const PLAN = { id: int4, name: text, price: int8, currency: text, scale: int2, period };
/** What users subscribe to. The price is in minor units, for one period. */
export type Plan = Row<typeof PLAN>;

const COLUMNS = 'plan_id AS id, name, price, currency, scale, period';

const SET = statement({
  name: 'studio-plan-set',
  text: `INSERT INTO studio_plan (studio_id, plan_id, name, price, currency, scale, period) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (studio_id, plan_id) DO UPDATE SET
           name = excluded.name, price = excluded.price, currency = excluded.currency, scale = excluded.scale, period = excluded.period`,
  params: [int4, int4, text, int8, text, int2, period],
});

const LIST = statement({
  name: 'studio-plan-list',
  text: `SELECT ${COLUMNS} FROM studio_plan WHERE studio_id = $1 ORDER BY plan_id LIMIT $2`,
  params: [int4, int8],
  row: PLAN,
});

const FIND = statement({
  name: 'studio-plan-find',
  text: `SELECT ${COLUMNS} FROM studio_plan WHERE studio_id = $1 AND plan_id = $2`,
  params: [int4, int4],
  row: PLAN,
});

/** The rows of plans. */
export class PlanStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async set(studio: number, { id, name, price, currency, scale, period }: Plan): Promise<void> {
    await SET.run(this.#database.pool, studio, id, name, price, currency, scale, period);
  }

  /** In the order of their numbers. */
  list(studio: number, most: number): Promise<Plan[]> {
    return LIST.all(this.#database.pool, studio, most);
  }

  find(studio: number, id: number): Promise<Plan | undefined> {
    return FIND.first(this.#database.pool, studio, id);
  }
}
