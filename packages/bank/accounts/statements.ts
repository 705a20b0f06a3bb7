import { array, bool, enumOf, int8, nullable, statement, text, uuid } from '@scrip/database';
import { ACCOUNT_STATES } from '../ledger/model.ts';

const ACCOUNT_STATE = enumOf('account_state', ACCOUNT_STATES);

/** Sorted, as the ledger locks them. */
export const LOCK = statement({
  name: 'bank-accounts-lock',
  text: 'SELECT id, state FROM account WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE',
  params: [array(uuid)],
  row: { id: uuid, state: ACCOUNT_STATE },
});

/** Not a ceiling of the database package: how many are open and how many there have ever been are counted in one walk. */
export const COUNT = statement({
  name: 'bank-accounts-count',
  text: `SELECT count(*) FILTER (WHERE state <> 'closed') AS open, count(*) AS ever FROM account WHERE owner = $1`,
  params: [uuid],
  row: { open: int8, ever: int8 },
});

export const CREATE = statement({
  name: 'bank-account-create',
  text: 'INSERT INTO account (id, owner, name, currency, floor) VALUES ($1, $2, $3, $4, 0) ON CONFLICT DO NOTHING',
  params: [uuid, uuid, text, text],
});

export const REOPEN = statement({
  name: 'bank-account-reopen',
  text: `UPDATE account SET state = 'open' WHERE id = $1`,
  params: [uuid],
});

/** SQL, as it is part of each payment to an account that is named. */
export const DEPOSIT_RULE = statement({
  name: 'bank-deposit-rule',
  text: 'SELECT public_deposit AS "publicDeposit", deposit_group AS "depositGroup" FROM account WHERE id = $1',
  params: [uuid],
  row: { publicDeposit: bool, depositGroup: nullable(uuid) },
});

export const SET_LIMITS = statement({
  name: 'bank-account-limits',
  text: `UPDATE account SET floor = $2, ceiling = $3 WHERE id = $1 AND posted_credits - posted_debits - held_debits >= $2`,
  params: [uuid, int8, nullable(int8)],
});

/** Who could pay into it by its name is forgotten: what is paid there from now on goes to `working`, or is refused. */
export const CLOSE = statement({
  name: 'bank-accounts-close',
  text: `UPDATE account SET state = 'closed', public_deposit = false, deposit_group = NULL
         WHERE id = ANY($1::uuid[]) AND state = 'open' AND posted_credits = posted_debits AND held_debits = 0 AND held_credits = 0`,
  params: [array(uuid)],
});

export const LOCK_OPEN = statement({
  name: 'bank-accounts-lock-open',
  text: `SELECT id FROM account WHERE owner = $1 AND state <> 'closed' ORDER BY id FOR NO KEY UPDATE`,
  params: [uuid],
  row: { id: uuid },
});

export const FIRST_OPEN = statement({
  name: 'bank-account-first-open',
  text: `SELECT name, state FROM account WHERE owner = $1 AND state <> 'closed' ORDER BY name LIMIT 1`,
  params: [uuid],
  row: { name: text, state: ACCOUNT_STATE },
});
