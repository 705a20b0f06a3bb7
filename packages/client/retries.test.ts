import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { lines, type SentCall } from '../../test/testkit/lines.ts';
import { inProcessServer } from '../../test/testkit/server.ts';
import { createClient, type ScripFault } from './index.ts';

const server = inProcessServer();
const line = lines(() => server.url);
const COOL = 'ImSoCool Mann';
const PAYMENT = { from_akey: COOL, from_account_name: 'working', to_akey: 'Matt', to_account_name: 'working', comment: 'a retry' };
const WORKING = { akey: COOL, account_name: 'working' };

async function loggedIn() {
  const open = await line();
  const client = createClient({ url: open.url });
  await client.login(COOL, 'yourpasswordhere');
  return { ...open, client };
}

const fails = (call: Promise<unknown>): Promise<ScripFault> =>
  call.then(
    (result) => Promise.reject(new Error(`no fault, but ${result}`)),
    (error) => error,
  );

const busy = (calls: readonly SentCall[]) => ({
  body: JSON.stringify(
    calls.map(({ id }) => ({ jsonrpc: '2.0', id, error: { code: 1002, message: 'busy: later', data: { code: 'busy' } } })),
  ),
});

it('pays once where the answer got lost after the payment was booked, under one request id made by itself', async () => {
  const { client, next, calls } = await loggedIn();
  const before = await client.bank.accountBalance(WORKING);
  next('answer lost', 'lost', 'answer lost');
  const id = await client.bank.pay({ ...PAYMENT, amount: 3 });
  expect(await client.bank.accountBalance(WORKING)).toBe(before - 3);
  const payments = calls('bank.pay');
  expect(payments).toHaveLength(4);
  expect(new Set(payments.map(({ params }) => params['request_id'])).size).toBe(1);
  expect(payments[0]?.params['request_id']).toMatch(/^[0-9a-f]{32}$/);
  const { comment } = await client.bank.transaction({ akey: COOL, transaction_id: id });
  expect(comment).toBe('a retry');
});

it('pays each of sixty payments once on a line that loses calls, answers and patience', async () => {
  const { client, next, requests } = await loggedIn();
  const before = await client.bank.accountBalance(WORKING);
  const begun = requests.length;
  next('answer lost', busy, 'lost', { status: 502, body: '' }, 'answer lost', 'passes', 'answer lost');
  const ids = await Promise.all(Array.from({ length: 60 }, () => client.bank.pay({ ...PAYMENT, amount: 1 })));
  expect(new Set(ids).size).toBe(60);
  expect(requests.length - begun).toBeGreaterThan(7);
  expect(await client.bank.accountBalance(WORKING)).toBe(before - 60);
});

it('makes another id for each call, and keeps one that is given', async () => {
  const { client, calls } = await loggedIn();
  await Promise.all([client.bank.pay({ ...PAYMENT, amount: 1 }), client.bank.pay({ ...PAYMENT, amount: 1 })]);
  const again = { ...PAYMENT, amount: 1, request_id: 'mine' };
  expect(await client.bank.pay(again)).toBe(await client.bank.pay(again));
  const ids = calls('bank.pay').map(({ params }) => params['request_id']);
  expect(new Set(ids).size).toBe(3);
  expect(ids.slice(2)).toEqual(['mine', 'mine']);
});

it('sends what it was given at the call, whatever becomes of the object before a retry', async () => {
  const { client, next } = await loggedIn();
  const before = await client.bank.accountBalance(WORKING);
  const payment = { ...PAYMENT, amount: 1 };
  next('lost');
  const paid = client.bank.pay(payment);
  payment.amount = 1_000;
  await paid;
  expect(await client.bank.accountBalance(WORKING)).toBe(before - 1);
});

it('repeats a whole batch as one after 502, 503 and 504, and after busy only what was busy', async () => {
  const { client, next, requests } = await loggedIn();
  const begun = requests.length;
  const refused = { body: '<h1>Bad gateway</h1>' };
  next({ ...refused, status: 502 }, { ...refused, status: 503, headers: { 'retry-after': '1' } }, { ...refused, status: 504 }, busy);
  const [balance, currencies] = await Promise.all([client.bank.accountBalance(WORKING), client.bank.currencies()]);
  expect([typeof balance, currencies.length > 0]).toEqual(['number', true]);
  expect(requests.slice(begun).map((calls) => calls.length)).toEqual([2, 2, 2, 2, 2]);
});

it('does not send a change without a request id twice, and says that it may be done', async () => {
  const { client, next, calls } = await loggedIn();
  next('answer lost');
  const fault = await fails(client.bank.openAccount({ account_name: 'lost' }));
  expect(fault).toMatchObject({ code: 'client.connection', fault: 0, mayBeDone: true, requestId: undefined });
  next((asked) => ({ body: JSON.stringify(JSON.parse(busy(asked).body)[0]) }));
  expect(await fails(client.bank.openAccount({ account_name: 'busy' }))).toMatchObject({ code: 'busy', fault: 1002, mayBeDone: true });
  expect(calls('bank.openAccount')).toHaveLength(2);
  const accounts = await client.bank.accountList({ akey: COOL });
  expect(JSON.stringify(accounts)).toContain('lost');
});

it('sends a change again where nobody was there to take it', async () => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  const client = createClient({ url: `http://127.0.0.1:${port}`, timeout_ms: 1_500 });
  const fault = await fails(client.bank.openAccount({ account_name: 'nobody' }));
  expect(fault).toMatchObject({ code: 'client.timeout', mayBeDone: false });
});

it('says that a payment may be done, and under which id, when its deadline comes before an answer', async () => {
  const { client, next } = await loggedIn();
  next('answer lost', 'never answered');
  const fault = await fails(client.bank.pay({ ...PAYMENT, amount: 2 }, { timeout_ms: 1_500 }));
  expect(fault).toMatchObject({ code: 'client.timeout', mayBeDone: true });
  const paid = await client.bank.pay({ ...PAYMENT, amount: 2, request_id: fault.requestId ?? '' });
  const booked = await client.bank.transactions({ ...WORKING, limit: 1 });
  expect(booked).toMatchObject([{ transaction_id: paid, amount: -2 }]);
});

it('begins a login anew, with another challenge, where its answer got lost', async () => {
  const { client, next, calls } = await loggedIn();
  next('passes', 'answer lost');
  await client.login('Matt', 'matt');
  expect(calls('general.getLoginChallenge')).toHaveLength(3);
  const answers = calls('general.getLoginCapability').map(({ params }) => params['challenge_response']);
  expect(new Set(answers).size).toBe(3);
});

it('takes the longest of times for a deadline', async () => {
  const { client } = await loggedIn();
  expect(await client.bank.currencies({}, { timeout_ms: Number.POSITIVE_INFINITY })).not.toEqual([]);
});
