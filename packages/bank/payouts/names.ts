import { isUuid, NIL_UUID } from '@scrip/kernel';
import type { HoldKey } from '../ledger/model.ts';

const NAME = /^([^/]*)(?:\/([0-9]{1,4}))?$/;

/** A payout as dispensers name it: the transaction, with a slash and the leg where that is not 0. */
export function payoutName({ journalId, leg }: HoldKey): string {
  return leg === 0 ? journalId : `${journalId}/${leg}`;
}

/** What such a name names. Where it can name nothing, that is the nil id, of which nothing is there. */
export function payoutNamed(name: string): HoldKey {
  const [, journalId = '', leg = '0'] = NAME.exec(name) ?? [];
  return { journalId: isUuid(journalId) ? journalId.toLowerCase() : NIL_UUID, leg: Number(leg) };
}
