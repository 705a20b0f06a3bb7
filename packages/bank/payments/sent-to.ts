import { int2, type Rider, riderStatement, text, uuid } from '@scrip/database';
import { type JournalId, nameKey } from '@scrip/kernel';
import { type Account, IN_WORLD } from '../accounts/model.ts';

const KEEP = riderStatement({
  name: 'bank-sent-to',
  text: 'INSERT INTO sent_to (journal_id, leg, account_name) SELECT * FROM unnest($1::uuid[], $2::smallint[], $3::text[])',
  columns: [uuid, int2, text],
});

/** An account of a payment, with the name that the payer wrote where the money was meant for another one. */
export interface Party extends Account {
  readonly sentTo?: string;
}

/** What a payment names as the payee's account, and where it goes; `to` is undefined in-world. */
export interface Addressed {
  readonly sentTo: string;
  readonly to: Account | undefined;
}

/** Whether the money goes to another account than was written. Nothing written means the usual one. */
export function isElsewhere(addressed: Addressed): boolean {
  return isSpeltOtherwise(addressed) && nameKey(addressed.sentTo) !== nameKey(nameOf(addressed));
}

/** Keeps what the payer wrote, with the payment: no row where that is the account's name, as it nearly always is. */
export function sentToRiders(journalId: JournalId, leg: number, addressed: Addressed): Rider[] {
  return isSpeltOtherwise(addressed) ? [KEEP.row(journalId, leg, addressed.sentTo)] : [];
}

/** Names match in any case, but what is kept is what was written. */
function isSpeltOtherwise(addressed: Addressed): boolean {
  return addressed.sentTo !== '' && addressed.sentTo !== nameOf(addressed);
}

function nameOf({ to }: Addressed): string {
  return to ? to.name : IN_WORLD;
}
