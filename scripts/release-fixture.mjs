// DATABASE_URL=<an empty database> node scripts/release-fixture.mjs VERSION
// writes test/fixtures/released/VERSION: the database of the server in dist/ with the demo world and some more in it, its
// master key, and what was asked and answered. test/e2e/upgrade.test.ts starts later versions on it. Run it on the commit
// of a release, after npm run build; pg_dump must be on the PATH and not be older than the database.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const [version = ''] = process.argv.slice(2);
const url = process.env.DATABASE_URL;
if (!/^\d+\.\d+\.\d+$/.test(version) || !url) {
  console.error('usage: DATABASE_URL=postgresql://… node scripts/release-fixture.mjs 0.1.0');
  process.exit(2);
}

const COOL = { name: 'ImSoCool Mann', akey: 'e4b4f1b3-f9fb-ceb4-b031-1a128795d26b', password: 'yourpasswordhere' };
const SECRET2 = { name: 'Secret2 Linden', akey: '3d9c9417-6b10-594b-b7b0-7d21616aaf50', password: 'secret2' };
const WEEK_s = 7 * 86_400;
const LONGEST_HOLD_s = 30 * 86_400;

const dataDir = mkdtempSync(join(tmpdir(), 'scrip-fixture-'));
const server = spawn(process.execPath, ['dist/server.mjs'], {
  env: { PATH: process.env.PATH, PORT: '0', SCRIP_DATA: dataDir, SCRIP_DEMO: '1', DATABASE_URL: url },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const address = await new Promise((resolve, reject) => {
  let said = '';
  server.stdout.on('data', (chunk) => {
    said += chunk;
    const [, found] = /is ready at (http:\S+)/.exec(said) ?? [];
    if (found) resolve(found);
  });
  server.once('close', () => reject(new Error('the server ended before it was ready')));
});

async function ask(method, ...params) {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
  const reply = await fetch(`${address}/jsonrpc`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  const { result, error } = await reply.json();
  if (error) throw new Error(`${method}: ${error.message}`);
  return result;
}

const md5 = (text) => createHash('md5').update(text).digest('hex');
async function logIn({ akey, password }) {
  const challenge = await ask('general.getLoginChallenge', akey);
  return ask('general.getLoginCapability', akey, md5(challenge + akey + md5(password)), 3600);
}

const logins = new Map();
for (const avatar of [COOL, SECRET2]) logins.set(avatar, await logIn(avatar));
/** Calls that carry a request id: a later version must answer a retry as this one does in the end. */
const retryable = [];
async function once(avatar, method, ...params) {
  const result = await ask(method, [logins.get(avatar)], ...params);
  retryable.push({ avatar, method, params });
  return result;
}
const as = (avatar, method, ...params) => ask(method, [logins.get(avatar)], ...params);

// What moves by itself as time passes (holds end, orders fall due) is on the account escrow, which nobody compares.
await as(COOL, 'bank.openAccount', 'escrow');
await once(COOL, 'bank.transfer', COOL.akey, 100, 'working', 'escrow', 'aside', 'to escrow');
const paid = await once(COOL, 'bank.pay', 75, COOL.akey, 'working', SECRET2.akey, 'working', 'for the "chair", {1}', 1, 'a chair');
await once(SECRET2, 'bank.refund', SECRET2.akey, paid, 25, 'a leg was loose', 'a leg');
await once(COOL, 'bank.pay', 20, COOL.akey, 'working', SECRET2.akey, 'avatar', 'in-world', 0, 'handed over');
const split = [
  { akey: SECRET2.akey, account_name: 'working', share: 2 },
  { akey: 'An avatar', account_name: 'working', share: 1 },
];
await once(COOL, 'bank.paySplit', 90, COOL.akey, 'working', split, 'takings', 'Matt', 10, 0, 0, 'takings');
await once(COOL, 'bank.hold', 60, COOL.akey, 'escrow', SECRET2.akey, 'working', 'open', LONGEST_HOLD_s, 'a hold');
const posted = await once(COOL, 'bank.hold', 30, COOL.akey, 'working', SECRET2.akey, 'working', 'posted', WEEK_s, 'a posted hold');
await as(SECRET2, 'bank.postHold', posted, 10);
const voided = await once(COOL, 'bank.hold', 15, COOL.akey, 'working', SECRET2.akey, 'working', 'voided', WEEK_s, 'a voided hold');
await as(SECRET2, 'bank.voidHold', voided);
await once(COOL, 'bank.createStandingOrder', 5, 'working', SECRET2.akey, 'working', 7, 0, 1, 'paid at once', 'one order');
await once(COOL, 'bank.createStandingOrder', 1_000_000, 'escrow', SECRET2.akey, 'working', 7, 0, 0, 'never paid', 'another order');
const grant = await as(COOL, 'bank.grantAllAccountsFullCapability', SECRET2.akey, LONGEST_HOLD_s, { accounts: ['working'], total: 500 });
await ask('general.narrowCapability', [logins.get(SECRET2)], grant, { max_each: 50 });
await ask('bank.pay', [logins.get(SECRET2), grant], 12, COOL.akey, 'working', SECRET2.akey, 'working', 'on a grant', 0, 'on a grant');
await as(COOL, 'lease.grantManageCapability', SECRET2.akey, LONGEST_HOLD_s);
await as(COOL, 'vend.grantReadCapability', SECRET2.akey, LONGEST_HOLD_s);
await once(SECRET2, 'lease.rent', COOL.akey, 'Shops', 'Shop #5', WEEK_s, 'working', -1, 'a shop');
await once(SECRET2, 'lease.extend', COOL.akey, 'Shops', 'Shop #5', WEEK_s, 'working', -1, 'a week more');
const [chair, table] = await as(COOL, 'vend.products', COOL.akey, 'Furniture');
await once(SECRET2, 'vend.buy', chair.prod_id, '', '', '', 'working', 0, -1, 'an oak chair');
const returned = await once(SECRET2, 'vend.buy', table.prod_id, '', '', '', 'working', 0, -1, 'an oak table');
await as(COOL, 'vend.refundOrder', returned.order_id, 'too big');
await once(COOL, 'vend.giveCredit', '', SECRET2.akey, 40, 'sorry about the table', 'sorry');
await once(SECRET2, 'vend.buyGiftCard', COOL.akey, 30, 'working', 'a card');

const operator = readFileSync(join(dataDir, 'operator.capability'), 'utf8').trim();
while ((await as(COOL, 'bank.listStandingOrders')).some(({ paid, failed_attempts }) => paid + failed_attempts === 0)) await sleep(200);
let chain = await ask('operator.verifyChain', [operator]);
while (chain.unsealed > 0) {
  await sleep(500);
  chain = await ask('operator.verifyChain', [operator]);
}
const retries = [];
for (const { avatar, method, params } of retryable) {
  retries.push({ as: avatar.name, method, params, result: await as(avatar, method, ...params) });
}
const audit = await ask('operator.audit', [operator]);
const balances = [];
for (const avatar of [COOL, SECRET2]) {
  for (const account of await as(avatar, 'bank.accountList', avatar.akey)) {
    if (account === 'escrow') continue;
    balances.push({ as: avatar.name, account, balance: await as(avatar, 'bank.accountBalance', avatar.akey, account) });
  }
}
const ended = new Promise((resolve) => server.once('close', resolve));
server.kill('SIGTERM');
await ended;

const directory = `test/fixtures/released/${version}`;
mkdirSync(directory, { recursive: true });
const dump = spawnSync('pg_dump', ['--no-owner', '--no-privileges', '--inserts', '--rows-per-insert=100', url], {
  encoding: 'utf8',
  maxBuffer: 2 ** 26,
});
if (dump.status !== 0) throw new Error(`pg_dump: ${dump.error ?? dump.stderr}`);
// Lines for psql alone, and the comments that are no help to readers of a fixture.
const plain = dump.stdout.replace(/^(\\.*|--.*)\n/gm, '').replace(/\n{2,}/g, '\n');
writeFileSync(join(directory, 'database.sql'), plain);
copyFileSync(join(dataDir, 'master.key'), join(directory, 'master.key'));
const { ok: _, unsealed: __, first_bad: ___, ...sealed } = chain;
writeFileSync(join(directory, 'answers.json'), `${JSON.stringify({ audit, sealed, balances, retries }, undefined, 2)}\n`);
rmSync(dataDir, { recursive: true });
console.log(`${directory}: ${plain.length} bytes of SQL, ${chain.journals} journals under ${chain.seals} seals`);
