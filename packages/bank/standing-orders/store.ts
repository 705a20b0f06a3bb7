import { type Database, lockOwner, type Queryable, type Row } from '@scrip/database';
import type { AvatarKey, Decimal, Page, Uuid } from '@scrip/kernel';
import type { AttemptResult, Mandate, StandingOrder } from './model.ts';
import { ADD, CANCEL, CEILING, CLAIM, DUE, END, LIST, MOVE_ON, type ORDER, POSTPONE } from './statements.ts';

/** The amount is as it was ordered, in major units. */
export type EndedOrder = Pick<Mandate, 'id' | 'owner' | 'accountName'> & { readonly amount: string };

/** Keeps standing orders. */
export class StandingOrderStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** How many orders one owner has is decided by one call at a time. */
  lockOwner(client: Queryable, owner: AvatarKey): Promise<void> {
    return lockOwner(client, 'standing orders', owner);
  }

  /**
   * Under the owner's lock; `most` is how many active ones one owner may have. False where the same request was added before.
   * Raises bank.too_many_standing_orders.
   */
  async add(client: Queryable, mandate: Mandate, firstInDays: number, most: number): Promise<boolean> {
    const { id, owner, requestHash, accountId, accountName, payee, payeeAccount, amount, comment, everyDays, times, login } = mandate;
    await CEILING.mustHaveRoom(client, most, owner, owner);
    const from = [owner, requestHash, accountId, accountName] as const;
    const to = [payee, payeeAccount, amount, comment, everyDays, times, login] as const;
    return (await ADD.run(client, id, ...from, ...to, firstInDays)) === 1;
  }

  /** Of an order whose id was worked out of its request. */
  async findRequest(id: Uuid): Promise<Pick<Mandate, 'id' | 'requestHash'> | undefined> {
    const { standingOrder } = this.#database.prisma;
    return (await standingOrder.findUnique({ where: { id }, select: { id: true, requestHash: true } })) ?? undefined;
  }

  /** Newest first. */
  async list(owner: AvatarKey, page: Page): Promise<StandingOrder[]> {
    return (await LIST.read(this.#database.pool, [owner], page)).map(orderOf);
  }

  /** False where the owner has no such order. One that is over stays as it is. */
  async cancel(owner: AvatarKey, id: Uuid): Promise<boolean> {
    return (await CANCEL.run(this.#database.pool, id, owner)) === 1;
  }

  /** Ends all that a login started, or all of an owner; waits for payments that are under way. Returns those that it ended. */
  end(client: Queryable, whose: keyof typeof END, key: Uuid, why: string): Promise<EndedOrder[]> {
    return END[whose].all(client, key, why);
  }

  /** Those that are to be tried now, the longest waiting first. */
  async due(most: number): Promise<StandingOrder[]> {
    return (await DUE.all(this.#database.pool, most)).map(orderOf);
  }

  /** Locks an order that is to be tried, and tells the database's clock. Undefined where it is not to be tried any more, or another process has it. */
  async claim(client: Queryable, { id, occurrence, attempts }: StandingOrder): Promise<Date | undefined> {
    return (await CLAIM.first(client, id, occurrence, attempts))?.now;
  }

  async moveOn(client: Queryable, { id }: StandingOrder, attempt: AttemptResult): Promise<void> {
    const { state, occurrence, attempts, dueAt, tryAt, fault, result } = attempt;
    await MOVE_ON.run(client, id, state, occurrence, attempts, dueAt, tryAt, fault, result);
  }

  /** An attempt that failed for reasons of ours does not count, and does not hold up the orders behind it. */
  async postpone({ id, occurrence, attempts }: StandingOrder): Promise<void> {
    await POSTPONE.run(this.#database.pool, id, occurrence, attempts);
  }
}

function orderOf(row: Row<typeof ORDER>): StandingOrder {
  return { ...row, amount: row.amount as Decimal };
}
