import { type Database, int8, nullable, statement, uuid } from '@scrip/database';
import type { Uuid } from '@scrip/kernel';
import { plainArray, textArray } from '../ledger/arrays.ts';

/** How many entries are indexed together. Part of what is stored: another number would need the table statement_block emptied. */
export const BLOCK = 128;

/** What the entries of one block hold. */
export interface BlockContent {
  readonly block: number;
  /** The comments, a line each. */
  readonly comments: string;
  /** The owners on the other side. */
  readonly owners: readonly Uuid[];
}

/** Blocks are written in order and never removed, so the last one tells how many there are. */
const COUNT = { name: 'bank-blocks', text: 'SELECT max(block) + 1 AS blocks FROM statement_block WHERE account_id = $1' };

const CONTENT = {
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
};

/** Waits for another process that writes the same blocks; afterwards they are all there, whoever wrote them. */
const ADD = {
  name: 'bank-add-blocks',
  text: `INSERT INTO statement_block (account_id, block, terms)
         SELECT $1::uuid, block, terms::int[] FROM unnest($2::int[], $3::text[]) AS n (block, terms)
         ON CONFLICT DO NOTHING`,
};

/**
 * By the index on the terms alone, which hold the account: what the planner knows of common terms must not lead it to read
 * the table instead, so they come from a subquery that it does not look into.
 */
const FIND = {
  name: 'bank-find-blocks',
  text: `WITH found AS MATERIALIZED (SELECT account_id, block FROM statement_block WHERE terms @> (SELECT $2::int[]))
         SELECT block FROM found WHERE account_id = $1 AND block >= $3 AND block < $4 ORDER BY block DESC LIMIT $5`,
};

/** The index that searches use: which terms stand in which block of an account's entries. */
export class BlockStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** How many blocks of the account are indexed, from its oldest entry on. */
  async count(account: Uuid): Promise<number> {
    const { rows } = await this.#database.pool.query<{ blocks: number | null }>({ ...COUNT, values: [account] });
    return rows[0]?.blocks ?? 0;
  }

  /** What stands in the blocks from `first` to before `end`. */
  async content(account: Uuid, first: number, end: number): Promise<BlockContent[]> {
    return (await this.#database.pool.query<BlockContent>({ ...CONTENT, values: [account, first, end] })).rows;
  }

  async add(account: Uuid, blocks: readonly { readonly block: number; readonly terms: readonly number[] }[]): Promise<void> {
    const terms = textArray(blocks.map((block) => plainArray(block.terms)));
    await this.#database.pool.query({ ...ADD, values: [account, plainArray(blocks.map(({ block }) => block)), terms] });
  }

  /** Blocks from `first` to before `end` that hold all of the terms, newest first and at most `most`. */
  async find(account: Uuid, terms: readonly number[], first: number, end: number, most: number): Promise<number[]> {
    const { rows } = await this.#database.pool.query<{ block: number }>({
      ...FIND,
      values: [account, plainArray(terms), first, end, most],
    });
    return rows.map((row) => row.block);
  }
}

/** The lines of one transaction follow each other on an account. */
const LINES = statement({
  name: 'bank-lines-of-transaction',
  text: 'SELECT min(seq) AS first, max(seq) AS last FROM entry WHERE journal_id = $1 AND account_id = $2',
  params: [uuid, uuid],
  row: { first: nullable(int8), last: nullable(int8) },
});

/** The first and the last line that a transaction has on an account; undefined where it has no part in it. */
export async function linesOf(database: Database, account: Uuid, journalId: Uuid): Promise<{ first: bigint; last: bigint } | undefined> {
  const found = await LINES.first(database.pool, journalId, account);
  return found && found.first !== null && found.last !== null ? { first: found.first, last: found.last } : undefined;
}
