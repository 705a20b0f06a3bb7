import { type Database, nullable, pagedList, type Row, statement, text, timestamptz, uuid } from '@scrip/database';
import { newId, type Page, type Uuid } from '@scrip/kernel';

/** What an operator called. */
export interface OperatorCall {
  /** The operator's name, and the jti that tells apart those who had it one after the other. */
  readonly operator: string;
  readonly operatorId: Uuid;
  readonly method: string;
  /** JSON, without secrets. */
  readonly params: string;
  /** Where it came from. */
  readonly source: string;
}

const CALL = 'operator_call (id, operator, operator_id, method, params, source) VALUES ($1, $2, $3, $4, $5, $6)';
const CALL_TYPES = [uuid, text, uuid, text, text, text] as const;

// What is written waits for its seal from the same moment on.
const BEGIN = statement({
  name: 'operator-log-begin',
  text: `WITH call AS (INSERT INTO ${CALL}) INSERT INTO operator_unsealed (id) VALUES ($1)`,
  params: CALL_TYPES,
});
const END = statement({
  name: 'operator-log-end',
  text: `WITH outcome AS (INSERT INTO operator_outcome (id, call_id, outcome) VALUES ($1, $2, $3))
         INSERT INTO operator_unsealed (id) VALUES ($1)`,
  params: [uuid, uuid, text],
});
const WHOLE = statement({
  name: 'operator-log-whole',
  text: `WITH call AS (INSERT INTO ${CALL}),
              outcome AS (INSERT INTO operator_outcome (id, call_id, outcome) VALUES ($7, $1, $8))
         INSERT INTO operator_unsealed (id) VALUES ($1), ($7)`,
  params: [...CALL_TYPES, uuid, text],
});

const LOGGED = {
  id: uuid,
  created_at: timestamptz,
  operator: text,
  operator_id: uuid,
  method: text,
  params: text,
  source: text,
  outcome: nullable(text),
};
export type LoggedCall = Row<typeof LOGGED>;

const LIST = pagedList({
  name: 'operator-log-list',
  params: [],
  row: LOGGED,
  after: uuid,
  order: ['created_at', 'id'],
  place: (after) => `operator_call WHERE id = ${after}`,
  text: ({ behind, order, slice }) => `
    SELECT c.*, o.outcome FROM (
      SELECT id, created_at, operator, operator_id, method, params, source FROM operator_call WHERE ${behind} ${order} ${slice}
    ) c LEFT JOIN operator_outcome o ON o.call_id = c.id ${order.replaceAll(/created_at|id/g, 'c.$&')}`,
});

/** The rows of the operators' log: a call and its outcome are rows of their own, so that none is ever changed. */
export class OperatorLogStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Returns the id of the call, for `end`. */
  async begin(call: OperatorCall): Promise<Uuid> {
    const id = newId();
    await BEGIN.run(this.#database.pool, id, ...valuesOf(call));
    return id;
  }

  async end(call: Uuid, outcome: string): Promise<void> {
    await END.run(this.#database.pool, newId(), call, outcome);
  }

  /** A call that is over. */
  async write(call: OperatorCall, outcome: string): Promise<void> {
    await WHOLE.run(this.#database.pool, newId(), ...valuesOf(call), newId(), outcome);
  }

  /** Oldest first. */
  list(page: Page): Promise<LoggedCall[]> {
    return LIST.read(this.#database.pool, [], page);
  }
}

function valuesOf({ operator, operatorId, method, params, source }: OperatorCall): [string, Uuid, string, string, string] {
  return [operator, operatorId, method, params, source];
}
