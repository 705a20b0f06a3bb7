import { newId } from '@scrip/kernel';
import type { Objects } from './objects.ts';
import { OPERATOR, type Row } from './rows.ts';

const row = (procedure: string, params: Row['params'] = () => []): Row => ({
  procedure,
  on: 'the server',
  guard: 'operator',
  may: OPERATOR,
  params,
});
const payout = async (objects: Objects) => [await objects.payout()];

/** operator.* is an operator's, whoever owns what it is about, and nobody else's. */
export const OPERATORS: readonly Row[] = [
  row('operator.addAvatar', ({ name }) => [name('Newcomer'), 'password']),
  row('operator.addCurrency', () => ['EUR', 2]),
  row('operator.audit'),
  row('operator.confirmPayout', payout),
  row('operator.failPayout', payout),
  row('operator.freezeAccount', ({ people }) => [people.owner.akey, 'savings', 0]),
  row('operator.inspectCapability', ({ people }) => [people.owner.login]),
  row('operator.listAvatars'),
  row('operator.listOutbox'),
  row('operator.listPayouts'),
  row('operator.mint', ({ people }) => [people.owner.akey, 'working', 1, '']),
  row('operator.refund', async (objects) => [await objects.income()]),
  row('operator.resend', async (objects) => [await objects.mail()]),
  row('operator.revoke', () => [newId()]),
  row('operator.rotateKey'),
  row('operator.setAccountLimits', ({ people }) => [people.owner.akey, 'savings', 0, -1]),
  row('operator.setChallengeLogin', ({ people }) => [people.owner.akey, 1]),
  row('operator.verifyChain'),
];
