import { MAX_MINOR, type Uuid } from '@scrip/kernel';
import {
  type AccountState,
  available,
  type Books,
  type Decision,
  type Entry,
  type GrantState,
  type Journal,
  legKey,
  type NewHold,
  type Outcome,
  type Refunding,
  type Refusal,
  type Settlement,
  type Transfer,
} from './model.ts';

/** Totals only ever grow; past this, one more transfer could leave the database's 64 bits. */
const MAX_TOTAL = 1n << 62n;

type Draft = { -readonly [K in keyof AccountState]: AccountState[K] };

/**
 * Decides an ordered list of journals over locked accounts. Pure: no clock, no database, no randomness. Each journal is
 * taken or refused whole; one that is refused leaves the books as they were for those after it.
 */
export function decide(books: Books, journals: readonly Journal[]): Decision {
  const draft = new DraftBooks(books);
  const outcomes = journals.map((journal): Outcome => {
    const earlierHash = draft.hashOf(journal.id);
    if (earlierHash !== undefined) {
      return earlierHash === journal.requestHash
        ? { accepted: true, replay: true }
        : { accepted: false, refusal: { why: 'request_conflict' } };
    }
    const refusal =
      draft.spendingRefused(journal) ??
      draft.settlementRefused(journal) ??
      draft.refundRefused(journal) ??
      draft.drawRefused(journal) ??
      draft.move(journal);
    if (refusal) return { accepted: false, refusal };
    draft.accept(journal);
    return { accepted: true, replay: false };
  });
  return { outcomes, ...draft.changes() };
}

/** The books as they stand in the middle of a list of journals. */
class DraftBooks {
  readonly #books: Books;
  readonly #accounts = new Map<Uuid, Draft>();
  readonly #accepted = new Map<Uuid, Journal>();
  readonly #entries: Entry[] = [];
  readonly #holds: NewHold[] = [];
  readonly #settled: { journalId: Uuid; leg: number; state: 'posted' | 'voided' | 'expired'; posted: bigint }[] = [];
  readonly #refunds: { originalId: Uuid; leg: number; journalId: Uuid; amount: bigint }[] = [];
  readonly #refunded = new Map<string, bigint>();
  readonly #grants = new Map<Uuid, GrantState>();
  readonly #changed = new Set<Draft>();

  constructor(books: Books) {
    this.#books = books;
  }

  hashOf(journalId: Uuid): Uuid | undefined {
    return this.#accepted.get(journalId)?.requestHash ?? this.#books.known.get(journalId);
  }

  spendingRefused({ spends }: Journal): Refusal | undefined {
    if (!spends) return undefined;
    if (spends.unrecorded?.some(({ jti }) => this.#books.revokedLogins.has(jti))) return { why: 'capability_revoked' };
    for (const { jti, counted } of spends.chain) {
      const grant = this.#grants.get(jti) ?? this.#books.grants.get(jti);
      // One that must be counted and is not there was forgotten after its end: nothing can be spent of it.
      if (!grant ? counted : grant.revoked) return { why: 'capability_revoked' };
      if (!grant || grant.total === null) continue;
      const left = grant.total - grant.spent;
      if (spends.amount > left) return { why: 'grant_exhausted', left, needed: spends.amount };
    }
    return undefined;
  }

  settlementRefused({ settles }: Journal): Refusal | undefined {
    if (!settles) return undefined;
    const hold = this.#books.holds.get(legKey(settles.hold.journalId, settles.hold.leg));
    if (!hold) return { why: 'unknown_hold' };
    // Two settlements of one hold have the same journal id, so that within a list the second one never comes this far.
    if (hold.state !== 'open') return { why: 'hold_settled', state: hold.state };
    const over = hold.expiresAt !== null && hold.expiresAt <= this.#books.now;
    if (settles.how === 'expire') return over ? undefined : { why: 'hold_not_expired' };
    if (over) return { why: 'hold_expired' };
    if (settles.how === 'void') return undefined;
    if (settles.amount <= 0n) return { why: 'invalid_amount', amount: settles.amount };
    if (settles.amount > hold.amount) return { why: 'hold_exceeded', held: hold.amount };
    const [debit, credit] = [this.#account(settles.debit), this.#account(settles.credit)];
    if (debit?.state === 'frozen') return { why: 'account_frozen', account: debit.id };
    if (!debit) return { why: 'unknown_account', account: settles.debit };
    if (!credit) return { why: 'unknown_account', account: settles.credit };
    return undefined;
  }

  refundRefused({ refunds }: Journal): Refusal | undefined {
    if (!refunds) return undefined;
    for (const [key, { paid, amount: needed }] of refundedBy(refunds)) {
      const left = paid - this.#refundedOf(key);
      if (needed > left) return { why: 'refund_exceeded', left, needed };
    }
    return undefined;
  }

  /** What any draw could be refused for, before the one that there is: a refusal tells nobody what was drawn. */
  drawRefused({ possible }: Journal): Refusal | undefined {
    if (!possible) return undefined;
    for (const transfer of possible.credits) {
      const refusal = refuse(transfer, this.#account(transfer.debit), this.#account(transfer.credit));
      if (refusal && refusal.why !== 'insufficient_funds') return refusal;
    }
    for (const { account: id, amount } of possible.debits) {
      const account = this.#account(id);
      if (!account) return { why: 'unknown_account', account: id };
      const lacks = account.floor !== null && available(account) - amount < account.floor;
      if (lacks) return { why: 'insufficient_funds', account: id, available: available(account) - (account.floor ?? 0n), needed: amount };
    }
    return undefined;
  }

  /** Makes the journal's transfers, or none of them and says why. */
  move(journal: Journal): Refusal | undefined {
    const before = { entries: this.#entries.length, holds: this.#holds.length };
    // What is needed to take a part of it back: a journal of one transfer has no parts.
    const several = journal.transfers.length > 1;
    const touched: { account: Draft; as: Draft }[] = [];
    for (const [leg, transfer] of journal.transfers.entries()) {
      const debit = this.#account(transfer.debit);
      const credit = this.#account(transfer.credit);
      const refusal = refuse(transfer, debit, credit);
      if (refusal) {
        for (const { account, as } of touched.reverse()) Object.assign(account, as);
        this.#entries.length = before.entries;
        this.#holds.length = before.holds;
        return several && refusal.why === 'insufficient_funds' ? this.#wholeNeed(refusal, journal) : refusal;
      }
      // refuse() has made sure that both are there.
      const [from, to] = [debit as Draft, credit as Draft];
      touched.push({ account: from, as: several ? { ...from } : from }, { account: to, as: several ? { ...to } : to });
      if (transfer.hold) this.#setAside(journal.id, leg, from, to, transfer.amount, transfer.hold.expiresIn_ms);
      else this.#post(journal.id, leg, from, to, transfer.amount);
    }
    for (const { account } of touched) this.#changed.add(account);
    return undefined;
  }

  /** In terms of the journal, not of the transfer at which the money ran out: its books are as before it again. */
  #wholeNeed(refusal: Extract<Refusal, { why: 'insufficient_funds' }>, { transfers }: Journal): Refusal {
    const account = this.#account(refusal.account);
    if (!account || account.floor === null) return refusal;
    const needed = transfers.reduce((sum, transfer) => (transfer.debit === account.id ? sum + transfer.amount : sum), 0n);
    return { ...refusal, available: available(account) - account.floor, needed };
  }

  /** What can't be refused any more: the hold that ends, and what is counted. */
  accept(journal: Journal): void {
    this.#accepted.set(journal.id, journal);
    const { settles, refunds, spends } = journal;
    if (settles) this.#settle(journal, settles);
    for (const [key, { original: originalId, leg, amount }] of refunds ? refundedBy(refunds) : []) {
      this.#refunds.push({ originalId, leg, journalId: journal.id, amount });
      this.#refunded.set(key, this.#refundedOf(key) + amount);
    }
    for (const { jti } of spends?.chain ?? []) {
      const grant = this.#grants.get(jti) ?? this.#books.grants.get(jti);
      if (grant && grant.total !== null && spends) this.#grants.set(jti, { ...grant, spent: grant.spent + spends.amount });
    }
  }

  changes(): Omit<Decision, 'outcomes'> {
    let at = this.#books.now;
    for (const { lastAt } of this.#changed) if (lastAt > at) at = lastAt;
    for (const account of this.#changed) account.lastAt = at;
    return {
      at,
      journals: [...this.#accepted.values()],
      entries: this.#entries,
      holds: this.#holds,
      settled: this.#settled,
      refunds: this.#refunds,
      grants: [...this.#grants.values()],
      accounts: [...this.#changed],
    };
  }

  #account(id: Uuid): Draft | undefined {
    const existing = this.#accounts.get(id);
    if (existing) return existing;
    const account = this.#books.accounts.get(id);
    if (!account) return undefined;
    const copy = { ...account };
    this.#accounts.set(id, copy);
    return copy;
  }

  #refundedOf(key: string): bigint {
    return this.#refunded.get(key) ?? this.#books.refunded.get(key) ?? 0n;
  }

  #post(journalId: Uuid, leg: number, from: Draft, to: Draft, amount: bigint): void {
    from.postedDebits += amount;
    to.postedCredits += amount;
    this.#entries.push(entryOf(from, journalId, leg, to.id, -amount), entryOf(to, journalId, leg, from.id, amount));
  }

  #setAside(journalId: Uuid, leg: number, from: Draft, to: Draft, amount: bigint, expiresIn_ms: number | null): void {
    const expiresAt = expiresIn_ms === null ? null : this.#books.now + expiresIn_ms;
    from.heldDebits += amount;
    to.heldCredits += amount;
    this.#holds.push({ journalId, leg, debitId: from.id, creditId: to.id, amount, expiresAt });
  }

  #settle(journal: Journal, { hold: key, debit, credit, how, amount }: Settlement): void {
    const held = this.#books.holds.get(legKey(key.journalId, key.leg))?.amount ?? 0n;
    const [from, to] = [this.#account(debit), this.#account(credit)];
    if (!from || !to) throw new Error(`hold ${key.journalId} is over accounts that were not locked`);
    from.heldDebits -= held;
    to.heldCredits -= held;
    if (how === 'post') this.#post(journal.id, journal.transfers.length, from, to, amount);
    this.#changed.add(from).add(to);
    const state = ({ post: 'posted', void: 'voided', expire: 'expired' } as const)[how];
    this.#settled.push({ journalId: key.journalId, leg: key.leg, state, posted: how === 'post' ? amount : 0n });
  }
}

/** How much a journal pays back of each transfer that it refunds, by `legKey`. */
function refundedBy(refunds: readonly Refunding[]): ReadonlyMap<string, Refunding> {
  const sums = new Map<string, Refunding>();
  for (const refunding of refunds) {
    const key = legKey(refunding.original, refunding.leg);
    sums.set(key, { ...refunding, amount: (sums.get(key)?.amount ?? 0n) + refunding.amount });
  }
  return sums;
}

function refuse(transfer: Transfer, debit: Draft | undefined, credit: Draft | undefined): Refusal | undefined {
  const { amount } = transfer;
  if (amount <= 0n || amount > MAX_MINOR) return { why: 'invalid_amount', amount };
  if (transfer.debit === transfer.credit) return { why: 'same_account' };
  if (!debit) return { why: 'unknown_account', account: transfer.debit };
  if (!credit) return { why: 'unknown_account', account: transfer.credit };
  if (debit.currency !== credit.currency) {
    return { why: 'currency_mismatch', debit: debit.currency, credit: credit.currency, account: transfer.credit };
  }
  for (const { state, id } of [debit, credit]) if (state === 'closed') return { why: 'account_closed', account: id };
  if (debit.state === 'frozen') return { why: 'account_frozen', account: debit.id };
  const free = available(debit);
  if (debit.floor !== null && free - amount < debit.floor) {
    return { why: 'insufficient_funds', account: debit.id, available: free - debit.floor, needed: amount };
  }
  const coming = credit.postedCredits + credit.heldCredits - credit.postedDebits;
  if (credit.ceiling !== null && coming + amount > credit.ceiling) {
    const room = credit.ceiling - coming;
    return { why: 'over_ceiling', account: credit.id, room: room > 0n ? room : 0n, needed: amount };
  }
  if (leavesLimits(debit.postedDebits + debit.heldDebits + amount, debit.postedCredits))
    return { why: 'limit_exceeded', account: debit.id };
  if (leavesLimits(credit.postedCredits + credit.heldCredits + amount, credit.postedDebits))
    return { why: 'limit_exceeded', account: credit.id };
  return undefined;
}

/** Balances must stay exact as doubles, on both sides of zero, with everything that is held counted in. */
function leavesLimits(grown: bigint, opposite: bigint): boolean {
  return grown > MAX_TOTAL || grown - opposite > MAX_MINOR;
}

function entryOf(account: Draft, journalId: Uuid, leg: number, counterId: Uuid, amount: bigint): Entry {
  account.lastSeq += 1n;
  const balance = account.postedCredits - account.postedDebits;
  return { accountId: account.id, seq: account.lastSeq, journalId, leg, counterId, amount, balance };
}
