import { accountId } from '@scrip/bank';
import type { LeaseLogRow } from './deal-books.ts';
import { type Deal, unitKey } from './deals.ts';
import type { Leg } from './history.ts';
import { account, acknowledged, enter, request, type World } from './oracle-world.ts';
import { WORKING } from './orders.ts';

// The part of the oracle's small world that is about leases: Dora's stall, her booth, and a kiosk whose rent is hers, Eve's and Carl's.

export const working = (akey: string) => accountId(akey, WORKING);
export const pay = (from: string, to: string, amount: bigint): Leg => ({ debit: working(from), credit: working(to), amount });

const BEGIN_ms = 1_000;
const INCOME = [
  { key: 'dora', weight: 8 },
  { key: 'eve', weight: 7 },
  { key: 'carl', weight: 5 },
];

/** What happens to one lease, written down by whoever does it. */
class Lease {
  readonly #world: World;
  readonly #id: string;
  readonly #unit: string;
  #lessee = 'carl';
  #paidUntil_ms = BEGIN_ms;

  constructor(world: World, id: string, unit: string) {
    this.#world = world;
    this.#id = id;
    this.#unit = unit;
  }

  /** The legs are what the payer is short of: a share of their own stays where it is. */
  buy(name: string, by: string, secs: number, amount: bigint, legs: readonly Leg[], refundTo = by): this {
    const { books } = this.#world;
    const [journal, what] = [`journal ${name}`, this.#paidUntil_ms === BEGIN_ms ? 'new' : 'extend'] as const;
    this.#paidUntil_ms += secs * 1_000;
    this.#log({ type: what, actor: by, amount, secs, journal });
    const kept = legs.reduce((sum, leg) => sum + leg.amount, 0n);
    books.purchases.unshift({ journal, lease: this.#id, secs, amount: kept, refundTo });
    if (what === 'new') books.notices.push(this.#id);
    const bought = { what, unit: this.#key, secs, amount };
    deal(this.#world, name, { kind: 'rent', what: bought, principal: by, told: this.#id }, legs);
    return this;
  }

  extendFree(by: string, refundTo: string): this {
    this.#paidUntil_ms += 600_000;
    this.#log({ type: 'extend', actor: by, amount: 0n, secs: 600, journal: null });
    this.#world.books.purchases.unshift({ journal: 'no journal', lease: this.#id, secs: 600, amount: 0n, refundTo });
    return this.#deed(by, { what: 'free', unit: this.#key });
  }

  name(payer: string): this {
    this.#log({ type: 'payer', akey: payer, actor: this.#lessee, amount: 0n, secs: 0, journal: null });
    return this.#deed(this.#lessee, { what: 'payer', unit: this.#key, to: payer });
  }

  passOn(to: string): this {
    const from = this.#lessee;
    this.#lessee = to;
    this.#log({ type: 'transfer', actor: from, amount: 0n, secs: 0, journal: null });
    this.#world.books.notices.push(this.#id, this.#id);
    return this.#deed(from, { what: 'transfer', unit: this.#key, to });
  }

  end(name: string, secs: number, legs: readonly Leg[], waived = false): void {
    const { books, history } = this.#world;
    const journal = `journal ${name}`;
    const amount = legs.reduce((sum, leg) => sum + leg.amount, 0n);
    this.#log({ type: 'terminated', actor: this.#lessee, amount, secs, journal });
    books.notices.push(this.#id);
    const what: Deal = { what: 'terminated', unit: this.#key, waived };
    const asked = request(name, { kind: 'rent_refund', comment: '', notices: null, deal: what }, [acknowledged('', this.#id)]);
    for (const { debit, credit, amount: back } of legs) {
      const original = books.purchases.find(({ lease, refundTo }) => lease === this.#id && working(refundTo) === credit)?.journal ?? '';
      const paid = books.entries.filter((entry) => entry.journal === original && entry.amount > 0n);
      const leg = paid.find((entry) => entry.account === debit)?.leg ?? 0;
      books.refunds.push({ original, leg, journal, amount: back });
    }
    if (amount > 0n) deal(this.#world, name, { kind: 'rent_refund', what, principal: this.#lessee, told: this.#id, notices: null }, legs);
    else history.requests.push({ ...asked, principal: this.#lessee });
  }

  expire(): void {
    this.#log({ type: 'expire', actor: null, amount: 0n, secs: 0, journal: null });
    this.#world.books.notices.push(this.#id, this.#id);
  }

  /** Runs on. */
  run(payer: string | null, freeUsed: boolean): void {
    const unit = this.#world.books.units.find(({ id }) => id === this.#unit);
    const times = { leasedAt_ms: BEGIN_ms, paidUntil_ms: this.#paidUntil_ms };
    Object.assign(unit ?? {}, { lease: this.#id, lessee: this.#lessee, payer, freeUsed, ...times });
  }

  get #key(): string {
    return unitKey('dora', this.#unit);
  }

  #log(row: Pick<LeaseLogRow, 'type' | 'actor' | 'amount' | 'secs' | 'journal'> & { akey?: string }): void {
    const about = { unit: this.#unit, lease: this.#id, akey: this.#lessee, paidUntil_ms: this.#paidUntil_ms };
    this.#world.books.leaseLog.push({ ...about, ...row });
  }

  #deed(by: string, what: Deal): this {
    const name = `${what.what} by ${by} at ${this.#paidUntil_ms} of ${this.#id}`;
    const asked = request(name, { kind: '', comment: '', deal: what }, [acknowledged('')]);
    this.#world.history.requests.push({ ...asked, principal: by, journal: '' });
    return this;
  }
}

/**
 * Carl has the stall and extended it. The booth he had four times: he ended it and got half back, he walked out, he let it
 * expire, and he ended what Gil had extended for him, who got back what was his. The kiosk he left early, and those who had shared
 * its rent gave back of it; he rented it again. That, which Gil extended too, he took a
 * free extension of and gave to Fay, for whom Gil extended it once more.
 */
export function addLeases(world: World): void {
  const { books } = world;
  const vacant = { lease: null, lessee: null, payer: null, leasedAt_ms: null, paidUntil_ms: null, freeUsed: false };
  const unit = { owner: 'dora', refundPercent: 50, ...vacant };
  for (const id of ['stall', 'booth']) books.units.push({ ...unit, id, name: id, income: [] });
  books.units.push({ ...unit, id: 'kiosk', name: 'kiosk', income: INCOME });
  for (const owner of ['fay', 'gil']) books.accounts.push(account(working(owner), { owner }));
  const lease = (id: string, of: string) => new Lease(world, id, of);
  const rent = (amount: bigint, by = 'carl') => [pay(by, 'dora', amount)];

  lease('lease kept', 'stall').buy('rented', 'carl', 3_600, 5n, rent(5n)).buy('longer', 'carl', 3_600, 5n, rent(5n)).run(null, false);
  lease('lease ended', 'booth')
    .buy('short', 'carl', 3_600, 8n, rent(8n))
    .end('ended', 1_800, [pay('dora', 'carl', 2n)]);
  lease('lease waived', 'booth').buy('night', 'carl', 20, 4n, rent(4n)).end('walked out', 15, [], true);
  lease('lease over', 'booth').buy('day', 'carl', 20, 1n, rent(1n)).expire();
  const [ofGil, ofCarl] = [pay('dora', 'gil', 3n), pay('dora', 'carl', 2n)];
  lease('lease shared', 'booth')
    .buy('carls part', 'carl', 3_600, 8n, rent(8n))
    .name('gil')
    .buy('gils part', 'gil', 3_600, 6n, rent(6n, 'gil'))
    .end('ended for both', 5_400, [ofGil, ofCarl]);
  // Of 10 it would be 4, 3.5 and 2.5, of 5 half of that, and the odd unit is drawn by the journal's name; what a payer has of it stays where it is.
  const fiveOf = (by: string) => [pay(by, 'dora', 2n), pay(by, 'eve', 2n), pay(by, 'carl', 1n)];
  // A half of it was not used, of which half goes back; his own share of it stayed with him.
  lease('lease left', 'kiosk')
    .buy('left', 'carl', 3_600, 10n, [pay('carl', 'dora', 4n), pay('carl', 'eve', 4n)])
    .end('left early', 1_800, [pay('dora', 'carl', 1n), pay('eve', 'carl', 1n)]);
  lease('lease given', 'kiosk')
    .buy('kiosk', 'carl', 3_600, 10n, [pay('carl', 'dora', 4n), pay('carl', 'eve', 3n)], 'fay')
    .name('gil')
    .buy('kiosk longer', 'gil', 3_600, 5n, fiveOf('gil'))
    .extendFree('carl', 'fay')
    .passOn('fay')
    .name('gil')
    .buy('kiosk longest', 'gil', 3_600, 5n, fiveOf('gil'))
    .run('gil', true);
}

interface Asked {
  readonly kind: string;
  readonly what: Deal;
  readonly principal: string;
  readonly told?: string;
  /** Null: one for each who is paid. */
  readonly notices?: number | null;
}

/** The payment and the request for it. */
export function deal({ books, history }: World, name: string, asked: Asked, legs: readonly Leg[]): void {
  const { kind, what, principal, told = '', notices = 0 } = asked;
  const id = `journal ${name}`;
  enter(books, { id, principal, kind, comment: 'about the deal' }, ...legs);
  for (let count = 0; count < (notices ?? legs.length); count++) books.notices.push(id);
  history.requests.push({ ...request(name, { kind, comment: '', notices, deal: what }, [acknowledged(id, told)]), principal });
}
