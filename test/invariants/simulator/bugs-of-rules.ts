import { decide } from './ledger.ts';
import { accountsAs, afterwards, type Bug, heldMore, over, rules } from './planting.ts';

/** The rules are wrong; everything around them is as it should be. */
export const BUGS_OF_RULES: readonly Bug[] = [
  {
    name: 'known journals not looked at',
    seenBy: ['booked_twice'],
    plant: rules(
      over(() => ({ known: new Map() })),
      ['journal_pkey', 'hold_pkey'],
    ),
  },
  {
    name: 'another request under a known id taken for its retry',
    seenBy: ['conflict_acked'],
    plant: rules((books, journals) => {
      const asked = new Map(journals.map(({ id, requestHash }) => [id, requestHash]));
      return decide({ ...books, known: new Map([...books.known.keys()].map((id) => [id, asked.get(id) as string])) }, journals);
    }),
  },
  {
    name: 'a replay answered as new',
    seenBy: ['new_twice'],
    plant: rules(afterwards(({ outcomes }) => ({ outcomes: outcomes.map((one) => (one.accepted ? { ...one, replay: false } : one)) }))),
  },
  {
    name: 'answers of one batch mixed up',
    seenBy: ['ack_lost', 'ack_early', 'refused_present', 'refused_wrongly', 'replay_refused'],
    plant: rules(afterwards(({ outcomes }) => ({ outcomes: [...outcomes].reverse() }))),
  },
  {
    name: 'times that go back with the clock',
    seenBy: ['time_went_back'],
    plant: rules(afterwards((_decision, { now }) => ({ at: now }))),
  },
  {
    name: 'totals in floating point',
    seenBy: ['balance_not_sum'],
    plant: rules(
      afterwards(({ accounts }) => {
        const rounded = (amount: bigint) => BigInt(Number(amount));
        return {
          accounts: accounts.map((account) => ({
            ...account,
            postedDebits: rounded(account.postedDebits),
            postedCredits: rounded(account.postedCredits),
          })),
        };
      }),
    ),
  },
  {
    name: 'the overdraft check off by one',
    seenBy: ['overdraft'],
    plant: rules(
      over(({ accounts }) => ({
        accounts: new Map([...accounts].map(([id, one]) => [id, { ...one, floor: one.floor === null ? null : one.floor - 1n }])),
      })),
      ['account_floor'],
    ),
  },
  {
    name: 'what is held can be spent',
    seenBy: ['overdraft'],
    plant: rules(
      (books, journals) => {
        const decision = decide({ ...books, accounts: accountsAs(books, { heldDebits: 0n }) }, journals);
        const held = (id: string) => books.accounts.get(id)?.heldDebits ?? 0n;
        return { ...decision, accounts: decision.accounts.map((one) => ({ ...one, heldDebits: one.heldDebits + held(one.id) })) };
      },
      ['account_floor', 'account_totals'],
    ),
  },
  {
    name: 'the maximum of an account ignored',
    seenBy: ['over_ceiling'],
    plant: rules(over((books) => ({ accounts: accountsAs(books, { ceiling: null }) }))),
  },
  {
    name: 'frozen and closed accounts like any other',
    seenBy: ['moved_on_stopped'],
    plant: rules(
      over((books) => ({ accounts: accountsAs(books, { state: 'open' }) })),
      ['account_closed'],
    ),
  },
  {
    name: 'a hold counted twice',
    seenBy: ['held_mismatch'],
    plant: rules(
      afterwards((decision) => ({ accounts: heldMore(decision, decision.holds[0]?.debitId, decision.holds[0]?.amount ?? 0n) })),
      ['account_floor'],
    ),
  },
  {
    name: 'a void that does not release the hold',
    seenBy: ['held_mismatch'],
    plant: rules((books, journals) => {
      const decision = decide(books, journals);
      const ended = decision.journals.find(({ settles }) => settles?.how === 'void')?.settles;
      const held = ended && books.holds.get(`${ended.hold.journalId}/${ended.hold.leg}`)?.amount;
      return { ...decision, accounts: heldMore(decision, ended?.debit, held ?? 0n) };
    }),
  },
  {
    name: 'a hold posted in part and the rest kept',
    seenBy: ['held_mismatch'],
    plant: rules((books, journals) => {
      const decision = decide(books, journals);
      const ended = decision.journals.find(({ settles }) => settles?.how === 'post')?.settles;
      const held = ended && books.holds.get(`${ended.hold.journalId}/${ended.hold.leg}`)?.amount;
      return { ...decision, accounts: heldMore(decision, ended?.debit, ended && held ? held - ended.amount : 0n) };
    }),
  },
  {
    name: 'a hold posted after its end',
    seenBy: ['expired_posted'],
    plant: rules((books, journals) => {
      const settling = journals.some(({ settles }) => settles?.how === 'post');
      const decision = decide(settling ? { ...books, now: books.now - 3_600_000 } : books, journals);
      return { ...decision, at: Math.max(decision.at, books.now) };
    }),
  },
  {
    name: 'a hold that has ended is open still',
    seenBy: ['hold_ended_twice', 'held_mismatch'],
    plant: rules(afterwards(() => ({ settled: [] }))),
  },
  {
    name: 'one payee of a split left out',
    seenBy: ['ack_altered'],
    plant: rules((books, journals) =>
      decide(
        books,
        journals.map((one) => (one.kind === 'split' ? { ...one, transfers: one.transfers.slice(0, -1) } : one)),
      ),
    ),
  },
  {
    name: 'one side of a transfer lost',
    seenBy: ['transfer_one_sided'],
    plant: rules(afterwards(({ entries }) => ({ entries: entries.slice(0, -1) }))),
  },
  {
    name: 'the first transfer of a refused split kept',
    seenBy: ['refused_present'],
    plant: rules((books, journals) => {
      const { outcomes } = decide(books, journals);
      const cut = journals.map((one, at) => (outcomes[at]?.accepted ? one : { ...one, transfers: one.transfers.slice(0, 1) }));
      return { ...decide(books, cut), outcomes };
    }),
  },
  {
    name: 'a sequence number used again',
    seenBy: ['sequence_gap'],
    plant: rules(
      afterwards(({ accounts }) => ({ accounts: accounts.map((one, at) => (at === 0 ? { ...one, lastSeq: one.lastSeq - 1n } : one)) })),
      ['entry_pkey'],
    ),
  },
  { name: 'refunds without a limit', seenBy: ['refund_exceeded'], plant: rules(over(() => ({ refunded: new Map() }))) },
  { name: 'refunds not written down', seenBy: ['ack_altered'], plant: rules(afterwards(() => ({ refunds: [] }))) },
  {
    name: "a grant's total checked and not counted",
    seenBy: ['grant_miscounted', 'grant_exceeded'],
    plant: rules(afterwards(() => ({ grants: [] }))),
  },
  {
    name: 'only the last of derived grants counted',
    seenBy: ['grant_miscounted', 'grant_exceeded'],
    plant: rules((books, journals) =>
      decide(
        books,
        journals.map((one) => (one.spends ? { ...one, spends: { ...one.spends, chain: one.spends.chain.slice(0, 1) } } : one)),
      ),
    ),
  },
  {
    name: 'a revoked grant like any other',
    seenBy: ['revoked_spent'],
    plant: rules(over(({ grants }) => ({ grants: new Map([...grants].map(([jti, grant]) => [jti, { ...grant, revoked: false }])) }))),
  },
];
