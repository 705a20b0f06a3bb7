import { expect } from 'vitest';
import { answer, COOL, SECRET2 } from './demo-world.ts';

/** What earlier steps learnt: capabilities, transaction ids, challenges. */
export type Known = Record<string, string>;

export interface Step {
  readonly what: string;
  readonly method: string;
  readonly params: (known: Known) => unknown[];
  /** What must come: a value (or a matcher), or the stable code of a fault. */
  readonly wanted: { readonly result: (known: Known) => unknown } | { readonly code: string };
  /** Under which name to remember the result. */
  readonly keep?: string;
  readonly wait_ms?: number;
}

type Params = (known: Known) => unknown[];
type Options = Pick<Step, 'keep' | 'wait_ms'>;

const gives = (what: string, method: string, params: Params, result: unknown, options: Options = {}): Step => {
  const wanted = { result: (known: Known) => (typeof result === 'function' ? result(known) : result) };
  return { what, method, params, wanted, ...options };
};
const fails = (what: string, code: string, method: string, params: Params, options: Options = {}): Step => {
  return { what, method, params, wanted: { code }, ...options };
};

const UUID = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const TIME = expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
const TOKEN = expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/);
const CHALLENGE = expect.stringMatching(/^[0-9a-f]{40}$/);

/** The payer's and the payee's side of `bank.pay` that everything below varies. */
const PAY = ['working', SECRET2.akey, 'working'] as const;
const ACCOUNT = 'Zürich 日本 😀';
const COMMENT = 'für Zoë & <日本> "😀"';

const logsIn = (who: { akey: string; password: string }, keep: string, valid_s = 3600): Step[] => [
  gives(`a challenge for ${keep}`, 'general.getLoginChallenge', () => [who.akey], CHALLENGE, { keep: 'challenge' }),
  gives(
    `login of ${keep}`,
    'general.getLoginCapability',
    (known) => [who.akey, answer(known['challenge'] ?? '', who.akey, who.password), valid_s],
    TOKEN,
    { keep },
  ),
];

const LOOKUP: Step[] = [
  gives('a key by name, in any case', 'general.getAvatarKey', () => ['imsocool MANN'], COOL.akey),
  gives('a name by key', 'general.getAvatarName', () => [COOL.akey.toUpperCase(), ''], COOL.name),
  gives('another spelling of the method', 'GENERAL_getavatarkey', () => [SECRET2.name], SECRET2.akey),
  gives('two booleans', 'general.siteStatus', () => [], [false, true]),
  fails('an unknown name', 'general.unknown_avatar', 'general.getAvatarKey', () => ['Nobody Ünknown']),
  fails('an unknown realm', 'general.unknown_realm', 'general.getAvatarKey', () => [COOL.name, 'elsewhere']),
  fails('an unknown method', 'method_not_found', 'general.nothing', () => []),
  fails('too few parameters', 'invalid_params', 'general.getAvatarKey', () => []),
  fails('too many parameters', 'invalid_params', 'general.siteStatus', () => [1]),
  fails('a parameter of another type', 'invalid_params', 'general.getAvatarKey', () => [[COOL.name]]),
];

const LOGIN: Step[] = [
  gives('a challenge to fail', 'general.getLoginChallenge', () => [COOL.akey], CHALLENGE, { keep: 'challenge' }),
  fails('a wrong password', 'auth.login_failed', 'general.getLoginCapability', ({ challenge = '' }) => [
    COOL.akey,
    answer(challenge, COOL.akey, 'wrong'),
    3600,
  ]),
  fails('the right answer to a challenge that is used up', 'auth.login_failed', 'general.getLoginCapability', ({ challenge = '' }) => [
    COOL.akey,
    answer(challenge, COOL.akey, COOL.password),
    3600,
  ]),
  ...logsIn(COOL, 'cool'),
  ...logsIn(SECRET2, 'secret2'),
];

const READING: Step[] = [
  gives('a balance', 'bank.accountBalance', ({ cool }) => [[cool], COOL.akey, 'working'], 5000),
  gives('a balance by names', 'bank.accountBalance', ({ cool }) => [[cool], 'imsocool mann', 'SAVINGS'], 250),
  gives('the accounts', 'bank.accountList', ({ cool }) => [[cool], COOL.akey], ['working', 'savings']),
  fails('no capability', 'auth.capability_required', 'bank.accountBalance', () => [[], COOL.akey, 'working']),
  fails('no capability but a text', 'auth.capability_invalid', 'bank.accountBalance', () => [['nonsense'], COOL.akey, 'working']),
  fails("a stranger's capability", 'auth.forbidden', 'bank.accountBalance', ({ secret2 }) => [[secret2], COOL.akey, 'working']),
  fails('an unknown account', 'bank.unknown_account', 'bank.accountBalance', ({ cool }) => [[cool], COOL.akey, 'nothing']),
];

const PAYING: Step[] = [
  gives('a payment', 'bank.pay', ({ cool }) => [[cool], 25, COOL.akey, ...PAY, COMMENT, 1, 'request 1'], UUID, { keep: 'paid' }),
  gives(
    'the same again',
    'bank.pay',
    ({ cool }) => [[cool], 25, COOL.akey, ...PAY, COMMENT, 1, 'request 1'],
    ({ paid }: Known) => paid,
  ),
  fails('another payment under its id', 'bank.request_conflict', 'bank.pay', ({ cool }) => [
    [cool],
    26,
    COOL.akey,
    ...PAY,
    COMMENT,
    1,
    'request 1',
  ]),
  gives('the balance after one payment', 'bank.accountBalance', ({ cool }) => [[cool], COOL.akey, 'working'], 4975),
  gives('an amount as an in-world script sends it', 'bank.pay', ({ cool }) => [[cool], '5.000000', COOL.akey, ...PAY, '', '0'], UUID),
  fails('more than there is', 'bank.insufficient_funds', 'bank.pay', ({ cool }) => [[cool], 4971, COOL.akey, ...PAY, '']),
  fails('nothing', 'bank.invalid_amount', 'bank.pay', ({ cool }) => [[cool], 0, COOL.akey, ...PAY, '']),
  fails('less than nothing', 'bank.invalid_amount', 'bank.pay', ({ cool }) => [[cool], -1, COOL.akey, ...PAY, '']),
  fails('a part of a unit', 'bank.invalid_amount', 'bank.pay', ({ cool }) => [[cool], 1.5, COOL.akey, ...PAY, '']),
  fails('no number', 'invalid_params', 'bank.pay', ({ cool }) => [[cool], 'abc', COOL.akey, ...PAY, '']),
  fails('a payment to oneself', 'bank.same_account', 'bank.pay', ({ cool }) => [[cool], 1, COOL.akey, 'working', COOL.akey, 'working', '']),
  fails("from somebody else's account", 'auth.forbidden', 'bank.pay', ({ secret2 }) => [[secret2], 1, COOL.akey, ...PAY, '']),
  gives('a payment in-world', 'bank.pay', ({ cool }) => [[cool], 30, COOL.akey, 'working', SECRET2.akey, 'avatar', 'cash'], UUID),
  gives('what is held is not there', 'bank.accountBalance', ({ cool }) => [[cool], COOL.akey, 'working'], 4940),
  gives('a new account', 'bank.openAccount', ({ cool }) => [[cool], ACCOUNT], ACCOUNT),
  fails('a name with a comma', 'bank.invalid_account_name', 'bank.openAccount', ({ cool }) => [[cool], 'a,b']),
  fails('an unknown currency', 'bank.unknown_currency', 'bank.openAccount', ({ cool }) => [[cool], 'euros', 'EUR']),
  gives('a transfer', 'bank.transfer', ({ cool }) => [[cool], COOL.akey, 40, 'savings', ACCOUNT, 'x'.repeat(70), 't1'], UUID, {
    keep: 'moved',
  }),
  fails('a transfer to the same account', 'bank.same_account', 'bank.transfer', ({ cool }) => [
    [cool],
    COOL.akey,
    1,
    'savings',
    'savings',
    '',
  ]),
  gives(
    'its history',
    'bank.transactions',
    ({ cool }) => [[cool], COOL.akey, ACCOUNT],
    ({ moved }: Known) => [
      {
        transaction_id: moved,
        time: TIME,
        type: 'transfer',
        amount: 40,
        balance: 40,
        other_akey: COOL.akey,
        other_name: COOL.name,
        comment: 'x'.repeat(64),
      },
    ],
  ),
  gives(
    'a page of a longer one',
    'bank.transactions',
    ({ cool }) => [[cool], COOL.akey, 'working', 1, 1],
    ({ paid }: Known) => [
      {
        transaction_id: paid,
        time: TIME,
        type: 'pay',
        amount: -25,
        balance: 4975,
        other_akey: SECRET2.akey,
        other_name: SECRET2.name,
        comment: COMMENT,
      },
    ],
  ),
];

const GRANTS: Step[] = [
  gives('a grant to read', 'bank.grantAllAccountsReadCapability', ({ cool }) => [[cool], SECRET2.akey, 3600], TOKEN, { keep: 'read' }),
  gives('a grant to pay', 'bank.grantAllAccountsFullCapability', ({ cool }) => [[cool], SECRET2.akey, 3600], TOKEN, { keep: 'full' }),
  gives('reading with it', 'bank.accountBalance', ({ secret2, read }) => [[secret2, read], COOL.akey, ACCOUNT], 40),
  fails('paying with it', 'auth.forbidden', 'bank.pay', ({ secret2, read }) => [[secret2, read], 1, COOL.akey, ...PAY, '']),
  fails('reading without a login', 'auth.capability_required', 'bank.accountBalance', ({ read }) => [[read], COOL.akey, ACCOUNT]),
  gives(
    'paying with the other',
    'bank.pay',
    ({ secret2, full }) => [[secret2, full], 3, COOL.akey, ...PAY, 'granted', 1, 'request 1'],
    UUID,
  ),
  fails('granting on', 'auth.capability_required', 'bank.grantAllAccountsReadCapability', ({ full }) => [[full], SECRET2.akey, 60]),
  gives('revoking', 'general.revokeCapability', ({ cool, full }) => [[cool], full], 1),
  fails('paying after that', 'auth.capability_revoked', 'bank.pay', ({ secret2, full }) => [[secret2, full], 3, COOL.akey, ...PAY, '']),
  ...logsIn(COOL, 'short', 1),
  fails('after its second', 'auth.capability_expired', 'bank.accountBalance', ({ short }) => [[short], COOL.akey, 'working'], {
    wait_ms: 1_100,
  }),
];

const notification = (amount: number, comment: string, read: boolean) => ({
  id: UUID,
  time: TIME,
  kind: 'payment',
  text: `${COOL.name} paid you ${amount} L$: ${comment}`,
  reference: UUID,
  read,
});

const TELLING: Step[] = [
  gives('notifications', 'general.notifications', ({ secret2 }) => [[secret2], 0, 1], [notification(3, 'granted', false)]),
  gives('those that are new', 'general.notifications', ({ secret2 }) => [[secret2], 0, 10, true], [
    notification(3, 'granted', false),
    notification(25, COMMENT, false),
  ]),
  gives('no more of them', 'general.notifications', ({ secret2 }) => [[secret2], 0, 10, '1'], []),
  gives(
    'several calls in one',
    'system.multicall',
    ({ cool }) => [
      [
        { methodName: 'bank.accountBalance', params: [[cool], COOL.akey, 'working'] },
        { methodName: 'bank.accountBalance', params: [[], COOL.akey, 'working'] },
        { methodName: 'general.siteStatus' },
        { methodName: 'system.multicall', params: [[]] },
        'no call',
      ],
    ],
    [
      [4937],
      { faultCode: 1101, faultString: expect.stringMatching(/^auth\.capability_required: /) },
      [[false, true]],
      { faultCode: -32602, faultString: expect.stringMatching(/^invalid_params: /) },
      { faultCode: -32602, faultString: expect.stringMatching(/^invalid_params: /) },
    ],
  ),
  fails('more calls than are taken', 'invalid_params', 'system.multicall', () => [Array(51).fill({ methodName: 'general.siteStatus' })]),
  gives('signatures', 'system.methodSignature', () => ['general.getAvatarKey'], [
    ['string', 'string'],
    ['string', 'string', 'string'],
  ]),
  gives('help', 'system.methodHelp', () => ['bank.pay'], expect.stringContaining('bank.insufficient_funds')),
  gives('all methods', 'system.listMethods', () => [], expect.arrayContaining(['bank.pay', 'system.multicall'])),
  gives('specifications', 'system.getCapabilities', () => [], expect.objectContaining({ xmlrpc: expect.anything() })),
];

const NEWCOMER = { name: 'Zoë 日本 😀', akey: '0a1b2c3d-0000-4000-8000-00000000abcd', password: 'pässwörd 日本' };

const OPERATING: Step[] = [
  gives(
    'a new avatar',
    'operator.addAvatar',
    ({ operator }) => [[operator], NEWCOMER.name, NEWCOMER.password, NEWCOMER.akey],
    NEWCOMER.akey,
  ),
  fails('its name again', 'general.name_taken', 'operator.addAvatar', ({ operator }) => [[operator], NEWCOMER.name.toUpperCase(), 'x']),
  fails('its key again', 'general.key_taken', 'operator.addAvatar', ({ operator }) => [[operator], 'Other', 'x', NEWCOMER.akey]),
  fails('a name that can not be', 'general.invalid_name', 'operator.addAvatar', ({ operator }) => [[operator], 'a,b', 'x']),
  fails('without being an operator', 'auth.forbidden', 'operator.addAvatar', ({ cool }) => [[cool], 'Other', 'x']),
  gives('money', 'operator.mint', ({ operator }) => [[operator], NEWCOMER.name, 'working', 7, 'welcome', 'm1'], UUID),
  ...logsIn(NEWCOMER, 'newcomer'),
  gives('its balance', 'bank.accountBalance', ({ newcomer }) => [[newcomer], NEWCOMER.akey, 'working'], 7),
  ...Array.from({ length: 10 }, (_, n) =>
    fails(`wrong guess ${n + 1}`, 'auth.login_failed', 'general.getLoginCapability', () => [NEWCOMER.akey, 'f'.repeat(32), 60]),
  ),
  fails('one guess too many', 'rate_limited', 'general.getLoginCapability', () => [NEWCOMER.akey, 'f'.repeat(32), 60]),
  gives('an audit', 'operator.audit', ({ operator }) => [[operator]], {
    ok: true,
    accounts: expect.any(Number),
    journals: expect.any(Number),
    transfers: expect.any(Number),
    difference: 0,
    problems: [],
    same_names: [],
  }),
];

/** One life of a server, in order: later steps stand on earlier ones. Expected values are exact. */
export const STEPS: readonly Step[] = [...LOOKUP, ...LOGIN, ...READING, ...PAYING, ...GRANTS, ...TELLING, ...OPERATING];
