import { SCOPES } from '@scrip/capability';
import type { Role } from './roles.ts';
import { any, as, EVERYBODY, grants, LOGIN, named, operatorWith, type Row, WHOLE_LOGIN, type Who } from './rows.ts';

const OWNER = as('owner');
/** No role plays this part. */
const NO_ROLE: Who = () => false;

/** Who plays the parts in the world of the matrix that the rights of the slices speak of. */
const CAST: Readonly<Record<string, Who>> = {
  anybody: ({ bad, proof }) => bad === undefined && proof !== 'limits',
  login: LOGIN,
  'whole login': WHOLE_LOGIN,
  ...Object.fromEntries(SCOPES.map((scope) => [`operator with ${scope}`, operatorWith(scope)])),
  groups: named('groups'),
  // Whoever owns, created, sells or gave something, and who is paid: all of it is the owner's.
  owner: OWNER,
  'owner within limits': named('owner, within limits'),
  creator: OWNER,
  merchant: OWNER,
  grantor: OWNER,
  payee: OWNER,
  'payee within limits': named('owner, within limits'),
  'bank.full': grants('bank.full'),
  'bank.full within limits': named('bank.full within limits'),
  'bank.read': grants('bank.read'),
  'lease.manage': grants('lease.manage'),
  'lease.read': grants('lease.read'),
  'vend.manage': grants('vend.manage'),
  'vend.read': grants('vend.read'),
  // Those of the owner's groups, and those whom the owner does business with.
  officer: as('officer'),
  'officer within limits': named('officer, within limits'),
  member: as('member'),
  affiliate: as('affiliate'),
  'owner of the object': as('affiliate'),
  manager: as('seeing', 'units', 'prices', 'access', 'leases', 'settings'),
  units: as('units'),
  prices: as('prices'),
  access: as('access'),
  leases: as('leases'),
  settings: as('settings'),
  lessee: as('lessee'),
  payer: as('payer'),
  buyer: as('buyer'),
  recipient: as('recipient'),
  // Of a sale: the merchant and who sold it.
  sharer: as('owner', 'affiliate'),
  'login, for what is public': LOGIN,
  holder: as('buyer'),
  bearer: EVERYBODY,
  'payer of the hold': as('other'),
  'payer of the hold within limits': NO_ROLE,
  'bank.full of the payer': named('bank.full from somebody else'),
};

/** Where a row is about what belongs to whoever calls, everybody plays the owner. */
const ON: Readonly<Record<string, Readonly<Record<string, Who>>>> = {
  'whoever calls': { owner: LOGIN, creator: LOGIN, groups: named('groups', 'groups from somebody else', 'groups from an officer') },
  // It is looked for among the orders of who calls.
  "the owner's order": { login: OWNER },
};

/** Everybody who is one of these holders of a right, where a row of the matrix is about what it is about. */
export function castOf(holders: readonly string[], { on }: Row): Who {
  return any(
    ...holders.map((name) => {
      const who = ON[on]?.[name] ?? CAST[name];
      if (!who) throw new Error(`nobody in the matrix plays the part "${name}"`);
      return who;
    }),
  );
}

/** Where an account is named, what is beyond a capability's limits is for the matrix alone: no right tells of it. */
export function isComparable({ name }: Role): boolean {
  return !name.endsWith('beyond limits');
}
