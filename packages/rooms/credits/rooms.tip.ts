import { POSTING_FAULTS } from '@scrip/bank';
import { type Procedure, param, procedure, publicAuthority, requestIdParam, t } from '@scrip/rpc';
import { aboveCeiling, absentCustomer, ambiguousNickname, payerDisabled, unknownPerformer, wrongRoomKey } from '../errors.ts';
import type { Rooms } from '../rooms.ts';
import { BY_KEY, customerIdParam, ipAddressParam, keyParam, nicknameParam, performerIdParam } from '../words.ts';

/** Customer rooms: the tip that the document speaks of and does not show. */
export const tip = (rooms: Rooms): Procedure =>
  procedure({
    name: 'rooms.tip',
    summary: "Tips a performer for a customer who is in their room, from the account of the site, to the performer's `working`.",
    notes: [
      'It lowers what the customer can spend. What is more than that, or than the account holds, is refused. The same request_id again with',
      'the same values pays once and gives the first answer; with other values it is refused. It is a sign of life.',
    ].join('\n'),
    params: {
      key: keyParam,
      performer_id: performerIdParam,
      nickname: nicknameParam,
      credits: param(t.int({ min: 1 }), "How much: whole units of the currency of the site's account."),
      ip_address: { ...ipAddressParam, default: { value: '' } },
      customer_id: customerIdParam,
      request_id: requestIdParam('booked'),
    },
    result: t.struct({ transaction_id: t.string() }),
    resultDoc: 'The id of the payment, as in bank.transaction.',
    faults: [...POSTING_FAULTS, wrongRoomKey, unknownPerformer, absentCustomer, ambiguousNickname, aboveCeiling, payerDisabled],
    authority: publicAuthority(BY_KEY),
    async handler({ key, performer_id, nickname, credits, customer_id, request_id }) {
      const site = await rooms.sites.of(key);
      const performer = await rooms.performer(performer_id);
      const tip = { site, performer, customerId: customer_id, nickname, credits, requestId: request_id };
      return { transaction_id: await rooms.tips.give(tip) };
    },
  });
