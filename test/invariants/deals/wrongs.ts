import { accountId, type Prepared, WORKING } from '@scrip/bank';
import { newId, type Uuid } from '@scrip/kernel';
import type { Person, World } from '../../testkit/world.ts';
import type { Moved } from './books.ts';
import type { Rule } from './rules.ts';

/** Who is there to wrong each other: an owner who shares a rent of 70 with Mia and Ivo, and Fay, who rents and buys. */
export interface Scene {
  readonly world: World;
  readonly owner: Person;
  readonly mia: Person;
  readonly ivo: Person;
  readonly fay: Person;
  /** A rent of Fay's, whose lease runs: 35 are the owner's, 21 Mia's and 14 Ivo's. */
  readonly rent: readonly Moved[];
  /** An order of Fay's at 100, of which 30 are Ivo's; credit paid 10 of these. */
  readonly order: readonly Moved[];
}

/** A transfer of a refund that is wrong, and what it says that it pays back, if anything. */
interface Back {
  readonly from: Uuid;
  readonly to: Uuid;
  readonly amount: bigint;
  readonly of?: readonly [original: Uuid, leg: number];
}

/** Something that a refund could do wrong, which rule of deals must see it, and what the audit must say of it. */
export interface Wrong {
  readonly name: string;
  readonly kind: 'rent_refund' | 'sale_refund';
  readonly seenBy: Rule;
  readonly audit: RegExp;
  plant(scene: Scene): readonly Back[];
}

const working = ({ akey }: Person) => accountId(akey, WORKING);

/** Books a refund as the ledger takes it: it looks at the accounts, and not at what anybody is due. Returns its id. */
export async function plant(scene: Scene, wrong: Wrong): Promise<Uuid> {
  const { world, owner } = scene;
  const backs = wrong.plant(scene);
  const id = newId();
  const journal = {
    ...{ id, principal: scene.mia.akey, requestHash: newId(), kind: wrong.kind, comment: wrong.name },
    transfers: backs.map(({ from: debit, to: credit, amount }) => ({ debit, credit, amount })),
    refunds: backs.flatMap(({ of, amount }) => (of ? [{ original: of[0], leg: of[1], paid: 1_000_000n, amount }] : [])),
  };
  const prepared: Prepared = { journal, riders: [], requestId: '', accounts: [await world.bank.accounts.get(owner.akey, WORKING)] };
  await world.database.transaction((client) => world.bank.deals.pay(client, prepared));
  return id;
}

/** The transfers by which somebody was paid, from an account where it matters. */
const to = (legs: readonly Moved[], { akey }: Person, from?: Uuid): Moved =>
  legs.find(({ debit, credit }) => credit === accountId(akey, WORKING) && (from === undefined || debit === from)) as Moved;
/** What pays back so much of a transfer. */
const of = ({ journal, leg }: Moved) => [journal, leg] as const;

export const WRONGS: readonly Wrong[] = [
  {
    name: 'an owner who pays for the group',
    kind: 'rent_refund',
    seenBy: 'overcharged',
    audit: /gives back 70 and had got 35$/,
    plant: ({ owner, fay, rent }) => rent.map((leg) => ({ from: working(owner), to: working(fay), amount: leg.amount, of: of(leg) })),
  },
  {
    name: 'a refund that pays more than the side got',
    kind: 'rent_refund',
    seenBy: 'exceeded',
    audit: /, transfer \d: 22 was refunded of 21$/,
    plant: ({ mia, fay, rent }) => [{ from: working(mia), to: working(fay), amount: 22n, of: of(to(rent, mia)) }],
  },
  {
    name: 'a refund to somebody who was not short of it',
    kind: 'rent_refund',
    seenBy: 'overpaid',
    audit: /gets back 35, and 0 is theirs$/,
    plant: ({ owner, ivo, rent }) => [{ from: working(owner), to: working(ivo), amount: 35n, of: of(to(rent, owner)) }],
  },
  {
    name: 'a refund of a rent that is linked to nothing',
    kind: 'rent_refund',
    seenBy: 'unlinked',
    audit: /a rent_refund of 35, is linked to nothing that it pays back$/,
    plant: ({ owner, fay }) => [{ from: working(owner), to: working(fay), amount: 35n }],
  },
  {
    name: 'a refund of a lease that runs on',
    kind: 'rent_refund',
    seenBy: 'early',
    audit: /pays back 35 of .*, which paid for no lease that it ended$/,
    plant: ({ owner, fay, rent }) => [{ from: working(owner), to: working(fay), amount: 35n, of: of(to(rent, owner)) }],
  },
  {
    name: 'a buyer who gets back in cash what they had paid in credit',
    kind: 'sale_refund',
    seenBy: 'overpaid',
    audit: /gets back 30 and had paid 20$/,
    plant: ({ ivo, fay, order }) =>
      order
        .filter(({ credit }) => credit === working(ivo))
        .map((leg) => ({ from: working(ivo), to: working(fay), amount: leg.amount, of: of(leg) })),
  },
  {
    name: 'a merchant who pays for a partner without having chosen to',
    kind: 'sale_refund',
    seenBy: 'overcharged',
    audit: /gives back 20 and had got 0$/,
    plant: ({ owner, ivo, fay, order }) => [{ from: working(owner), to: working(fay), amount: 20n, of: of(to(order, ivo, working(fay))) }],
  },
  {
    name: 'a refund of a sale that moves more than it is linked to',
    kind: 'sale_refund',
    seenBy: 'unlinked',
    audit: /moves 30 and is a refund of 20$/,
    plant: ({ owner, ivo, fay, order }) => [
      { from: working(ivo), to: working(fay), amount: 20n, of: of(to(order, ivo, working(fay))) },
      { from: working(owner), to: working(fay), amount: 10n },
    ],
  },
];
