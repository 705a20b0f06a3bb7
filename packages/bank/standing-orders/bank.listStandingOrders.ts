import { loginAuthority } from '@scrip/capability';
import { afterKey, type Procedure, pageLimit, pageOf, pageOffset, procedure, t } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import * as params from '../params.ts';

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
      offset: pageOffset('How many of the newest to leave out.', 1_000_000),
      limit: pageLimit(100, { least: -1 }),
      after: afterKey('id'),
    },
    result: t.array(ORDER),
    resultDoc:
      'Orders: state is active, ended or cancelled; due is the date of the next payment, next_attempt when it is tried; failed_attempts is how often that was in vain; last_fault is why the last attempt failed, empty if it did not.',
    isRepeatable: true,
    faults: [],
    authority: loginAuthority,
    async handler(page, { akey }) {
      const orders = await bank.standingOrders.list(akey, pageOf(page));
      return orders.map((order) => ({
        id: order.id,
        state: order.state,
        amount: Number(order.amount),
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
