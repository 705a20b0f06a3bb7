import fc from 'fast-check';
import { COOL } from '../../e2e/demo-world.ts';
import { EACH, type Known } from './prepare.ts';
import { cool, groups, ids, mostly, numbered, others, type Words } from './words.ts';

const BOXES = Array.from({ length: 6 }, (_, n) => `0b0e5000-0000-4000-8000-00000000000${n}`);
const STOOGES = { moe: 1, larry: 2, curly: 3 };

const calls = fc.array(
  fc.oneof(
    fc.record({ methodName: fc.constantFrom('general.getAvatarKey', 'GENERAL_getAvatarName', 'no.such'), params: fc.tuple(cool) }),
    fc.constantFrom<unknown[]>({ methodName: 'general.siteStatus' }, { methodName: 'system.multicall', params: [[]] }, 'no call', null, {}),
  ),
  { maxLength: 4 },
);

const percentages = fc.array(fc.record({ member: others, percent: mostly(10, 50, 12.5, 101) }, { noNullPrototype: true }), {
  minLength: 1,
  maxLength: 3,
});

export function generalWords({ spare, mails }: Known, procedures: readonly string[]): Words {
  return [
    [/^general\.(create|rename)Group group_name/, numbered('Group ')],
    [/^general\.(dissolve|rename)Group group_key_or_name/, numbered('Group ')],
    [/^general\.getAvatarUserId key_or_name/, mostly(COOL.akey, COOL.name, 'Chad')],
    [/group(_key_or_name)?$/, groups],
    [/creator_key_or_name$/, mostly(COOL.akey, COOL.name, '', 'Chad')],
    [/member_key_or_name$/, others],
    [/^general\.addToGroup .*percent$/, mostly(-1, 10, 50, 100, 12.5)],
    [/^general\.setGroupPercentages percentages/, percentages],
    [/^operator\.listAvatars after/, mostly('', COOL.akey, 'no key')],
    [/^general\.listMemberships after/, fc.oneof(fc.constant(''), ids(['general.createGroup']))],
    [/^general\.notifications after/, fc.oneof(fc.constant(''), ids(['general.notifications']))],
    [/^operator\.addAvatar name/, numbered('Newcomer ')],
    [/^operator\.addAvatar (akey|email)/, fc.constant('')],
    [/^operator\.addAvatar password/, mostly('', 'password')],
    // Of avatars who call nothing: what those who call have must last.
    [/^operator\.(disable|rename|revoke)Avatar akey|^operator\.setPassword akey/, numbered('Newcomer ')],
    [/^operator\.renameAvatar name/, numbered('Renamed ')],
    [/^operator\.setPassword password/, mostly('password', '')],
    [/^operator\.(add|remove)Grid name/, numbered('Grid ')],
    [/^operator\.addGrid networks/, mostly([], ['10.1.0.0/16', '2001:db8::/32'], ['nowhere'])],
    [/ object_key$/, fc.constantFrom(...BOXES)],
    [/^general\.listObjects after/, mostly('', BOXES[0])],
    [/^operator\.retireKey kid/, fc.constant('no such key')],
    [/^general\.changePassword (old|new)_password/, fc.constant('')],
    [/^operator\.(add|revoke)Operator name/, numbered('Operator ')],
    [/^operator\.addOperator scopes/, mostly(['read'], ['read', 'money'], [], ['all'])],
    [/^operator\.listOperators after/, fc.oneof(fc.constant(''), ids(['operator.listOperators']))],
    [/^operator\.log after/, fc.oneof(fc.constant(''), ids(['operator.log']))],
    [/^operator\.listOutbox after/, mostly('', ...mails, 'no id')],
    [/^operator\.resend id/, fc.constantFrom(...mails, COOL.akey, '')],
    [/^operator\.verifyChain expect/, mostly('', '0:00')],
    [/^system\..* name/, fc.constantFrom(...procedures, 'no.such', 'BANK_pay')],
    [/^system\.multicall calls/, calls],
    [/^general\.revokeCapability capability/, fc.constantFrom(...spare.slice(0, EACH))],
    [/ capability$/, fc.constantFrom(...spare.slice(EACH))],
    [/ stooges$/, fc.constant(STOOGES)],
    [/ structs$/, fc.constant([STOOGES, STOOGES])],
    [/ calendar$/, fc.constant({ '2000': { '04': { '01': STOOGES } } })],
    [/ texts$/, fc.constant(['a', 'b', 'c'])],
  ];
}
