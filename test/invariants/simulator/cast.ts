import { deriveId, MAX_MINOR, NIL_UUID, type Uuid } from '@scrip/kernel';
import { type AccountState, accountId, decide, type Journal, mintId, requestHash } from './ledger.ts';
import type { Row, Value } from './sql.ts';
import { emptyTables, keyOf, type TableName, type Tables } from './tables.ts';

interface Role {
  readonly id: Uuid;
  readonly name: string;
  readonly owner: Uuid;
  readonly currency: string;
  /** In minor units, as all amounts here. */
  readonly opening: bigint;
  readonly floor: bigint | null;
  readonly ceiling: bigint | null;
}

function role(name: string, opening: bigint, more: Partial<Role> = {}): Role {
  const owner = deriveId('owner', name);
  return { id: accountId(owner, 'working'), name, owner, currency: 'L$', opening, floor: 0n, ceiling: null, ...more };
}

const mint = (currency: string) => role(`mint ${currency}`, 0n, { id: mintId(currency), owner: NIL_UUID, currency, floor: null });

export const MINTS = [mint('L$'), mint('EUR')] as const;
/** Can pay everything that is ever asked of it. */
export const RICH = role('rich', 1_000_000n);
/** Everybody pays to it and from it. */
export const HOT = role('hot', 60n);
/** Its totals are far above what a double can count. */
export const WORN = role('worn', 100_001n);
/** Get frozen, closed and opened. */
export const WATCHED = [role('watched', 80n), role('empty', 0n)] as const;
export const EUROS = [role('euro one', 90n, { currency: 'EUR' }), role('euro two', 0n, { currency: 'EUR' })] as const;
const OTHERS = [
  role('poor', 35n),
  role('even', 100n),
  role('owing', 20n, { floor: -50n }),
  role('capped', 100n, { ceiling: 160n }),
  role('last', 45n),
];
/** In L$, and open to everybody. */
export const PEOPLE = [RICH, HOT, WORN, ...OTHERS, ...WATCHED] as const;
export const ROLES: readonly Role[] = [...MINTS, ...PEOPLE, ...EUROS];
export const NOBODY = accountId(deriveId('owner', 'nobody'), 'working');

/** Spending totals count in millionths. */
export const MILLIONTHS = 1_000_000n;

export interface GrantRole {
  readonly jti: Uuid;
  readonly total: bigint | null;
  /** With what it was derived from. */
  readonly chain: readonly Uuid[];
}

const parent = deriveId('grant', 'parent');
const grant = (name: string, total: bigint | null, from: readonly Uuid[] = []): GrantRole => {
  const jti = deriveId('grant', name);
  return { jti, total: total === null ? null : total * MILLIONTHS, chain: [jti, ...from] };
};
export const GRANTS = [grant('parent', 250n), grant('child', 90n, [parent]), grant('endless', null), grant('small', 51n)] as const;

/** What the books hold at the beginning of every history: put there by the rules themselves, as any money is. */
export const GENESIS: Tables = makeGenesis();
export const MINTED: bigint = ROLES.reduce((sum, { opening }) => sum + opening, 0n);
export const MINT_JOURNALS: ReadonlySet<Uuid> = new Set(GENESIS.journal.keys());

function makeGenesis(): Tables {
  const tables = emptyTables();
  const journals: Journal[] = [];
  const move = (debit: Uuid, credit: Uuid, amount: bigint) => {
    const id = deriveId('genesis', String(journals.length));
    const transfers = [{ debit, credit, amount }];
    journals.push({ id, principal: NIL_UUID, requestHash: requestHash('genesis', id), kind: 'mint', comment: id, transfers });
  };
  for (const { id, currency, opening } of ROLES) if (opening > 0n) move(mintId(currency), id, opening);
  for (let round = 0; round < 3; round++) {
    move(mintId('L$'), WORN.id, MAX_MINOR / 2n);
    move(WORN.id, mintId('L$'), MAX_MINOR / 2n);
  }
  const states = ROLES.map(({ id, currency, floor, ceiling }): AccountState => {
    const totals = { postedDebits: 0n, postedCredits: 0n, heldDebits: 0n, heldCredits: 0n };
    return { id, currency, floor, ceiling, state: 'open', ...totals, lastSeq: 0n, lastAt: 0 };
  });
  const accounts = new Map(states.map((state) => [state.id, state]));
  const none = { known: new Map(), holds: new Map(), refunded: new Map(), grants: new Map(), revokedLogins: new Set<Uuid>() };
  const decision = decide({ now: 0, accounts, ...none }, journals);
  for (const state of decision.accounts) accounts.set(state.id, state);
  const add = (table: TableName, row: Row) => tables[table].set(keyOf(table, row), row);
  for (const state of accounts.values()) add('account', accountRow(state));
  for (const { id, principal, requestHash: request_hash, kind, comment } of decision.journals) {
    add('journal', { id, principal, request_hash, kind, comment, created_at: decision.at });
  }
  for (const entry of decision.entries) {
    const { accountId: account_id, journalId: journal_id, counterId: counter_id, seq, leg, amount, balance } = entry;
    add('entry', { account_id, seq, journal_id, leg, counter_id, amount, balance });
  }
  for (const { jti, total } of GRANTS) add('capability_grant', { jti, total, spent: 0n, revoked_at: null });
  return tables;
}

function accountRow(state: AccountState): Record<string, Value> {
  return {
    id: state.id,
    currency: state.currency,
    floor: state.floor,
    ceiling: state.ceiling,
    state: state.state,
    posted_debits: state.postedDebits,
    posted_credits: state.postedCredits,
    held_debits: state.heldDebits,
    held_credits: state.heldCredits,
    last_seq: state.lastSeq,
    last_at: state.lastAt,
  };
}
