import { newId } from '@scrip/kernel';
import { any, as, EVERYBODY, except, grants, LOGIN, named, OBJECTS, operatorWith, PUBLIC, type Row, WHOLE_LOGIN } from './rows.ts';

const OWNER = any(as('owner'), named('owner, within limits'));
/** Those who may read the owner's accounts. */
const READERS = any(OWNER, grants('bank.read', 'bank.full'), named('bank.full within limits'));
/** Those who may pay from the owner's accounts. */
const PAYERS = any(OWNER, grants('bank.full'), named('bank.full within limits'));
/** Those who may do either with the group's accounts. */
const OFFICERS = any(OWNER, as('officer'), named('officer, within limits'));
/** As PAYERS, for the accounts of `other`. */
const OTHER_PAYERS = any(as('other'), named('bank.full from somebody else'));

const MINE = "the owner's account";
const OURS = "the group's account";
const CALLER = 'whoever calls';

/** Everything that bank.* has to say to everybody. */
export const BANK: readonly Row[] = [
  { procedure: 'bank.currencies', on: 'the bank', may: PUBLIC, params: () => [] },

  { procedure: 'bank.accountBalance', on: MINE, may: READERS, params: ({ people }) => [people.owner.akey, 'working'] },
  { procedure: 'bank.accountBalance', on: OURS, may: OFFICERS, params: ({ crew }) => [crew, 'fund'] },
  {
    procedure: 'bank.accountList',
    on: MINE,
    may: any(READERS, named('owner, beyond limits', 'bank.full beyond limits')),
    params: ({ people }) => [people.owner.akey],
  },
  { procedure: 'bank.accountList', on: OURS, may: any(OFFICERS, named('owner, beyond limits')), params: ({ crew }) => [crew] },
  {
    procedure: 'bank.accountDetails',
    on: MINE,
    may: any(READERS, operatorWith('read')),
    params: ({ people }) => [people.owner.akey, 'working'],
  },
  { procedure: 'bank.accountDetails', on: OURS, may: any(OFFICERS, operatorWith('read')), params: ({ crew }) => [crew, 'fund'] },
  { procedure: 'bank.balanceAt', on: MINE, may: READERS, params: ({ people }) => [people.owner.akey, 'working', new Date()] },
  { procedure: 'bank.balanceAt', on: OURS, may: OFFICERS, params: ({ crew }) => [crew, 'fund', new Date()] },
  { procedure: 'bank.transactions', on: MINE, may: READERS, params: ({ people }) => [people.owner.akey, 'working'] },
  { procedure: 'bank.transactions', on: OURS, may: OFFICERS, params: ({ crew }) => [crew, 'fund'] },
  { procedure: 'bank.exportTransactions', on: MINE, may: READERS, params: ({ people }) => [people.owner.akey, 'working'] },
  { procedure: 'bank.exportTransactions', on: OURS, may: OFFICERS, params: ({ crew }) => [crew, 'fund'] },
  {
    procedure: 'bank.transaction',
    on: MINE,
    may: READERS,
    params: ({ people, paid }) => [people.owner.akey, paid],
    // What limits leave out is not there; whoever has nothing at all is told so before it is looked for.
    hides: 'bank.unknown_transaction',
    known: except(EVERYBODY, named('bank.full beyond limits')),
  },
  {
    procedure: 'bank.transaction',
    on: OURS,
    may: OFFICERS,
    params: async (objects) => [objects.crew, await objects.groupIncome()],
    hides: 'bank.unknown_transaction',
    known: EVERYBODY,
  },
  { procedure: 'bank.listHolds', on: MINE, may: READERS, params: ({ people }) => [people.owner.akey, 'working'] },
  { procedure: 'bank.listHolds', on: OURS, may: OFFICERS, params: ({ crew }) => [crew, 'fund'] },

  { procedure: 'bank.transfer', on: MINE, may: PAYERS, params: ({ people }) => [people.owner.akey, 1, 'working', 'savings', ''] },
  { procedure: 'bank.transfer', on: OURS, may: OFFICERS, params: ({ crew }) => [crew, 1, 'fund', 'reserve', ''] },
  {
    procedure: 'bank.pay',
    on: MINE,
    may: PAYERS,
    params: ({ people }) => [1, people.owner.akey, 'working', people.stranger.akey, 'working', ''],
  },
  { procedure: 'bank.pay', on: OURS, may: OFFICERS, params: ({ people, crew }) => [1, crew, 'fund', people.stranger.akey, 'working', ''] },
  {
    procedure: 'bank.paySplit',
    on: MINE,
    may: PAYERS,
    params: ({ people }) => [1, people.owner.akey, 'working', [{ akey: people.stranger.akey, account_name: '', share: 1 }], ''],
  },
  {
    procedure: 'bank.paySplit',
    on: OURS,
    may: OFFICERS,
    params: ({ people, crew }) => [1, crew, 'fund', [{ akey: people.stranger.akey, account_name: '', share: 1 }], ''],
  },
  {
    procedure: 'bank.hold',
    on: MINE,
    may: PAYERS,
    params: ({ people }) => [1, people.owner.akey, 'working', people.stranger.akey, 'working', ''],
  },
  { procedure: 'bank.hold', on: OURS, may: OFFICERS, params: ({ people, crew }) => [1, crew, 'fund', people.stranger.akey, 'working', ''] },
  {
    procedure: 'bank.postHold',
    on: 'a hold for the owner',
    may: any(PAYERS, OTHER_PAYERS),
    params: async (objects) => [await objects.hold()],
    hides: 'bank.unknown_hold',
    known: named('bank.full beyond limits'),
  },
  {
    procedure: 'bank.postHold',
    on: 'a hold for the group',
    may: any(OFFICERS, OTHER_PAYERS),
    params: async (objects) => [await objects.groupHold()],
    hides: 'bank.unknown_hold',
  },
  {
    procedure: 'bank.voidHold',
    on: 'a hold for the group',
    may: OFFICERS,
    params: async (objects) => [await objects.groupHold()],
    hides: 'bank.unknown_hold',
    known: OTHER_PAYERS,
  },
  {
    procedure: 'bank.voidHold',
    on: 'a hold for the owner',
    may: PAYERS,
    params: async (objects) => [await objects.hold()],
    hides: 'bank.unknown_hold',
    known: any(OTHER_PAYERS, named('bank.full beyond limits')),
  },
  {
    procedure: 'bank.refund',
    on: 'what the owner was paid',
    may: PAYERS,
    params: async (objects) => [objects.people.owner.akey, await objects.income()],
  },
  {
    procedure: 'bank.refund',
    on: 'what the group was paid',
    may: OFFICERS,
    params: async (objects) => [objects.crew, await objects.groupIncome()],
  },

  { procedure: 'bank.openAccount', on: CALLER, may: LOGIN, params: () => ['spare'] },
  { procedure: 'bank.openAccount', on: OURS, may: as('owner', 'officer'), params: ({ crew }) => ['spare', '', crew] },
  { procedure: 'bank.setDeposit', on: MINE, may: as('owner'), params: ({ people }) => [people.owner.akey, 'savings', 0, ''] },
  { procedure: 'bank.setDeposit', on: OURS, may: as('owner', 'officer'), params: ({ crew }) => [crew, 'fund', 0, ''] },
  {
    procedure: 'bank.closeAccount',
    on: MINE,
    may: as('owner'),
    params: async ({ people, by, name }) => [people.owner.akey, await by('owner', 'bank.openAccount', name('empty'))],
  },
  {
    procedure: 'bank.closeAccount',
    on: OURS,
    may: as('owner', 'officer'),
    params: async ({ crew, by, name }) => [crew, await by('owner', 'bank.openAccount', name('empty'), '', crew)],
  },

  {
    procedure: 'bank.createStandingOrder',
    on: CALLER,
    may: WHOLE_LOGIN,
    params: ({ passerby }) => [1, 'working', passerby, '', 1, 1, 1],
  },
  {
    procedure: 'bank.listStandingOrders',
    on: CALLER,
    may: LOGIN,
    params: async (objects) => {
      await objects.standingOrder();
      return [];
    },
    shows: { what: ({ people }) => people.other.akey, to: as('owner') },
  },
  {
    procedure: 'bank.cancelStandingOrder',
    on: "the owner's order",
    may: as('owner'),
    params: async (objects) => [await objects.standingOrder()],
    hides: 'bank.unknown_standing_order',
  },

  { procedure: 'bank.grantAllAccountsFullCapability', on: CALLER, may: WHOLE_LOGIN, params: ({ passerby }) => [passerby, 60] },
  { procedure: 'bank.grantAllAccountsReadCapability', on: CALLER, may: WHOLE_LOGIN, params: ({ passerby }) => [passerby, 60] },
  { procedure: 'bank.listGrants', on: "the owner's grants", may: as('owner'), params: ({ people }) => [people.owner.akey] },
  {
    procedure: 'bank.listGrants',
    on: CALLER,
    may: LOGIN,
    params: () => [],
    shows: { what: ({ people }) => people.owner.akey, to: as('owner', 'holder', 'buyer') },
  },
  {
    procedure: 'bank.revokeGrant',
    on: "the owner's grant to the buyer",
    may: as('owner', 'buyer'),
    params: async (objects) => [(await objects.grant()).jti],
    hides: 'bank.unknown_grant',
  },

  { procedure: 'bank.pullPayout', on: 'its grid', may: OBJECTS, params: () => [] },
  { procedure: 'bank.deposit', on: 'its grid', may: OBJECTS, params: ({ people }) => [people.owner.akey, 1, newId()] },
  { procedure: 'bank.reportPayout', on: 'what it has pulled', may: OBJECTS, params: () => [newId(), 'done'] },
];
