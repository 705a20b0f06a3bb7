import { declaredKinds, type IssueOrder, SCOPES } from '@scrip/capability';
import type { Uuid } from '@scrip/kernel';
import type { World } from '../../testkit/world.ts';

/** Everybody in the world of the matrix, by the part that they have in what the owner owns. */
export const PEOPLE = {
  owner: 'Olga Owner',
  /** Owns as much as the owner; what they give opens nothing of the owner's. */
  other: 'Otto Other',
  stranger: 'Sven Stranger',
  /** Of the owner's grants. */
  holder: 'Hanna Holder',
  /** Of the owner's group, which owns accounts and manages the location and the collections. */
  officer: 'Oskar Officer',
  member: 'Mia Member',
  lessee: 'Lena Lessee',
  /** Extends the lessee's lease. */
  payer: 'Paul Payer',
  affiliate: 'Anna Affiliate',
  buyer: 'Boris Buyer',
  /** Whom the buyer bought something for. */
  recipient: 'Rita Recipient',
  seeing: 'Simon Seeing',
  units: 'Ursula Units',
  prices: 'Pavel Prices',
  access: 'Alice Access',
  leases: 'Lars Leases',
  settings: 'Sara Settings',
} as const;

export type Person = keyof typeof PEOPLE;
export type People = Readonly<Record<Person, { readonly akey: Uuid; readonly login: string }>>;

/** Calls as one of the people does; rejects with a fault. */
export type By = (who: Person | 'operator', method: string, ...params: unknown[]) => Promise<unknown>;

/** One way of calling. */
export interface Role {
  readonly name: string;
  readonly capabilities: readonly string[];
  /** Who is logged in, without limits. */
  readonly as?: Person;
  /** What came that is good: nothing, a login, a login with limits, or something that stands for nobody who calls. */
  readonly proof: 'nothing' | 'login' | 'limits' | 'no login';
  /** The fault of what came that is not good. */
  readonly bad?: string;
}

const HOUR_s = 3_600;
const EXPIRED = 'auth.capability_expired';
const REVOKED = 'auth.capability_revoked';

/** Issues what each role calls with; takes a second and a bit, so that something can have expired. */
export async function castRoles(world: World, people: People): Promise<readonly Role[]> {
  const { capabilities } = world;
  const issue = async (order: Omit<IssueOrder, 'validForSecs'>, validForSecs = HOUR_s) =>
    (await capabilities.issue({ ...order, validForSecs })).token;
  const revoked = async (order: Omit<IssueOrder, 'validForSecs'>) => {
    const { token, jti } = await capabilities.issue({ ...order, validForSecs: HOUR_s });
    await capabilities.revoke({ jti });
    return token;
  };
  const narrowed = async (token: string, less: Parameters<typeof capabilities.narrow>[1]) => (await capabilities.narrow(token, less)).token;

  const { owner, other, stranger, holder, officer } = people;
  const mine = { kind: 'login', sub: owner.akey, grantor: owner.akey } as const;
  const operator = { kind: 'operator', sub: 'operator', grantor: 'operator' } as const;
  const bearer = (by: Uuid) => ({ kind: 'groups', sub: by, grantor: by }) as const;
  const fitting = { accounts: ['working', 'savings', 'fund', 'reserve'], maxEach: 1_000 };
  const useless = { accounts: ['elsewhere'], payees: [], maxEach: 0 };
  const login = (as: Person): Role => ({ name: as, capabilities: [people[as].login], as, proof: 'login' });

  const roles: Role[] = [
    { name: 'nobody', capabilities: [], proof: 'nothing' },
    { name: 'a text that is no capability', capabilities: ['nonsense'], proof: 'nothing', bad: 'auth.capability_invalid' },
    ...(Object.keys(PEOPLE) as Person[]).map(login),
    { name: 'owner, narrowed in time', capabilities: [await narrowed(owner.login, { validForSecs: 1_800 })], as: 'owner', proof: 'login' },
    { name: 'owner, within limits', capabilities: [await narrowed(owner.login, fitting)], proof: 'limits' },
    { name: 'owner, beyond limits', capabilities: [await narrowed(owner.login, useless)], proof: 'limits' },
    { name: 'officer, within limits', capabilities: [await narrowed(officer.login, fitting)], proof: 'limits' },
    { name: 'owner, expired', capabilities: [await issue(mine, 1)], proof: 'nothing', bad: EXPIRED },
    { name: 'owner, revoked', capabilities: [await revoked(mine)], proof: 'nothing', bad: REVOKED },
    { name: 'groups', capabilities: [await issue(bearer(owner.akey))], proof: 'no login' },
    { name: 'groups from somebody else', capabilities: [await issue(bearer(other.akey))], proof: 'no login' },
    { name: 'groups from an officer', capabilities: [await issue(bearer(officer.akey))], proof: 'no login' },
    { name: 'groups, expired', capabilities: [await issue(bearer(owner.akey), 1)], proof: 'nothing', bad: EXPIRED },
    { name: 'groups, revoked', capabilities: [await revoked(bearer(owner.akey))], proof: 'nothing', bad: REVOKED },
    { name: 'operator', capabilities: [world.operator], proof: 'no login' },
    { name: 'operator, expired', capabilities: [await issue(operator, 1)], proof: 'nothing', bad: EXPIRED },
    { name: 'operator, revoked', capabilities: [await revoked(operator)], proof: 'nothing', bad: REVOKED },
  ];
  for (const scope of SCOPES) {
    const token = (await world.call('operator.addOperator', [[world.operator], scope, [scope], HOUR_s])) as string;
    roles.push({ name: `operator with ${scope}`, capabilities: [token], proof: 'no login' });
  }
  // Every kind that works beside a login gets the same roles, but those that other tests in this process declare, and the one that
  // nobody ever holds.
  const isHeld = (name: string) => name !== 'object' && !name.startsWith('test.');
  for (const { name: kind } of declaredKinds().filter(({ name, role }) => role === 'grant' && isHeld(name))) {
    const order = { kind, sub: holder.akey, grantor: owner.akey };
    const grant = await issue(order);
    const beside = (name: string, token: string, bad?: string): Role => ({
      name,
      capabilities: [holder.login, token],
      as: 'holder',
      proof: 'login',
      ...(bad && { bad }),
    });
    roles.push(
      beside(kind, grant),
      { name: `${kind} without its holder's login`, capabilities: [grant], proof: 'no login' },
      { name: `${kind} beside another's login`, capabilities: [stranger.login, grant], as: 'stranger', proof: 'login' },
      beside(`${kind} from somebody else`, await issue({ ...order, grantor: other.akey })),
      beside(`${kind} from an officer`, await issue({ ...order, grantor: officer.akey })),
      beside(`${kind}, expired`, await issue(order, 1), EXPIRED),
      beside(`${kind}, revoked`, await revoked(order), REVOKED),
    );
    if (kind === 'bank.full') roles.push(beside('bank.full within limits', await narrowed(grant, fitting)));
    if (kind === 'bank.full') roles.push(beside('bank.full beyond limits', await narrowed(grant, useless)));
  }
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  return roles;
}
