import { type Avatars, notificationRider } from '@scrip/avatars';
import type { Rider } from '@scrip/database';
import { type Currency, formatMinor, type JournalId, type OwnerKey } from '@scrip/kernel';
import { isElsewhere } from './sent-to.ts';
import type { Recipient } from './transfers.ts';

/**
 * A notification for everybody who gets a part, which tells of another account than the payer meant; nobody is told of their
 * own share in a group that they pay.
 */
export async function paymentNotices(
  avatars: Avatars,
  payer: OwnerKey,
  recipients: readonly Recipient[],
  comment: string,
  currency: Currency,
  journalId: JournalId,
): Promise<Rider[]> {
  const name = (await avatars.find(payer))?.name ?? payer;
  const why = comment === '' ? '' : `: ${comment}`;
  return recipients
    .filter(({ akey, amount, shared }) => amount > 0n && !(shared && akey === payer))
    .map((recipient) => {
      const { akey, amount } = recipient;
      const paid = `${name} paid you ${formatMinor(amount, currency.scale)} ${currency.code}`;
      return notificationRider(akey, 'payment', `${paid}${detour(recipient)}${why}`, journalId);
    });
}

function detour(recipient: Recipient): string {
  if (!isElsewhere(recipient)) return '';
  return ` (sent to ${JSON.stringify(recipient.sentTo)}, paid into ${recipient.to?.name ?? 'the queue in-world'})`;
}
