// Compiled, never run: by npm run check here, and by package.test.ts against the packed types. An expected error that no longer
// is one fails the compilation, and so do types that got loose.
import { type Amount, type Client, createClient, type FaultCode, isFault, type ProcedureFaults, ScripFault } from './index.ts';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Compiles where the two types are the same: `unknown` and `any` are no number. */
const same = <A, B>(..._proof: Same<A, B> extends true ? [] : [never]): void => {};

const PAYMENT = { from_akey: 'a', from_account_name: 'working', to_akey: 'b', to_account_name: 'working', comment: '' };

export async function calls(client: Client): Promise<void> {
  same<string, Awaited<ReturnType<typeof client.login>>>();
  same<string, Awaited<ReturnType<typeof client.bank.pay>>>();
  same<number, Awaited<ReturnType<typeof client.bank.accountBalance>>>();
  same<[boolean, boolean], Awaited<ReturnType<typeof client.general.siteStatus>>>();
  same<number | string | bigint, Amount>();
  same<Amount, Parameters<typeof client.bank.pay>[0]['amount']>();
  const [booked] = await client.bank.transactions({ akey: 'a', account_name: 'working' });
  if (booked) same<[number, string, string], [typeof booked.amount, typeof booked.time, typeof booked.comment]>();

  await client.bank.pay({ ...PAYMENT, amount: 1 });
  await client.bank.pay({ ...PAYMENT, amount: 1n, request_id: 'mine', notify: true, capabilities: [] }, { timeout_ms: 1 });
  await client.bank.transactions({ akey: 'a', account_name: 'working', from_time: new Date() });
  await client.general.siteStatus({}, { signal: AbortSignal.timeout(1) });
  // @ts-expect-error an amount is missing
  await client.bank.pay(PAYMENT);
  // @ts-expect-error a payment needs parameters
  await client.bank.pay();
  // @ts-expect-error there is no parameter of that name
  await client.bank.pay({ ...PAYMENT, amount: 1, account: 'working' });
  // @ts-expect-error an amount is no boolean
  await client.bank.pay({ ...PAYMENT, amount: true });
  // @ts-expect-error there is no procedure of that name
  await client.bank.payy({ ...PAYMENT, amount: 1 });
  // @ts-expect-error there is no group of that name
  await client.bonk.pay({ ...PAYMENT, amount: 1 });
  // @ts-expect-error there is no such option
  await client.bank.currencies({}, { timeout: 1 });
  // @ts-expect-error it takes nothing
  await client.general.siteStatus({ akey: 'a' });
  // @ts-expect-error what procedures there are can't be changed
  client.bank = createClient({ url: '' }).bank;
}

export function faults(error: unknown): void {
  same<'general.login', Extract<FaultCode, 'general.login'> extends never ? 'general.login' : never>();
  const code: ProcedureFaults['bank.pay'] = 'bank.insufficient_funds';
  if (isFault<'bank.pay'>(error, code, 'busy', 'client.timeout')) same<ScripFault, typeof error>();
  // @ts-expect-error no fault is spelled so
  isFault(error, 'bank.insuficient_funds');
  // @ts-expect-error a payment does not fail with this
  isFault<'bank.pay'>(error, 'auth.login_failed');
  if (!(error instanceof ScripFault)) return;
  same<[number, string, boolean], [typeof error.fault, typeof error.message, typeof error.mayBeDone]>();
  // @ts-expect-error no fault is spelled so
  if (error.code === 'bank.insuficient_funds') return;
  // @ts-expect-error a fault does not change
  error.fault = 0;
}

export function clients(): void {
  createClient({ url: 'http://127.0.0.1', timeout_ms: 1 }).as('a', 'b').as('c');
  void createClient({ url: 'http://127.0.0.1' }).login('a', () => 'b', { valid_for_secs: 60 });
  // @ts-expect-error the address is missing
  createClient({});
  // @ts-expect-error a password is a text, or a function that gives one
  void createClient({ url: 'http://127.0.0.1' }).login('a', 5);
}
