import { operatorAuthority } from '@scrip/capability';
import { minorToMajor } from '@scrip/kernel';
import { type Procedure, pageLimit, pageOf, param, procedure, t, word } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import * as params from '../params.ts';
import { PAYOUT_STATES, type PayoutState } from './states.ts';

/** What `done` was called before. */
const DISPENSED = 'dispensed';
const STATE = word(...PAYOUT_STATES, DISPENSED);

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
  object_key: t.string(),
  grid_transaction: t.string(),
  due: t.optional(t.dateTime()),
});

export const listPayouts = (bank: Bank): Procedure =>
  procedure({
    name: 'operator.listPayouts',
    summary: 'Lists the payments to be handed over in-world that are in one state, oldest first.',
    notes: [
      'Dispensers take the queue from its front (bank.pullPayout). What became of an `unknown` one is for an operator to find out and to say, by',
      'operator.confirmPayout or operator.failPayout; transaction_id and leg together name a payout. A queued one may be decided by them too.',
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      state: param<PayoutState | typeof DISPENSED>(
        STATE,
        `Which ones to list: ${PAYOUT_STATES.join(', ')}. \`dispensed\` is an older word for \`done\`.`,
        'queued',
      ),
      limit: pageLimit(1_000, { least: -1 }),
      after: params.afterLeg('transaction_id'),
    },
    result: t.array(PAYOUT),
    resultDoc:
      'Payouts: akey and name (empty for somebody who is not registered) of who gets it; object_key of the dispenser that has it, and the key of the grid for the transaction, where there is one; due is when a dispenser has to have said something. Times are UTC.',
    faults: [],
    authority: operatorAuthority('read'),
    async handler({ state, ...page }) {
      const payouts = await bank.payouts.list(state === DISPENSED ? 'done' : state, pageOf(page));
      const names = await bank.avatars.names(payouts.map(({ akey }) => akey));
      return payouts.map(({ journalId, leg, akey, amount, currency, time, state, payer, object, gridTransaction, due }) => ({
        transaction_id: journalId,
        leg,
        akey,
        name: names.get(akey) ?? '',
        amount: minorToMajor(amount, currency),
        currency: currency.code,
        time,
        state,
        payer_akey: payer,
        object_key: object ?? '',
        grid_transaction: gridTransaction ?? '',
        ...(due && { due }),
      }));
    },
  });
