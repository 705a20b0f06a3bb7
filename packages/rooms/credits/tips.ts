import type { Avatar, Avatars } from '@scrip/avatars';
import { type Bank, firstAnswerTo, journalId, requestHash, toMinor, WORKING } from '@scrip/bank';
import { decimalOfMinor, deriveId, type JournalId, nameKey, newId } from '@scrip/kernel';
import { aboveCeiling, absentCustomer, payerDisabled } from '../errors.ts';
import type { Attendance } from '../presence/attendance.ts';
import type { RoomSite } from '../sites/model.ts';
import type { CeilingStore } from './store.ts';

export interface Tip {
  readonly site: RoomSite;
  readonly performer: Avatar;
  /** 0 for a guest. */
  readonly customerId: number;
  readonly nickname: string;
  /** Whole major units of the currency of the site's account. */
  readonly credits: number;
  /** The site's own id of it; empty where it never comes again. */
  readonly requestId: string;
}

/** Tips are paid from the account of the site, up to what the site says that the customer may spend. Nothing is minted. */
export class Tips {
  readonly #bank: Bank;
  readonly #avatars: Avatars;
  readonly #attendance: Attendance;
  readonly #ceilings: CeilingStore;

  constructor(bank: Bank, avatars: Avatars, attendance: Attendance, ceilings: CeilingStore) {
    this.#bank = bank;
    this.#avatars = avatars;
    this.#attendance = attendance;
    this.#ceilings = ceilings;
  }

  /** The id of the payment, the same for the same request. Raises as a payment does, rooms.absent, rooms.above_ceiling, rooms.payer_disabled. */
  async give(tip: Tip): Promise<JournalId> {
    const { site, performer, customerId, nickname, credits } = tip;
    const { deals } = this.#bank;
    const requestId = tip.requestId || newId();
    const hash = requestHash('room tip', performer.akey, customerId, nameKey(nickname), credits);
    const request = { principal: site.id, requestId, requestHash: hash };
    const id = journalId(site.id, requestId);
    const { id: booked } = await deals.settle({
      plan: async () => {
        const presence = await this.#attendance.active({ site: site.id, performer: performer.userId, customerId, nickname });
        if (await this.#avatars.access.isDisabled(site.owner))
          throw payerDisabled(`the avatar who pays the tips of ${site.name} is disabled`);
        return { presence, payment: await this.#prepare(tip, requestId, hash) };
      },
      lock: (client) => this.#ceilings.lockRequest(client, deriveId('room tip', id)),
      book: async (client, { presence, payment }) => {
        const left = await this.#ceilings.lock(client, presence);
        if (left === undefined) throw absentCustomer(`${JSON.stringify(nickname.slice(0, 63))} has left the room`);
        if (BigInt(credits) > left) throw aboveCeiling(`${credits} credits are more than the ${left} that the customer has left`);
        await deals.pay(client, payment);
        await this.#ceilings.lower(client, presence.holder, credits);
        return { id, requestHash: hash };
      },
      firstAnswer: firstAnswerTo(request, (key) => deals.booked(key)),
    });
    return booked;
  }

  async #prepare({ site, performer, nickname, credits }: Tip, requestId: string, hash: string) {
    const account = await this.#bank.accounts.get(site.owner, site.accountName);
    const amount = toMinor(decimalOfMinor(BigInt(credits), 0), account.currency);
    return this.#bank.charges.prepare({
      principal: site.id,
      requestId,
      kind: 'tip',
      payer: site.owner,
      from: [{ account, amount }],
      to: [{ payee: { key: performer.akey, account: WORKING, mayChoose: false }, amount }],
      requestHash: hash,
      comment: `Tip of ${nickname}`,
      notify: false,
    });
  }
}
