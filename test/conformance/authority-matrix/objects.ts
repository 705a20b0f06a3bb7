import { writeRiders } from '@scrip/database';
import { newId, type Uuid } from '@scrip/kernel';
import type { World } from '../../testkit/world.ts';
import { makePlaces, type Places } from './places.ts';
import { type By, PEOPLE, type People } from './roles.ts';
import { makeWares, type Wares } from './wares.ts';

/** What the roles are tried on: all of it is the owner's, or the owner's group's, unless its name says something else. */
export interface Objects extends Places, Wares {
  readonly world: World;
  readonly people: People;
  /** Calls as one of the people does, and must succeed. */
  readonly by: By;
  /** A name that nothing has yet. */
  name(what: string): string;
  /** An avatar who plays no part and never calls. */
  readonly passerby: Uuid;
  /** Group of the owner, who is an officer of it as `officer` is; `member` is none. Its account `fund` has money, and anybody may pay into `reserve`. */
  readonly crew: Uuid;
  /** Of the owner's notifications and of the newest of their payments to `other`. */
  readonly secret: string;
  /** Paid by the owner to `other`. */
  readonly paid: Uuid;
  group(): Promise<Uuid>;
  standingOrder(): Promise<Uuid>;
  /** Set aside by `other` for the owner, and for the group. */
  hold(): Promise<Uuid>;
  groupHold(): Promise<Uuid>;
  /** Paid by `other` to the owner, and to the group. */
  income(): Promise<Uuid>;
  groupIncome(): Promise<Uuid>;
  /** Waits to be handed over in-world. */
  payout(): Promise<Uuid>;
  /** In the outbox. */
  mail(): Promise<Uuid>;
  /** Somebody new, who has nothing. */
  avatar(): Promise<Uuid>;
  /** The kid of a signing key that has signed nothing yet. */
  freshKey(): Promise<string>;
  /** The name of a grid without avatars. */
  grid(): Promise<string>;
  /** The key of an enrolled one in-world. */
  object(): Promise<Uuid>;
  /** The name of a room site whose customers are in no room. */
  roomSite(): Promise<string>;
  /** The name of a studio without users. */
  studio(): Promise<string>;
  /** The name of an operator who does nothing. */
  operator(): Promise<string>;
  /** A bank.read grant of the owner to the buyer, who has no other. */
  grant(): Promise<{ readonly token: string; readonly jti: Uuid }>;
}

const RICH = 1_000_000;

export async function makeObjects(world: World): Promise<Objects> {
  const made: [string, { akey: Uuid; login: string }][] = [];
  for (const [person, name] of Object.entries(PEOPLE)) made.push([person, await world.person(name, RICH)]);
  const people = Object.fromEntries(made) as unknown as People;
  const { owner, other } = people;
  const { akey: passerby } = await world.person('Patty Passerby', RICH);
  let count = 0;
  const name = (what: string) => `${what} ${++count}`;
  const by: By = (who, method, ...params) => world.call(method, [[who === 'operator' ? world.operator : people[who].login], ...params]);
  const id = async (...call: Parameters<typeof by>) => (await by(...call)) as Uuid;
  const group = () => id('owner', 'general.createGroup', name('Group'));

  const crew = await group();
  await by('owner', 'general.addToGroup', '', '', crew, people.officer.akey, '', -1, 1);
  await by('owner', 'general.addToGroup', '', '', crew, people.member.akey);
  await by('owner', 'bank.openAccount', 'fund', '', crew);
  await by('owner', 'bank.openAccount', 'reserve', '', crew);
  await by('owner', 'bank.setDeposit', crew, 'reserve', 1, '');
  await by('owner', 'bank.openAccount', 'savings');
  await by('owner', 'bank.pay', 10_000, owner.akey, 'working', crew, 'fund', '');
  await by('owner', 'bank.pay', 10_000, owner.akey, 'working', owner.akey, 'savings', '');
  const secret = 'between the two of us';
  const paid = await id('owner', 'bank.pay', 5, owner.akey, 'working', other.akey, 'working', secret, 1);
  await by('other', 'bank.pay', 5, other.akey, 'working', owner.akey, 'working', secret, 1);

  return {
    ...(await makePlaces(people, crew, by, name)),
    ...(await makeWares(people, crew, by, name)),
    world,
    people,
    by,
    name,
    passerby,
    crew,
    secret,
    paid,
    group,
    standingOrder: () => id('owner', 'bank.createStandingOrder', 1, 'working', other.akey, '', 1, 1),
    hold: () => id('other', 'bank.hold', 5, other.akey, 'working', owner.akey, 'working', ''),
    groupHold: () => id('other', 'bank.hold', 5, other.akey, 'working', crew, 'reserve', ''),
    income: () => id('other', 'bank.pay', 5, other.akey, 'working', owner.akey, 'working', ''),
    groupIncome: () => id('other', 'bank.pay', 5, other.akey, 'working', crew, 'reserve', ''),
    payout: () => id('other', 'bank.pay', 1, other.akey, 'working', owner.akey, 'avatar', ''),
    async mail() {
      const rider = world.outbox.rider({ kind: 'mail', to: 'owner@example.org', subject: name('Mail'), body: secret });
      await world.database.transaction((client) => writeRiders(client, [rider]));
      return (await world.outbox.list('', 1_000)).at(-1)?.id ?? '';
    },
    avatar: async () => (await world.person(name('Idle avatar'))).akey,
    freshKey: () => id('operator', 'operator.rotateKey'),
    async grid() {
      const grid = name('Grid');
      await by('operator', 'operator.addGrid', grid, 'OpenSim', []);
      return grid;
    },
    async object() {
      const key = newId();
      await by('owner', 'general.enrollObject', key, name('Box'));
      return key;
    },
    async roomSite() {
      const site = name('Idle room site');
      await by('operator', 'operator.addRoomSite', site, people.other.akey, 'working');
      return site;
    },
    async studio() {
      const studio = name('Studio');
      await by('operator', 'operator.addStudio', studio);
      return studio;
    },
    async operator() {
      const added = name('Idle operator');
      await by('operator', 'operator.addOperator', added, ['read'], 60);
      return added;
    },
    grant: () => world.capabilities.issue({ kind: 'bank.read', sub: people.buyer.akey, grantor: owner.akey, validForSecs: 3_600 }),
  };
}
