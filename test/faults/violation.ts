/**
 * Everything that the oracle can find wrong. The codes are stable: the oracle's own tests name them, and so does whoever
 * reports one.
 */
export const VIOLATIONS = {
  ack_lost: 'an acknowledged request is not in the books',
  ack_altered: 'an acknowledged request is in the books, but not as it was asked for',
  ack_early: 'a transaction id was acknowledged and a look into the database right after did not find it',
  ack_id_wrong: 'a request was acknowledged with the id of another journal than its own',
  ack_ids_differ: 'one request was acknowledged with different transaction ids',
  ack_told_differ: 'one request was acknowledged with different answers',
  ack_told_wrong: 'an acknowledgement told of another lease or balance than is in the books',
  conflict_acked: 'two different requests under one request id were both acknowledged',
  refused_present: 'a request that was only ever refused is in the books',
  refused_wrongly: 'a request was refused with a fault that the rules do not give it',
  replay_refused: 'a request was refused after it had been acknowledged',
  id_used_up: 'a request was refused for another one that nobody made: a request id, or a gift card, was used up by nothing',
  unknown_altered: 'a request of unknown outcome is in the books, but not as it was asked for',
  never_answered: 'a request got no answer although everything ran again',
  booked_twice: 'one request is in the books more than once',
  journal_unasked: 'a journal is in the books that nobody asked for',
  rider_mismatch: 'a notice or a payout does not stand or fall with its journal',
  sum_changed: 'all accounts of a currency together are not worth nothing',
  minted_changed: 'the money that exists is not the money that was created',
  balance_not_sum: "an account's totals are not the sums of its entries",
  chain_broken: "an entry's balance does not follow from the one before it",
  sequence_gap: "an account's entries are not numbered from 1 without a gap",
  time_went_back: "an account's entries are not in the order of their times",
  refund_exceeded: 'more was paid back than had been paid',
  refund_unlinked: 'what was paid back of a deal is not linked to what was paid',
  transfer_one_sided: 'a transfer does not have two sides that mirror each other',
  row_orphaned: 'an entry, a hold or a refund has no journal, or no account',
  overdraft: 'an account is below its floor',
  held_mismatch: 'what an account holds is not what its open holds add up to',
  deal_unpaired: 'a payment for a lease or an order does not stand or fall with what it was for',
  deal_unasked: 'a lease or an order was changed as nobody asked for',
  deal_amount: 'what moved for a lease or an order is not what was due',
  lease_broken: 'a lease did not begin once, end once at most, and be that of its unit in between',
  lease_free: 'a lease had more than its one free extension, or one that it did not have counts',
  lease_time: 'a lease is not paid for as long as was bought',
  stock_changed: 'what is sold and what is left of a product is not what there was',
  incident: 'something happened beside the books that must not',
} as const;

export type Code = keyof typeof VIOLATIONS;

export interface Violation {
  readonly code: Code;
  /** Which request, journal or account, and what was found instead of what. */
  readonly detail: string;
}
