import { SqlError } from './failure.ts';
import { type Bug, behindCommit, fresh, NOTHING, swapped, textOf, wire } from './planting.ts';

const LOST = ['ack_lost', 'ack_early', 'ack_altered'];
const UNSOUND = ['sequence_gap', 'chain_broken', 'balance_not_sum', 'sum_changed'];

/** The rules are as they should be; what carries them out, asks for them or keeps the outcome is wrong. */
export const BUGS_OF_SERVICE: readonly Bug[] = [
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
    plant: { server: { wire: swapped('FROM account WHERE', 'LEFT JOIN journal') }, database: { drops: ['journal_pkey'] } },
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
    name: 'holds written beside the transaction',
    seenBy: ['held_mismatch', 'ack_altered', 'row_orphaned'],
    plant: { server: { wire: behindCommit('INSERT INTO hold') } },
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
