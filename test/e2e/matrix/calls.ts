import { answer, COOL, SECRET2 } from '../demo-world.ts';

/** What a way learnt from its own calls, such as capabilities; and what is the same in all worlds from the start. */
export type Known = Readonly<Record<string, string | number>>;

export interface MatrixCall {
  readonly what: string;
  readonly method: string;
  /** By position. */
  readonly params: (known: Known) => readonly unknown[];
  /** What must come of it: a result, or a fault with this code. */
  readonly outcome: string;
  /** Under which name the result is remembered. */
  readonly keep?: string;
}

const RESULT = 'result';

type Params = MatrixCall['params'];

const gives = (what: string, method: string, params: Params, keep?: string): MatrixCall => {
  return { what, method, params, outcome: RESULT, ...(keep !== undefined && { keep }) };
};
const fails = (what: string, outcome: string, method: string, params: Params): MatrixCall => ({ what, method, params, outcome });

const logsIn = (keep: string, akey: (known: Known) => string, password: string): MatrixCall[] => [
  gives(`a challenge for ${keep}`, 'general.getLoginChallenge', (known) => [akey(known)], 'challenge'),
  gives(
    `a login of ${keep}`,
    'general.getLoginCapability',
    (known) => [akey(known), answer(`${known['challenge']}`, akey(known), password), 3600],
    keep,
  ),
];

/** From ImSoCool Mann to Secret2 Linden. */
const SIDES = [COOL.akey, 'working', SECRET2.akey, 'working'] as const;
const COMMENT = 'für Zoë & <日本> "😀"';
/** A comment that the relay writes as JSON. No script can send it, so it is in the accounts from the start. */
export const COLONS = 'a::b:';
const SHOP = [COOL.akey, 'Shops'] as const;
const WEEK_s = 604_800;

const GENERAL: MatrixCall[] = [
  gives('two booleans', 'general.siteStatus', () => []),
  gives('a key by name', 'general.getAvatarKey', () => ['imsocool MANN']),
  gives('a name by key', 'general.getAvatarName', () => [COOL.akey]),
  fails('nobody', 'general.unknown_avatar', 'general.getAvatarKey', () => ['Nobody Ünknown']),
  gives('types of parameters', 'system.methodSignature', () => ['bank.pay']),
  gives('a text of several lines', 'system.methodHelp', () => ['bank.pay']),
  ...logsIn('cool', () => COOL.akey, COOL.password),
  ...logsIn('secret2', () => SECRET2.akey, SECRET2.password),
  ...logsIn('chad', ({ chadKey }) => `${chadKey}`, 'My password goes here'),
  fails('a wrong password', 'auth.login_failed', 'general.getLoginCapability', () => [COOL.akey, 'f'.repeat(32), 3600]),
];

const BANK: MatrixCall[] = [
  gives('a double', 'bank.accountBalance', ({ cool }) => [[cool], COOL.akey, 'working']),
  gives('texts', 'bank.accountList', ({ cool }) => [[cool], COOL.akey]),
  gives('a struct', 'bank.accountDetails', ({ cool }) => [[cool], COOL.akey, 'savings']),
  gives('structs', 'bank.currencies', () => []),
  gives('a payment', 'bank.pay', ({ cool }) => [[cool], 25, ...SIDES, COMMENT, 1, 'request 1'], 'paid'),
  gives('the same payment again', 'bank.pay', ({ cool }) => [[cool], 25, ...SIDES, COMMENT, 1, 'request 1']),
  fails('another one under its id', 'bank.request_conflict', 'bank.pay', ({ cool }) => [[cool], 26, ...SIDES, COMMENT, 1, 'request 1']),
  fails('more than there is', 'bank.insufficient_funds', 'bank.pay', ({ cool }) => [[cool], 9_999, ...SIDES, '', 0, 'request 2']),
  fails('nothing', 'bank.invalid_amount', 'bank.pay', ({ cool }) => [[cool], 0, ...SIDES, '', 0, 'request 3']),
  fails('no capability', 'auth.capability_required', 'bank.pay', () => [[], 1, ...SIDES, '', 0, 'request 4']),
  fails("somebody else's account", 'auth.forbidden', 'bank.accountBalance', ({ secret2 }) => [[secret2], COOL.akey, 'working']),
  fails('an account that is not there', 'bank.unknown_account', 'bank.accountBalance', ({ cool }) => [[cool], COOL.akey, 'nothing']),
  gives('a new account', 'bank.openAccount', ({ cool }) => [[cool], 'Zürich 日本 😀']),
  gives('a transfer', 'bank.transfer', ({ cool }) => [[cool], COOL.akey, 40, 'savings', 'Zürich 日本 😀', 'x'.repeat(64), 'request 5']),
  gives('a hold', 'bank.hold', ({ cool }) => [[cool], 30, ...SIDES, 'held', 86_400, 'request 6'], 'held'),
  gives('its payment', 'bank.postHold', ({ cool, held }) => [[cool], held, 20]),
  gives('a payment to two', 'bank.paySplit', ({ cool, chadKey }) => [
    [cool],
    10,
    COOL.akey,
    'working',
    [
      { akey: SECRET2.akey, account_name: 'working', share: 60 },
      { akey: chadKey, account_name: 'working', share: 40 },
    ],
    'split',
    '',
    0,
    0,
    false,
    'request 7',
  ]),
  gives('a refund', 'bank.refund', ({ secret2, paid }) => [[secret2], SECRET2.akey, paid, 5, 'too much', 'request 8']),
  gives('structs with times', 'bank.transactions', ({ cool }) => [[cool], COOL.akey, 'working', 0, 5]),
  gives('a table in a text, with colons', 'bank.exportTransactions', ({ cool }) => [[cool], COOL.akey, 'savings']),
  gives('a grant with limits', 'bank.grantAllAccountsFullCapability', ({ cool }) => [[cool], SECRET2.akey, 3600, { max_each: 5 }], 'grant'),
  gives('a payment by it', 'bank.pay', ({ secret2, grant }) => [[secret2, grant], 5, ...SIDES, 'granted', 0, 'request 9']),
  gives('its end', 'general.revokeCapability', ({ cool, grant }) => [[cool], grant]),
  fails('a payment after that', 'auth.capability_revoked', 'bank.pay', ({ secret2, grant }) => [
    [secret2, grant],
    5,
    ...SIDES,
    '',
    0,
    'request 10',
  ]),
  gives('notifications', 'general.notifications', ({ secret2 }) => [[secret2], 0, 3, true]),
];

const GROUPS: MatrixCall[] = [
  gives('a new group', 'general.createGroup', ({ cool }) => [[cool], 'Crew', 'request 11'], 'group'),
  gives('a member', 'general.addToGroup', ({ cool, group }) => [[cool], '', '', group, 'Chad', '', -1, 1, 'request 12']),
  gives('arrays in an array', 'general.listGroupMembers', ({ cool }) => [[cool], COOL.akey, '', 'Mall Staff']),
  gives('memberships', 'general.listMemberships', ({ chad }) => [[chad]]),
  gives('groups', 'general.listGroupsCreated', ({ cool }) => [[cool], COOL.akey]),
  fails('a name that is taken', 'general.group_name_taken', 'general.createGroup', ({ cool }) => [[cool], 'Mall Staff', 'request 13']),
];

const LEASE: MatrixCall[] = [
  gives('names of units', 'lease.unitNamesAtLocation', ({ cool }) => [[cool], ...SHOP]),
  gives('a quote', 'lease.quote', ({ chad }) => [[chad], ...SHOP, 'Shop #4', WEEK_s]),
  gives('a rent', 'lease.rent', ({ chad }) => [[chad], ...SHOP, 'Shop #4', WEEK_s, 'working', 100, 'request 14']),
  fails('a unit that is let', 'lease.not_vacant', 'lease.rent', ({ secret2 }) => [
    [secret2],
    ...SHOP,
    'Shop #4',
    WEEK_s,
    'working',
    100,
    'request 15',
  ]),
  gives('its details in a text', 'lease.unitDetailsByName', ({ cool }) => [[cool], ...SHOP, 'Shop #4', 'compact']),
  gives('leases', 'lease.myLeases', ({ chad }) => [[chad]]),
];

const VEND: MatrixCall[] = [
  gives('a search', 'vend.search', ({ chad }) => [[chad], 'oak chair']),
  gives('a product', 'vend.productDetails', ({ chad, chair }) => [[chad], chair]),
  gives('a purchase', 'vend.buy', ({ chad, chair }) => [[chad], chair, '', '', '', 'working', 1, 500, 'request 16']),
  gives('a vote', 'vend.vote', ({ chad, chair }) => [[chad], chair, 4]),
  gives('a rating', 'vend.rating', ({ chad, chair }) => [[chad], chair]),
  gives('whole numbers', 'vend.productsInCollection', ({ cool }) => [[cool], COOL.akey, 'Furniture']),
];

const OPERATORS: MatrixCall[] = [
  gives('money', 'operator.mint', ({ operator }) => [[operator], 'Matt', 'working', 7, 'welcome', 'request 17']),
  gives('an audit', 'operator.audit', ({ operator }) => [[operator]]),
  fails('no operator', 'auth.forbidden', 'operator.audit', ({ cool }) => [[cool]]),
  gives('several calls in one', 'system.multicall', ({ cool }) => [
    [
      { methodName: 'bank.accountBalance', params: [[cool], COOL.akey, 'working'] },
      { methodName: 'bank.accountBalance', params: [[], COOL.akey, 'working'] },
      { methodName: 'general.siteStatus', params: [] },
    ],
  ]),
];

/** One life of a server, in order: later calls stand on earlier ones. */
export const CALLS: readonly MatrixCall[] = [...GENERAL, ...BANK, ...GROUPS, ...LEASE, ...VEND, ...OPERATORS];
