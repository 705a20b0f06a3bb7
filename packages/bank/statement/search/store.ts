import { array, type Database, int4, int8, nullable, statement, text, uuid } from '@scrip/database';
import type { AccountId, OwnerKey } from '@scrip/kernel';

/** How many entries are indexed together. Part of what is stored: another number would need the table statement_block emptied. */
export const BLOCK = 128;

/** What the entries of one block hold. */
export interface BlockContent {
  readonly block: number;
  /** The comments, a line each. */
  readonly comments: string;
  /** The owners on the other side. */
  readonly owners: readonly OwnerKey[];
}

/** Blocks are written in order and never removed, so the last one tells how many there are. */
const COUNT = statement({
  name: 'bank-blocks',
  text: 'SELECT max(block) + 1 AS blocks FROM statement_block WHERE account_id = $1',
  params: [uuid],
  row: { blocks: nullable(int4) },
});

const CONTENT = statement({
  name: 'bank-block-content',
  text: `SELECT b.block, coalesce(string_agg(j.comment, E'\\n'), '') AS comments, array_remove(array_agg(DISTINCT c.owner), NULL) AS owners
         FROM generate_series($2::int, $3::int - 1) AS b (block)
         LEFT JOIN LATERAL (
           SELECT journal_id, counter_id FROM entry
           WHERE account_id = $1 AND seq > b.block::bigint * ${BLOCK} AND seq <= (b.block::bigint + 1) * ${BLOCK}
           ORDER BY seq LIMIT ${BLOCK}) AS e ON true
         LEFT JOIN LATERAL (SELECT comment FROM journal WHERE id = e.journal_id LIMIT 1) AS j ON true
         LEFT JOIN LATERAL (SELECT owner FROM account WHERE id = e.counter_id LIMIT 1) AS c ON true
         GROUP BY b.block ORDER BY b.block`,
  params: [uuid, int4, int4],
  row: { block: int4, comments: text, owners: array(uuid) },
});

/** Waits for another process that writes the same blocks; afterwards they are all there, whoever wrote them. */
const ADD = statement({
  name: 'bank-add-blocks',
  text: `INSERT INTO statement_block (account_id, block, terms)
         SELECT $1::uuid, block, terms::int[] FROM unnest($2::int[], $3::text[]) AS n (block, terms)
         ON CONFLICT DO NOTHING`,
  params: [uuid, array(int4), array(text)],
});

/**
 * By the index on the terms alone, which hold the account: what the planner knows of common terms must not lead it to read
 * the table instead, so they come from a subquery that it does not look into.
 */
const FIND = statement({
  name: 'bank-find-blocks',
  text: `WITH found AS MATERIALIZED (SELECT account_id, block FROM statement_block WHERE terms @> (SELECT $2::int[]))
         SELECT block FROM found WHERE account_id = $1 AND block >= $3 AND block < $4 ORDER BY block DESC LIMIT $5`,
  params: [uuid, array(int4), int4, int4, int8],
  row: { block: int4 },
});

/** The index that searches use: which terms stand in which block of an account's entries. */
export class BlockStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** How many blocks of the account are indexed, from its oldest entry on. */
  async count(account: AccountId): Promise<number> {
    return (await COUNT.first(this.#database.pool, account))?.blocks ?? 0;
  }

  /** What stands in the blocks from `first` to before `end`. */
  content(account: AccountId, first: number, end: number): Promise<BlockContent[]> {
    return CONTENT.all(this.#database.pool, account, first, end);
  }

  async add(account: AccountId, blocks: readonly { readonly block: number; readonly terms: readonly number[] }[]): Promise<void> {
    await ADD.run(
      this.#database.pool,
      account,
      blocks.map(({ block }) => block),
      // An array of arrays would have to be rectangular, so the terms of each block travel as the text of an array.
      blocks.map(({ terms }) => `{${terms.join(',')}}`),
    );
  }

  /** Blocks from `first` to before `end` that hold all of the terms, newest first and at most `most`. */
  async find(account: AccountId, terms: readonly number[], first: number, end: number, most: number): Promise<number[]> {
    return (await FIND.all(this.#database.pool, account, terms, first, end, most)).map(({ block }) => block);
  }
}
