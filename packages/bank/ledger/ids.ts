import { type AccountId, deriveId, type JournalId, NIL_UUID, newId, type OwnerKey, type Uuid } from '@scrip/kernel';
import type { HoldKey } from './model.ts';

/** The account of this owner and name (as nameKey has it, or as it was written before there was one): the same in every process, without asking the database. */
export function accountId(owner: OwnerKey, name: string): AccountId {
  return deriveId('account', owner, name.toLowerCase());
}

/** The account that money comes from when it is minted; it is what all others together are short of. */
export function mintId(currency: string): AccountId {
  return accountId(NIL_UUID, `mint ${currency}`);
}

/** The account that payments wait in for an in-world dispenser. */
export function payoutId(currency: string): AccountId {
  return accountId(NIL_UUID, `payout ${currency}`);
}

/** A request's journal: the same id for every retry, a fresh one where the caller gave no request id. */
export function journalId(principal: OwnerKey, requestId: string): JournalId {
  return requestId === '' ? newId() : deriveId('journal', principal, requestId);
}

/** The journal that ends a hold, whoever ends it and how: so that it can be ended once. */
export function settlementId({ journalId, leg }: HoldKey): JournalId {
  return deriveId('settlement', journalId, String(leg));
}

/** The journal of what came in by a transaction of a grid, whoever tells of it: so that it is booked once. */
export function depositId(realm: string, gridTransaction: string): JournalId {
  return deriveId('deposit', realm, gridTransaction);
}

/** What a request asked for, as 128 bits: equal for a retry in any protocol, different for any other request. */
export function requestHash(operation: string, ...params: readonly (string | number | bigint)[]): Uuid {
  return deriveId('request', operation, ...params.map(String));
}
