import { MINTS, RICH, ROLES, WATCHED } from './cast.ts';
import type { Refusal } from './ledger.ts';
import { identityOf, type Request } from './record.ts';

const roles = new Map(ROLES.map((role) => [role.id, role]));
const watched = new Set(WATCHED.map(({ id }) => id));
const endless = new Set([RICH, ...MINTS].map(({ id }) => id));

/** Whether the rules can give this answer to this request at all, in whatever state the books are. */
export function mayBeRefused(request: Request, why: Refusal['why'], rivals: readonly Request[]): boolean {
  const { transfers, settles, refunds, spends } = request.journal;
  const debits = transfers.map(({ debit }) => debit);
  const credits = transfers.map(({ credit }) => credit);
  const moved = [...debits, ...credits, ...(settles ? [settles.debit, settles.credit] : [])];
  const currencyOf = (id: string) => roles.get(id)?.currency;
  switch (why) {
    case 'request_conflict':
      return rivals.some((rival) => identityOf(rival) !== identityOf(request));
    case 'capability_revoked':
      return spends !== undefined;
    case 'grant_exhausted':
      return spends?.chain.some(({ counted }) => counted) ?? false;
    case 'unknown_hold':
    case 'hold_settled':
      return settles !== undefined;
    case 'hold_expired':
    case 'hold_exceeded':
      return settles !== undefined && settles.how !== 'expire';
    case 'hold_not_expired':
      return settles?.how === 'expire';
    case 'refund_exceeded':
      return refunds !== undefined;
    case 'invalid_amount':
    case 'limit_exceeded':
      return false;
    case 'same_account':
      return transfers.some(({ debit, credit }) => debit === credit);
    case 'unknown_account':
      return moved.some((id) => !roles.has(id));
    case 'currency_mismatch':
      return transfers.some(({ debit, credit }) => currencyOf(debit) !== currencyOf(credit));
    case 'account_closed':
    case 'account_frozen':
      return moved.some((id) => watched.has(id));
    case 'insufficient_funds':
      return debits.some((id) => !endless.has(id));
    case 'over_ceiling':
      return credits.some((id) => roles.get(id)?.ceiling !== null);
  }
}
