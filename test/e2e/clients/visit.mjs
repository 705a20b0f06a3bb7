import { createHash } from 'node:crypto';

const md5 = (text) => createHash('md5').update(text).digest('hex');

/** The visit that every client makes, for those of JavaScript: `call(method, ...params)` rejects with [code, text]. */
export async function makeVisit(call, { payer: payerName, payee: payeeName, password, comment, owner, grant }) {
  const payer = await call('general.getAvatarKey', payerName);
  const payee = await call('general.getAvatarKey', payeeName);
  const challenge = await call('general.getLoginChallenge', payer);
  const capability = await call('general.getLoginCapability', payer, md5(challenge + payer + md5(password)), 3600);
  const working = () => call('bank.accountBalance', [capability], payer, 'working');
  const pay = (amount) => call('bank.pay', [capability], amount, payer, 'working', payee, 'working', comment, true, 'visit 1');
  const balance = await working();
  const accounts = await call('bank.accountList', [capability], payer);
  const transaction = await pay(25);
  const replay = await pay(25);
  const after = await working();
  const fault = await pay(26).then(
    () => null,
    (refused) => refused,
  );
  const status = await call('general.siteStatus');
  const [newest] = await call('bank.transactions', [capability], payer, 'working');
  const units = await call('lease.unitDetailsAtLocation', [capability, grant], owner, 'Shops', 3, 1);
  const collections = await call('vend.publicCollections', [capability], 0, 10);
  const [first, second] = await call('system.multicall', [
    { methodName: 'bank.accountBalance', params: [[capability], payer, 'working'] },
    { methodName: 'bank.accountBalance', params: [[], payer, 'working'] },
  ]);
  const name = await call('general.getAvatarName', payer);
  const revoked = await call('general.revokeCapability', [capability], capability);
  const kind = (value) => (value instanceof Date ? 'Date' : typeof value);
  return {
    payerName: name,
    capability,
    balance,
    accounts,
    transaction,
    replay,
    after,
    fault,
    status,
    newest: { ...newest, time: newest.time instanceof Date ? `${newest.time.toISOString().slice(0, -5)}Z` : newest.time },
    multicall: [first[0], second.faultCode],
    units,
    collections,
    revoked,
    types: [balance, status[0], newest.time, newest.amount, newest.comment, revoked].map(kind),
  };
}
