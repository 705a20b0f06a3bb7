import { deriveId, type Uuid } from '@scrip/kernel';
import type { Random } from '../../faults/random.ts';
import { EUROS, GRANTS, HOT, MILLIONTHS, NOBODY, PEOPLE, RICH, WORN } from './cast.ts';
import { type Journal, journalId, requestHash, settlementId } from './ledger.ts';
import { isAcknowledged, type Record, type Request } from './record.ts';

type Transfer = Journal['transfers'][number];
type Draft = Pick<Journal, 'kind' | 'transfers'> & Partial<Journal>;

/** What one client asks for next. */
export interface Draw {
  readonly random: Random;
  readonly record: Record;
  readonly client: number;
  readonly number: number;
}

interface Kind {
  readonly weight: number;
  /** Undefined where there is nothing yet that it could be done with. */
  draw(draw: Draw): Draft | undefined;
}

const amountOf = (random: Random) => BigInt(random.whole(1, random.chance(0.15) ? 130 : 45));

function payee(random: Random, not: Uuid): Uuid {
  for (;;) {
    const { id } = random.chance(0.4) ? HOT : random.pick(PEOPLE);
    if (id !== not) return id;
  }
}

function payer(random: Random): Uuid {
  return (random.chance(0.15) ? random.pick([RICH, WORN]) : random.pick(PEOPLE)).id;
}

function transfersFrom(random: Random, count: number): Transfer[] {
  const debit = payer(random);
  return Array.from({ length: count }, () => ({ debit, credit: payee(random, debit), amount: amountOf(random) }));
}

/** Some of what is paid is paid on capabilities. */
function spent(random: Random, transfers: readonly Transfer[]): Pick<Journal, 'spends'> | undefined {
  if (!random.chance(0.35)) return undefined;
  const { chain } = random.pick(GRANTS);
  const amount = transfers.reduce((sum, transfer) => sum + transfer.amount, 0n) * MILLIONTHS;
  return { spends: { amount, chain: chain.map((jti) => ({ jti, counted: GRANTS.some((one) => one.jti === jti && one.total !== null) })) } };
}

function payment({ random }: Draw, kind: string, transfers: readonly Transfer[]): Draft {
  return { kind, transfers, ...spent(random, transfers) };
}

/** One row for each thing that clients do. */
export const KINDS: readonly Kind[] = [
  { weight: 40, draw: (draw) => payment(draw, 'pay', transfersFrom(draw.random, 1)) },
  { weight: 14, draw: (draw) => payment(draw, 'split', transfersFrom(draw.random, draw.random.whole(2, 6))) },
  {
    weight: 16,
    draw(draw) {
      const { random } = draw;
      const hold = { expiresIn_ms: random.chance(0.5) ? random.whole(50, 2_500) : null };
      return payment(
        draw,
        'hold',
        transfersFrom(random, random.chance(0.3) ? 2 : 1).map((transfer) => ({ ...transfer, hold })),
      );
    },
  },
  {
    weight: 18,
    draw({ random, record }) {
      const held = record.requests.filter(({ journal }) => journal.kind === 'hold');
      if (held.length === 0) return undefined;
      const { journal } = random.pick(held);
      const leg = random.whole(0, journal.transfers.length - 1);
      const { amount } = journal.transfers[leg] as Transfer;
      if (random.chance(0.3)) return settlement(journal, leg, 'void', 0n);
      const part = random.weighted([
        { weight: 4, of: amount },
        { weight: 5, of: BigInt(random.whole(1, Number(amount))) },
        { weight: 1, of: amount + 1n },
      ]);
      return settlement(journal, leg, 'post', part.of);
    },
  },
  {
    weight: 12,
    draw({ random, record }) {
      const paid = record.requests.filter((one) => (one.journal.kind === 'pay' || one.journal.kind === 'split') && isAcknowledged(one));
      if (paid.length === 0) return undefined;
      const { journal: original } = random.pick(paid);
      const leg = random.whole(0, original.transfers.length - 1);
      const { debit, credit, amount: whole } = original.transfers[leg] as Transfer;
      const amount = random.chance(0.5) ? whole : BigInt(random.whole(1, Number(whole) + 1));
      const transfers = [{ debit: credit, credit: debit, amount }];
      return { kind: 'refund', transfers, refunds: [{ original: original.id, leg, paid: whole, amount }] };
    },
  },
  {
    // Under an id that another request has already.
    weight: 3,
    draw(draw) {
      const { random, record } = draw;
      const earlier = record.requests.filter(({ journal }) => journal.kind !== 'refund' && !journal.settles);
      if (earlier.length === 0) return undefined;
      const { id, principal } = random.pick(earlier.slice(-3)).journal;
      return { ...payment(draw, 'pay', transfersFrom(random, random.whole(1, 2))), id, principal };
    },
  },
  {
    weight: 3,
    draw({ random }) {
      const debit = payer(random);
      const credit = random.pick([NOBODY, EUROS[0].id, debit]);
      return { kind: 'pay', transfers: [{ debit, credit, amount: 1n }] };
    },
  },
  {
    weight: 3,
    draw: ({ random }) => ({ kind: 'pay', transfers: [{ debit: EUROS[0].id, credit: EUROS[1].id, amount: amountOf(random) }] }),
  },
];

/** The end of a hold has an id, a hash and a comment of its own, whoever asks for it. */
export function settlement(journal: Journal, leg: number, how: 'post' | 'void' | 'expire', amount: bigint): Draft {
  const hold = { journalId: journal.id, leg };
  const { debit, credit } = journal.transfers[leg] as Transfer;
  const asked = `${how} ${amount} of ${hold.journalId}/${leg}`;
  return {
    id: settlementId(hold),
    principal: journal.principal,
    requestHash: requestHash(asked),
    kind: how,
    comment: asked,
    transfers: [],
    settles: { hold, debit, credit, how, amount },
  };
}

export function order(draw: Draw): Request {
  for (;;) {
    const draft = draw.random.weighted(KINDS).draw(draw);
    if (draft) return requestOf(draw, draft, `${draft.kind} ${draw.client}.${draw.number}`);
  }
}

/** Another request under the id of this one, by a client that has lost count. */
export function rivalOf(draw: Draw, { journal: { id, principal }, name }: Request): Request {
  const draft = payment(draw, 'pay', transfersFrom(draw.random, draw.random.whole(1, 2)));
  return requestOf(draw, { ...draft, id, principal }, `rival of ${name}`);
}

function requestOf({ random, record, client, number }: Draw, draft: Draft, name: string): Request {
  const principal = deriveId('client', String(client));
  const journal: Journal = {
    id: journalId(principal, `request ${number}`),
    principal,
    requestHash: requestHash(name),
    comment: name,
    ...draft,
  };
  const notices = random.chance(0.2) && !journal.settles ? 1 : 0;
  return record.add({ name, journal, notices, within: random.chance(0.12), awaited: true, attempts: [] });
}
