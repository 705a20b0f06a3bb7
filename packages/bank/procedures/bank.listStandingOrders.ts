import { loginAuthority } from '@scrip/capability';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import * as params from './params.ts';

const MAX_LIMIT = 100;

const ORDER = t.struct({
  id: t.string(),
  state: t.string(),
  amount: t.double(),
  currency: t.string(),
  from_account_name: t.string(),
  to_akey: t.string(),
  to_name: t.string(),
  to_account_name: t.string(),
  comment: t.string(),
  every_days: t.int(),
  times: t.int(),
  due: t.dateTime(),
  next_attempt: t.dateTime(),
  failed_attempts: t.int(),
  paid: t.int(),
  missed: t.int(),
  last_fault: t.string(),
  created: t.dateTime(),
});

export const listStandingOrders = (bank: Bank): Procedure =>
  procedure({
    name: 'bank.listStandingOrders',
    summary: 'Lists the standing orders of the avatar who is logged in, newest first.',
    notes: 'Those that have ended or were cancelled are listed too. Times are UTC.',
    params: {
      capabilities: params.capabilities,
      offset: param(t.int({ min: 0, max: 1_000_000 }), 'How many of the newest to leave out.', 0),
      limit: param(t.int({ min: -1, max: MAX_LIMIT }), `How many to list; -1 for ${MAX_LIMIT}.`, MAX_LIMIT),
    },
    result: t.array(ORDER),
    resultDoc:
      'Orders: state is active, ended or cancelled; due is the date of the next payment, next_attempt when it is tried; failed_attempts is how often that was in vain; last_fault is why the last attempt failed, empty if it did not.',
    faults: [],
    authority: loginAuthority,
    async handler({ offset, limit }, { akey }) {
      const orders = await bank.standingOrders.list(akey, offset, limit === -1 ? MAX_LIMIT : limit);
      return orders.map((order) => ({
        id: order.id,
        state: order.state,
        amount: order.amount,
        currency: order.currency.code,
        from_account_name: order.accountName,
        to_akey: order.payee,
        to_name: order.payeeName,
        to_account_name: order.payeeAccount,
        comment: order.comment,
        every_days: order.everyDays,
        times: order.times,
        due: order.dueAt,
        next_attempt: order.tryAt,
        failed_attempts: order.attempts,
        paid: order.paid,
        missed: order.missed,
        last_fault: order.lastFault,
        created: order.createdAt,
      }));
    },
  });
