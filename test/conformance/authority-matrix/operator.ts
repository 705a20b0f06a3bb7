import type { Scope } from '@scrip/capability';
import { newId } from '@scrip/kernel';
import type { Objects } from './objects.ts';
import { operatorWith, type Row } from './rows.ts';

const row = (scope: Scope, procedure: string, params: Row['params'] = () => []): Row => ({
  procedure,
  on: 'the server',
  guard: 'operator',
  may: operatorWith(scope),
  params,
});
const payout = async (objects: Objects) => [await objects.payout()];

const PLAN = { id: 1, name: 'Monthly', price: 5, currency: 'USD', period: 'month' };

/** operator.* is an operator's who has the scope, whoever owns what it is about, and nobody else's. */
export const OPERATORS: readonly Row[] = [
  row('system', 'operator.addApp', ({ people }) => ['MatrixOwned', people.owner.akey]),
  row('people', 'operator.addAvatar', ({ name }) => [name('Newcomer'), 'password']),
  row('system', 'operator.addGrid', ({ name }) => [name('Grid'), 'OpenSim', []]),
  row('system', 'operator.addOperator', ({ name }) => [name('Operator'), ['system'], 60]),
  row('system', 'operator.addRoomSite', ({ name, people }) => [name('Room site'), people.owner.akey, 'working']),
  row('system', 'operator.addPlan', async (objects) => [await objects.studio(), PLAN]),
  row('system', 'operator.addStudio', ({ name }) => [name('Studio')]),
  row('accounts', 'operator.addCurrency', () => ['EUR', 2]),
  row('read', 'operator.audit'),
  row('money', 'operator.confirmPayout', payout),
  row('people', 'operator.disableAvatar', async (objects) => [await objects.avatar(), 1]),
  row('money', 'operator.failPayout', payout),
  row('accounts', 'operator.freezeAccount', ({ people }) => [people.owner.akey, 'savings', 0]),
  row('read', 'operator.inspectCapability', ({ people }) => [people.owner.login]),
  row('read', 'operator.listAvatars'),
  row('read', 'operator.listGrids'),
  row('read', 'operator.listOperators'),
  row('read', 'operator.listOutbox'),
  row('read', 'operator.listPayouts'),
  row('read', 'operator.listRoomSites'),
  row('read', 'operator.log'),
  row('money', 'operator.mint', ({ people }) => [people.owner.akey, 'working', 1, '']),
  row('money', 'operator.refund', async (objects) => [await objects.income()]),
  row('system', 'operator.removeGrid', async (objects) => [await objects.grid()]),
  row('people', 'operator.renameAvatar', async (objects) => [await objects.avatar(), objects.name('Renamed')]),
  row('system', 'operator.resend', async (objects) => [await objects.mail()]),
  row('system', 'operator.retireKey', async (objects) => [await objects.freshKey()]),
  row('system', 'operator.revoke', () => [newId()]),
  row('people', 'operator.revokeAvatar', async (objects) => [await objects.avatar()]),
  row('system', 'operator.revokeOperator', async (objects) => [await objects.operator()]),
  row('system', 'operator.rotateKey'),
  row('system', 'operator.rotateRoomSite', async (objects) => [await objects.roomSite()]),
  row('accounts', 'operator.setAccountLimits', ({ people }) => [people.owner.akey, 'savings', 0, -1]),
  row('people', 'operator.setChallengeLogin', ({ people }) => [people.owner.akey, 1]),
  row('money', 'operator.setDispenser', async (objects) => [await objects.object(), 1]),
  row('system', 'operator.setRoomNotices', async (objects) => [await objects.roomSite(), '']),
  row('people', 'operator.setPassword', async (objects) => [await objects.avatar(), 'password']),
  row('read', 'operator.verifyChain'),
];
