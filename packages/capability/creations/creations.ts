import { type Database, jsonb, type Queryable, statement, uuid } from '@scrip/database';
import { type AvatarKey, deriveId } from '@scrip/kernel';
import { conflictOf } from '@scrip/rpc';

/** What a procedure answers that makes something: an id, a name, or 1. */
export type Answer = string | number;

/** Writes down what a request made, in the transaction that makes it and as its last statement. */
export type Keep = (client: Queryable, answer: Answer) => Promise<void>;

/** For whoever makes something without a request. */
export const keepNothing: Keep = async () => {};

/** The parameters of a call, as they were read. */
interface Asked {
  readonly capabilities: unknown;
  readonly request_id: string;
}

const FIND = statement({
  name: 'creation-find',
  text: 'SELECT request_hash AS "requestHash", answer FROM creation WHERE id = $1',
  params: [uuid],
  row: { requestHash: uuid, answer: jsonb<Answer>() },
});

/** Of two that come at once the second waits here for the first, and then is refused. */
const KEEP = statement({
  name: 'creation-keep',
  text: 'INSERT INTO creation (id, request_hash, answer) VALUES ($1, $2, $3)',
  params: [uuid, uuid, jsonb<Answer>()],
});

/**
 * Makes things once however often a request comes, for procedures that make something and move no money; what is paid for is
 * a deal of the bank. See docs/decisions/creations.md.
 */
export class Creations {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * What `create` makes, or how the same request was answered before. It is the same where the caller, the id and all
   * parameters but the capabilities are. `create` has to call `keep` in its transaction. Raises bank.request_conflict.
   */
  async once(
    procedure: string,
    { request_id, ...params }: Asked,
    caller: AvatarKey,
    create: (keep: Keep) => Promise<Answer>,
  ): Promise<Answer> {
    if (request_id === '') return create(keepNothing);
    const id = deriveId('creation', caller, request_id);
    const requestHash = deriveId('created', procedure, textOf({ ...params, capabilities: [] }));
    const firstAnswer = async () => {
      const first = await FIND.first(this.#database.pool, id);
      if (first && first.requestHash !== requestHash) throw conflictOf(request_id);
      return first?.answer;
    };
    const first = await firstAnswer();
    if (first !== undefined) return first;
    try {
      return await create(async (client, answer) => {
        await KEEP.run(client, id, requestHash, answer);
      });
    } catch (error) {
      // The first attempt may have been on its way: then its answer stands, and this refusal came of it.
      const meanwhile = await firstAnswer();
      if (meanwhile !== undefined) return meanwhile;
      throw error;
    }
  }
}

/** A value of the wire as one text: members in the order of their names, so that a retry may write them in another. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) => {
    if (typeof part === 'bigint') return `${part}n`;
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
