import { anyAvatar, avatarOf, avatarWho, grantHolder, type Holder, oneOf, right } from '@scrip/capability';
import type { AvatarKey } from '@scrip/kernel';
import type { TypeOf } from '@scrip/rpc';
import { MANAGE, READ } from './kinds.ts';
import type { SETTINGS } from './locations/settings.ts';
import type { Managers } from './managers/store.ts';
import type { Location, ManagerRight, Unit } from './model.ts';
import type { UNIT_CHANGES } from './params.ts';

/** What rights here are about: somebody's locations, one of them, or a unit there. */
export interface Scope {
  readonly owner: AvatarKey;
  readonly location?: Location;
  readonly unit?: Unit;
  /** Where to ask who manages a location. */
  readonly managers: Managers;
}

/** In what part somebody acts. Whoever rents a unit decides about it as its lessee, even where they manage the location too. */
export type Part = 'owner' | 'manager' | 'lessee' | 'payer';

const LOGIN = 'a login capability without limits';

const OWNER = avatarOf<Scope, Part>({ words: 'the owner', as: 'owner', key: ({ owner }) => owner });
const LESSEE = avatarOf<Scope, Part>({ words: 'the lessee', as: 'lessee', key: ({ unit }) => unit?.lease?.lessee });
const PAYER = avatarOf<Scope, Part>({ words: 'the alternate payer', as: 'payer', key: ({ unit }) => unit?.lease?.payer });
const READ_GRANT = grantHolder<Scope, Part>({ kinds: [READ, MANAGE], as: 'owner', grantor: ({ owner }) => owner });
const MANAGE_GRANT = grantHolder<Scope, Part>({ kinds: [MANAGE], as: 'owner', grantor: ({ owner }) => owner });

/** Who may do all of this at a location without owning it. */
const staff = (words: string, rights: readonly ManagerRight[], names: readonly string[]): Holder<Scope, Part> =>
  avatarWho({
    words,
    as: 'manager',
    names,
    is: async ({ location, managers }, akey) => !!location && managers.mayDo(location, akey, rights),
  });
/** Officers have all rights but to change the settings: those are the owner's terms. */
const managing = (rights: readonly ManagerRight[]) =>
  staff(`a manager with the right ${rights.join(' and ')}, of an officer of the manager group`, rights, ['officer', ...rights]);
const VIEWERS = staff('a manager or of a member of the manager group', ['see'], ['manager', 'officer', 'member']);
const SETTINGS_MANAGER = staff('a manager with the right settings', ['settings'], ['settings']);

const may = right<Scope, Part>;
const managed = (...rights: ManagerRight[]) =>
  may`${LOGIN} of ${OWNER}, of ${managing(rights)}, or one beside a ${MANAGE_GRANT} from the owner`;

const units = managed('units');
const prices = managed('prices');
const both = managed('units', 'prices');
const leases = managed('leases');
const settings = may`${LOGIN} of ${OWNER}, of ${SETTINGS_MANAGER}, or one beside a ${MANAGE_GRANT} from the owner`;
const own = may`${LOGIN} of ${OWNER}, or one beside a ${MANAGE_GRANT} from the owner`;
const lessee = may`${LOGIN} of ${LESSEE}`;
const end = may`${leases}; or ${lessee}`;
const cover = may`${LOGIN} of ${OWNER}`;

/** Who may do what with locations, units and leases. */
export const RIGHTS = {
  /** To look at all that somebody has: managers have rights at single locations only. */
  seeAll: may`${LOGIN} of ${OWNER}, or one beside a ${READ_GRANT} from the owner`,
  see: may`${LOGIN} of ${OWNER}, of ${VIEWERS}, or one beside a ${READ_GRANT} from the owner`,
  units,
  prices,
  access: managed('access'),
  leases,
  settings,
  /** What only the owner may do, and who has the owner's lease.manage grant. */
  own,
  lessee,
  /** To pay for more time. */
  tenants: may`${LOGIN} of ${LESSEE} or ${PAYER}`,
  /** To know what ending a lease would pay back. */
  end,
  /** To end it. Nobody but the owner can choose to pay what others are short of. */
  terminate: oneOf({
    needs: `${end.needs}; to cover what others are short of ${cover.needs}`,
    rights: [end, cover],
    rightFor: ({ cover: covers }: { readonly cover: number }) => (covers === 1 ? cover : end),
  }),
  /** Nobody but the owner says who manages. */
  updateLocation: oneOf({
    needs: `${settings.needs}; for manager_group ${own.needs}`,
    rights: [settings, own],
    rightFor: ({ settings: { manager_group } }: { readonly settings: TypeOf<typeof SETTINGS> }) =>
      manager_group === undefined ? settings : own,
  }),
  /** Those who may change prices need not be those who may change the rest. */
  updateUnit: oneOf({
    needs: `${units.needs}; for rate and period the right prices instead`,
    rights: [units, prices],
    rightFor: ({ changes }: { readonly changes: TypeOf<typeof UNIT_CHANGES> }) => {
      const { rate, period, ...others } = changes;
      if (rate === undefined && period === undefined) return units;
      return Object.keys(others).length > 0 ? both : prices;
    },
  }),
  /** What is on offer is so to everybody. */
  offered: right<Scope, 'caller'>`${anyAvatar({ words: LOGIN, as: 'caller' })}`,
} as const;
