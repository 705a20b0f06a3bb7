import { operatorAuthority } from '@scrip/capability';
import { minorToMajor } from '@scrip/kernel';
import { type Procedure, pageLimit, pageOf, param, procedure, t, word } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import * as params from '../params.ts';
import { PAYOUT_STATES, type PayoutState } from './queue.ts';

const STATE = word(...PAYOUT_STATES);

const PAYOUT = t.struct({
  transaction_id: t.string(),
  leg: t.int(),
  akey: t.string(),
  name: t.string(),
  amount: t.double(),
  currency: t.string(),
  time: t.dateTime(),
  state: t.string(),
  payer_akey: t.string(),
});

export const listPayouts = (bank: Bank): Procedure =>
  procedure({
    name: 'operator.listPayouts',
    summary: 'Lists the payments that wait to be handed over in-world, oldest first.',
    notes: [
      'A dispenser takes the queue from its front: it hands over the amount and calls operator.confirmPayout, or',
      'operator.failPayout where it can not. transaction_id and leg together name a payout.',
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      state: param<PayoutState>(STATE, `Which ones to list: ${PAYOUT_STATES.join(', ')}.`, 'queued'),
      limit: pageLimit(1_000, { least: -1 }),
      after: params.afterLeg('transaction_id'),
    },
    result: t.array(PAYOUT),
    resultDoc: 'Payouts: akey and name (empty for somebody who is not registered) of who gets it; times are UTC.',
    faults: [],
    authority: operatorAuthority('read'),
    async handler({ state, ...page }) {
      const payouts = await bank.payouts.list(state, pageOf(page));
      const names = await bank.avatars.names(payouts.map((payout) => payout.inWorld));
      return payouts.map((payout) => ({
        transaction_id: payout.journalId,
        leg: payout.leg,
        akey: payout.inWorld,
        name: names.get(payout.inWorld) ?? '',
        amount: minorToMajor(payout.amount, payout.from.currency),
        currency: payout.from.currency.code,
        time: payout.time,
        state: payout.payout,
        payer_akey: payout.from.owner,
      }));
    },
  });
