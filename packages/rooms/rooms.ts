import type { Avatar, Avatars } from '@scrip/avatars';
import type { Bank } from '@scrip/bank';
import type { Database, Job } from '@scrip/database';
import { newId } from '@scrip/kernel';
import type { Outbox } from '@scrip/ports';
import { CeilingStore } from './credits/store.ts';
import { Tips } from './credits/tips.ts';
import { absentCustomer, unknownPerformer } from './errors.ts';
import { Notices } from './notices/notices.ts';
import { NoticeStore } from './notices/store.ts';
import { Attendance, holderOf } from './presence/attendance.ts';
import { PresenceStore } from './presence/store.ts';
import { PulseStore } from './pulses/store.ts';
import type { RoomSite } from './sites/model.ts';
import { checkNoticesUrl, RoomSites } from './sites/sites.ts';
import { RoomSiteStore } from './sites/store.ts';

const SHARE_ms = 1_000;
const FORGET_ms = 30_000;

/** Performers' rooms: which customers of which sites are there, and what they tip. See docs/decisions/rooms.md. */
export class Rooms {
  readonly avatars: Avatars;
  readonly sites: RoomSites;
  readonly attendance: Attendance;
  readonly tips: Tips;
  readonly jobs: readonly Job[];
  readonly #ceilings: CeilingStore;
  readonly #notices: Notices;

  constructor(parts: {
    readonly database: Database;
    readonly avatars: Avatars;
    readonly bank: Bank;
    readonly outbox: Outbox;
    /** How long a customer may be silent. */
    readonly purge_secs: number;
  }) {
    const { database, avatars, bank, outbox, purge_secs } = parts;
    this.avatars = avatars;
    this.#ceilings = new CeilingStore(database);
    this.sites = new RoomSites(new RoomSiteStore(database), avatars, bank.accounts);
    this.attendance = new Attendance(new PresenceStore(database), new PulseStore(database, newId()), this.#ceilings, purge_secs);
    this.tips = new Tips(bank, avatars, this.attendance, this.#ceilings);
    this.#notices = new Notices(new NoticeStore(database), outbox);
    this.jobs = [
      { name: 'share who is in which room', every_ms: SHARE_ms, run: () => this.#share() },
      { name: 'tell sites of performers', every_ms: SHARE_ms, run: () => this.#notices.write() },
      { name: 'forget who left rooms', every_ms: FORGET_ms, run: () => this.attendance.forget() },
    ];
  }

  /** Raises rooms.unknown_performer. */
  async performer(userId: number): Promise<Avatar> {
    const avatar = await this.avatars.findByUserId(userId);
    if (!avatar) throw unknownPerformer(`no avatar has the number ${userId}`);
    return avatar;
  }

  /** What a registered customer can tip from now on; a sign of life. Raises rooms.absent. */
  async updateCredits({ id, name }: RoomSite, customerId: number, credits: number): Promise<void> {
    if (!(await this.#ceilings.update(holderOf(id, customerId), credits))) {
      throw absentCustomer(`the customer ${customerId} is in no room of ${name}`);
    }
    this.attendance.heardOf(id, customerId);
  }

  /** Where notices of a site go from then on. Raises rooms.unknown_site, invalid_params, outbox.refused. */
  async setNotices(name: string, url: string): Promise<void> {
    const address = checkNoticesUrl(url);
    this.#notices.check(address);
    await this.sites.setNotices(name, address);
  }

  async #share(): Promise<void> {
    await this.sites.hearOfChanges();
    await this.attendance.share();
  }
}
