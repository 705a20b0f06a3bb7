import fc from 'fast-check';
import { COOL } from '../../e2e/demo-world.ts';
import type { Known } from './prepare.ts';
import { ids, mostly, number, numbered, others, type Words } from './words.ts';

const PAYERS = ['bank.pay', 'bank.transfer', 'bank.paySplit', 'operator.mint'];

const payees = fc.array(fc.record({ akey: others, account_name: mostly('', 'working'), share: number(0, 60) }, { noNullPrototype: true }), {
  minLength: 1,
  maxLength: 3,
});

export function bankWords({ incomes, holds, payouts }: Known): Words {
  return [
    [/^bank\.(open|close)Account account_name/, numbered('Account ')],
    [/^bank\.openAccount akey/, mostly('', COOL.akey, 'Nobody')],
    // Nobody's payments are to fail for the rest of the test.
    [/^operator\.(freezeAccount|setAccountLimits) account_name/, mostly('savings', 'promotional', 'nothing')],
    [/^bank\.transfer to_account_name/, mostly('savings', 'working', 'nothing')],
    [/account_name$/, mostly('working', 'savings', 'WORKING', 'avatar', '', 'nothing')],
    [/^bank\.paySplit fee_akey|other_akey$/, mostly('', 'Chad', 'Nobody')],
    [/^bank\.paySplit payees/, payees],
    [/^operator\.mint akey/, others],
    [/^bank\..*(to|auth)_akey$/, others],
    [/ hold_id$/, ids(['bank.hold'], holds)],
    [/^bank\.listHolds after/, fc.oneof(fc.constant(''), ids(['bank.hold'], holds))],
    [/^bank\.(export)?[tT]ransactions after/, fc.oneof(fc.constant(''), ids(PAYERS, incomes))],
    [/^operator\.listPayouts after/, fc.oneof(fc.constant(''), ids(PAYERS, payouts))],
    [/^bank\.listStandingOrders after/, fc.oneof(fc.constant(''), ids(['bank.createStandingOrder']))],
    [/^bank\.listGrants after/, fc.oneof(fc.constant(''), ids(['bank.listGrants']))],
    [/^bank\.refund transaction_id/, ids(PAYERS, incomes)],
    [/^operator\.(confirm|fail)Payout transaction_id/, ids(PAYERS, payouts)],
    [/ transaction_id$/, ids(PAYERS, incomes)],
    [/^bank\.cancelStandingOrder id/, ids(['bank.createStandingOrder'])],
    [/ jti$/, ids(['bank.listGrants', 'operator.inspectCapability'])],
    [/ minimum$/, number(0, 20)],
    [/ currency$/, mostly('', 'L$', 'EUR', 'l$')],
    [/^operator\.addCurrency code$/, fc.constantFrom('EUR', 'GBP', 'l$', 'a,b')],
    [/ limits$/, mostly({}, { accounts: ['working'] }, { max_each: 5, total: 100 }, { payees: ['Chad'] }, { payees: ['Nobody'] })],
    [/ (first_in|every)_days$/, number(1, 30)],
    [/ maximum$/, mostly(-1, 100_000)],
  ];
}
