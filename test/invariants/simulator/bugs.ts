import { deriveId } from '@scrip/kernel';
import { SqlError } from './failure.ts';
import { type Books, type Decision, decide, type Journal } from './ledger.ts';
import type { Client } from './pool.ts';
import type { Plant } from './run.ts';
import type { Flaws } from './server.ts';
import type { Answer } from './session.ts';

/** Something that could be wrong with the system, and the checks that must see it. */
export interface Bug {
  readonly name: string;
  readonly plant: Plant;
  readonly seenBy: readonly string[];
}

type Rules = typeof decide;
type Sent = Parameters<Client['query']>[0];

const textOf = (sent: Sent) => (typeof sent === 'string' ? sent : sent.text);
const rules = (of: Rules, drops: readonly string[] = []): Plant => ({ server: { decide: of }, database: { drops } });
/** The rules over books that are not what they are. */
const over =
  (change: (books: Books) => Partial<Books>): Rules =>
  (books, journals) =>
    decide({ ...books, ...change(books) }, journals);
/** What the rules decided, and what became of it. */
const then = (change: (decision: Decision, books: Books) => Partial<Decision>): Rules => {
  return (books, journals) => {
    const decision = decide(books, journals);
    return { ...decision, ...change(decision, books) };
  };
};
const accountsAs = (books: Books, change: Partial<Books['accounts'] extends ReadonlyMap<string, infer A> ? A : never>) =>
  new Map([...books.accounts].map(([id, account]) => [id, { ...account, ...change }]));
/** More held on an account than there should be. */
const heldMore = ({ accounts }: Decision, id: string | undefined, amount: bigint) =>
  accounts.map((account) => (account.id === id ? { ...account, heldDebits: account.heldDebits + amount } : account));
const fresh = (journal: Journal, nth: number): Journal =>
  journal.settles ? journal : { ...journal, id: deriveId('fresh', journal.id, String(nth)) };

function wire(query: (client: Client, sent: Sent) => Promise<Answer>): NonNullable<Flaws['wire']> {
  return (client) => ({
    query: (sent) => query(client, sent),
    on: (event, listener) => client.on(event, listener),
    off: (event, listener) => client.off(event, listener),
    release: (destroy) => client.release(destroy),
  });
}

/** Sends what `early` names only behind what `late` names. */
function swapped(early: string, late: string): NonNullable<Flaws['wire']> {
  const kept = new WeakMap<Client, () => void>();
  return wire((client, sent) => {
    if (textOf(sent).includes(early)) {
      return new Promise((resolve, reject) => kept.set(client, () => void client.query(sent).then(resolve, reject)));
    }
    const answer = client.query(sent);
    if (textOf(sent).includes(late)) {
      kept.get(client)?.();
      kept.delete(client);
    }
    return answer;
  });
}

/** Says that it was done, and does it when the transaction is over. */
function behindCommit(what: string): NonNullable<Flaws['wire']> {
  const kept = new WeakMap<Client, Sent[]>();
  return wire((client, sent) => {
    if (textOf(sent).includes(what)) {
      kept.set(client, [sent]);
      return Promise.resolve(NOTHING);
    }
    const answer = client.query(sent);
    if (sent === 'COMMIT') {
      for (const late of kept.get(client) ?? []) client.query(late).catch(() => {});
      kept.delete(client);
    }
    return answer;
  });
}

const NOTHING: Answer = { rows: [], rowCount: 0, command: 'COMMIT' };
const LOST = ['ack_lost', 'ack_early', 'ack_altered'];
const UNSOUND = ['sequence_gap', 'chain_broken', 'balance_not_sum', 'sum_changed'];

export const BUGS: readonly Bug[] = [
  {
    name: 'acknowledged before COMMIT is answered',
    seenBy: LOST,
    plant: {
      server: {
        wire: wire((client, sent) => {
          const answer = client.query(sent);
          if (sent !== 'COMMIT') return answer;
          answer.catch(() => {});
          return Promise.resolve(NOTHING);
        }),
      },
    },
  },
  {
    name: 'COMMIT answered with ROLLBACK taken for success',
    seenBy: LOST,
    plant: {
      server: {
        wire: wire(async (client, sent) => {
          const answer = client.query(sent);
          if (sent === 'COMMIT') return { ...(await answer), command: 'COMMIT' };
          if (!/INSERT|UPDATE [a-z]+ SET/.test(textOf(sent))) return answer;
          return answer.catch((error) => {
            if (error instanceof SqlError) return NOTHING;
            throw error;
          });
        }),
      },
    },
  },
  {
    // It came out of the simulation: what failed first says why, and what is behind it only that something failed.
    name: 'the answer of a later statement heard before the one that failed',
    seenBy: ['failed'],
    plant: {
      server: {
        wire: wire((client, sent) => {
          const answer = client.query(sent);
          return textOf(sent).includes('INTO entry') ? answer.then().catch((error) => Promise.reject(error)) : answer;
        }),
      },
    },
  },
  { name: 'what was just committed is lost in a crash', seenBy: LOST, plant: { database: { forgets_ms: 300 } } },
  {
    name: 'an unknown outcome told as a refusal',
    seenBy: ['refused_present', 'replay_refused', 'refused_wrongly'],
    plant: { server: { reply: (reply) => (reply.kind === 'unknown' ? { kind: 'refused', why: 'request_conflict' } : reply) } },
  },
  {
    name: 'the request id dropped by the server',
    seenBy: ['booked_twice'],
    plant: { server: { posting: (posting, { sent_ms }) => ({ ...posting, journal: fresh(posting.journal, sent_ms) }) } },
  },
  {
    name: 'a retry sent under a fresh id',
    seenBy: ['booked_twice'],
    plant: { client: { resend: (request, tries) => ({ ...request, journal: fresh(request.journal, tries) }) } },
  },
  {
    name: 'known journals read before the locks',
    seenBy: ['booked_twice'],
    plant: { server: { wire: swapped('FROM account WHERE', 'AS once LEFT JOIN journal') }, database: { drops: ['journal_pkey'] } },
  },
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
    plant: rules(then(({ outcomes }) => ({ outcomes: outcomes.map((one) => (one.accepted ? { ...one, replay: false } : one)) }))),
  },
  {
    name: 'answers of one batch mixed up',
    seenBy: ['ack_lost', 'ack_early', 'refused_present', 'refused_wrongly', 'replay_refused'],
    plant: rules(then(({ outcomes }) => ({ outcomes: [...outcomes].reverse() }))),
  },
  {
    name: 'accounts not locked',
    seenBy: UNSOUND,
    plant: {
      database: {
        rewrite: (text) => (text.includes('FROM account WHERE') ? text.replace(/ FOR NO KEY UPDATE( SKIP LOCKED)?/, '') : text),
        drops: ['entry_pkey', 'journal_pkey', 'account_floor', 'account_totals', 'hold_pkey'],
      },
    },
  },
  {
    name: 'grants not locked',
    seenBy: ['grant_miscounted', 'grant_exceeded', 'revoked_spent'],
    plant: {
      database: {
        rewrite: (text) => (text.includes('FROM capability_grant') ? text.replace(/ FOR NO KEY UPDATE( SKIP LOCKED)?/, '') : text),
      },
    },
  },
  {
    name: 'the clock of the beginning of the transaction',
    seenBy: ['dated_before_lock', 'expired_posted'],
    plant: { database: { rewrite: (text) => text.replace('clock_timestamp() AS now', 'now() AS now') } },
  },
  {
    name: 'times that go back with the clock',
    seenBy: ['time_went_back'],
    plant: rules(then((_decision, { now }) => ({ at: now }))),
  },
  {
    name: 'totals in floating point',
    seenBy: ['balance_not_sum'],
    plant: rules(
      then(({ accounts }) => {
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
      then((decision) => ({ accounts: heldMore(decision, decision.holds[0]?.debitId, decision.holds[0]?.amount ?? 0n) })),
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
    plant: rules(then(() => ({ settled: [] }))),
  },
  {
    name: 'holds written beside the transaction',
    seenBy: ['held_mismatch', 'ack_altered', 'row_orphaned'],
    plant: { server: { wire: behindCommit('INSERT INTO hold') } },
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
    plant: rules(then(({ entries }) => ({ entries: entries.slice(0, -1) }))),
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
      then(({ accounts }) => ({ accounts: accounts.map((one, at) => (at === 0 ? { ...one, lastSeq: one.lastSeq - 1n } : one)) })),
      ['entry_pkey'],
    ),
  },
  { name: 'refunds without a limit', seenBy: ['refund_exceeded'], plant: rules(over(() => ({ refunded: new Map() }))) },
  { name: 'refunds not written down', seenBy: ['ack_altered'], plant: rules(then(() => ({ refunds: [] }))) },
  {
    name: "a grant's total checked and not counted",
    seenBy: ['grant_miscounted', 'grant_exceeded'],
    plant: rules(then(() => ({ grants: [] }))),
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
  {
    name: 'an id that was taken meanwhile reported as an error',
    seenBy: ['failed'],
    plant: {
      server: {
        wire: wire((client, sent) =>
          client.query(sent).catch((error) => {
            throw error?.code === '23505' ? new SqlError('23505', error.message) : error;
          }),
        ),
      },
    },
  },
  {
    name: 'journals that no seal will cover',
    seenBy: ['unsealed'],
    plant: {
      database: { rewrite: (text) => text.replace(/new_unsealed AS \(\s*INSERT INTO unsealed \([^)]*\) VALUES \([^)]*\)\s*\),/, '') },
    },
  },
  {
    name: 'rows that travel with a payment forgotten',
    seenBy: ['ack_altered'],
    plant: {
      server: { wire: wire((client, sent) => (textOf(sent).includes('INTO notice') ? Promise.resolve(NOTHING) : client.query(sent))) },
    },
  },
];
