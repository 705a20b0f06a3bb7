import { accountId, journalId } from '@scrip/bank';
import { drawnParts } from './draws.ts';
import { type Draw, INSUFFICIENT_FUNDS, moves, type Order, WORKING } from './orders.ts';

/** To the staff of a shop, each member by their percentage; what a payer has of it stays where it is. */
export function payGroup({ random, self, shops, comment, requestId }: Draw): Order {
  const { key, members } = random.pick(shops).staff;
  const amount = random.whole(3, 60);
  const journal = journalId(self.akey, requestId);
  const parts = drawnParts(
    journal,
    BigInt(amount),
    members.map(({ percent }) => percent),
  );
  const debit = accountId(self.akey, WORKING);
  const transfers = members
    .map(({ akey }, index) => ({ debit, credit: accountId(akey, WORKING), amount: parts[index] as bigint }))
    .filter((leg) => leg.amount > 0n && leg.credit !== debit);
  const notify = transfers.length === members.length ? 1 : 0;
  return {
    method: 'bank.pay',
    params: [amount, self.akey, WORKING, key, WORKING, comment, notify, requestId],
    journal,
    effect: { ...moves('pay', comment, ...transfers), notices: notify * transfers.length },
    refusals: self.rich ? [] : [INSUFFICIENT_FUNDS],
  };
}
