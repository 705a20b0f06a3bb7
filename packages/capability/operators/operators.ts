import { type Database, statement, text } from '@scrip/database';
import type { Clock, Page } from '@scrip/kernel';
import { capabilityInvalid, capabilityRevoked, forbidden, operatorNameTaken, unknownOperator } from '../errors.ts';
import { MAX_VALID_s, OPERATOR_KIND } from '../kinds.ts';
import type { Capability, Issued, IssueOrder, Revocation } from '../model.ts';
import { MAX_PARENTS, OPERATOR, operatorNamed } from '../tokens/token.ts';
import { type Operator, ROOT, rootOf } from './operator.ts';
import type { Scope } from './scopes.ts';
import { FIND, LIST, type ListedOperator, OF_NAME, TAKEN } from './statements.ts';

export interface NewOperator {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Brought into 1 second to 30 days, and never past the end of who adds it. */
  readonly validForSecs: number;
}

export interface OperatorsOptions {
  readonly database: Database;
  readonly clock: Clock;
  issue(order: IssueOrder): Promise<Issued>;
  revoke(revocation: Revocation): Promise<void>;
}

const LOCK = statement({
  name: 'operator-lock',
  text: `SELECT pg_advisory_xact_lock(hashtextextended('operator ' || $1, 0))`,
  params: [text],
});

/** Operators with names. What they may do stands in their rows, which are read on every call of theirs. */
export class Operators {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #issue: OperatorsOptions['issue'];
  readonly #revoke: OperatorsOptions['revoke'];

  constructor({ database, clock, issue, revoke }: OperatorsOptions) {
    this.#database = database;
    this.#clock = clock;
    this.#issue = issue;
    this.#revoke = revoke;
  }

  /**
   * Whose capability it is. The database is asked, so that a revocation works at once in every server. Raises
   * auth.capability_revoked, and auth.capability_invalid where its row is gone.
   */
  async find(capability: Capability): Promise<Operator> {
    if (capability.sub === OPERATOR) return rootOf(capability);
    const row = await FIND.first(this.#database.pool, [capability.jti, ...capability.parents]);
    if (!row || operatorNamed(row.name) !== capability.sub) {
      throw capabilityInvalid('the capability is not valid: there is no such operator');
    }
    if (row.revoked) throw capabilityRevoked(`the capability of the operator ${row.name} was revoked`);
    return { name: row.name, id: row.id, scopes: row.scopes, capability };
  }

  /**
   * Adds an operator, who ends with the one who adds it. Raises auth.forbidden for scopes that `by` does not have, and
   * operator.name_taken while another operator of the name is active.
   */
  async add({ name, scopes, validForSecs }: NewOperator, by: Operator): Promise<Issued> {
    const lacking = scopes.filter((scope) => !by.scopes.includes(scope));
    if (lacking.length > 0) throw forbidden(`scopes: ${by.name} has not ${lacking.join(', ')}, and can not give what it does not have`);
    const { capability: parent } = by;
    if (parent.parents.length >= MAX_PARENTS) throw forbidden(`operators can add operators ${MAX_PARENTS} times, one the next`);
    const nameKey = keyOf(name);
    if (nameKey === ROOT) throw operatorNameTaken(`${ROOT} is the name of the server's own capability`);
    const issued = await this.#issue({
      kind: OPERATOR_KIND.name,
      sub: operatorNamed(name),
      grantor: parent.sub,
      validForSecs: Math.min(validForSecs, MAX_VALID_s),
      parent,
    });
    const issuedAt = new Date(this.#clock.now());
    await this.#database.transaction(async (client) => {
      await LOCK.run(client, nameKey);
      if ((await TAKEN.run(client, nameKey, issuedAt)) > 0) {
        throw operatorNameTaken(`an operator ${JSON.stringify(name)} is active; revoke it first, or take another name`);
      }
      const parents = [parent.jti, ...parent.parents];
      const row = { id: issued.jti, name, nameKey, scopes: [...new Set(scopes)], addedBy: by.name, parents, kids: [...issued.kids] };
      await this.#database.join(client, (prisma) => prisma.operator.create({ data: { ...row, issuedAt, expiresAt: issued.expiresAt } }));
    });
    return issued;
  }

  /** Newest first, those that have ended too. */
  list(page: Page): Promise<ListedOperator[]> {
    return LIST.read(this.#database.pool, [new Date(this.#clock.now())], page);
  }

  /** Ends the operator of the name, and whom it added. One that has ended before is no fault. Raises operator.unknown_operator. */
  async revoke(name: string): Promise<void> {
    const row = await OF_NAME.first(this.#database.pool, keyOf(name));
    if (!row) throw unknownOperator(`there is no operator ${JSON.stringify(name)}`);
    await this.#revoke({ jti: row.id, until: row.expires_at });
  }
}

/** Names that differ in case only are the same. They are ASCII. */
function keyOf(name: string): string {
  return name.toLowerCase();
}
