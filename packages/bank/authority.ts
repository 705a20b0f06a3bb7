import { unknownAvatar } from '@scrip/avatars';
import {
  AUTH_FAULTS,
  anyLogin,
  type CapabilityKind,
  findPrincipal,
  forbidden,
  type Guarded,
  isRecorded,
  type Limits,
  ownerOrGrant,
  type Presented,
  type Principal,
} from '@scrip/capability';
import type { Uuid } from '@scrip/kernel';
import type { Bank } from './bank.ts';
import { isUsual, type Payee } from './payees.ts';
import type { Origin } from './posting.ts';

export interface AccountAccess {
  /** The avatar that calls. */
  readonly principal: Uuid;
  readonly owner: Uuid;
  /** See `Origin`. */
  readonly chain: NonNullable<Origin['chain']>;
  /** Whether the capability that opened the door reaches this account too. */
  mayReach(accountName: string): boolean;
}

export interface PayAccess {
  readonly principal: Uuid;
  readonly payer: Uuid;
  readonly chain: NonNullable<Origin['chain']>;
  readonly payee: Payee;
}

export interface SplitAccess {
  readonly principal: Uuid;
  readonly payer: Uuid;
  readonly chain: NonNullable<Origin['chain']>;
  /** In the order of the call. */
  readonly payees: readonly Payee[];
  readonly fee: Payee | undefined;
}

interface AccountCall {
  readonly akey: string;
  readonly account_name?: string;
  readonly from_account_name?: string;
  readonly to_account_name?: string;
  readonly amount?: number;
}

interface PayCall {
  readonly amount: number;
  readonly from_akey: string;
  readonly from_account_name: string;
  readonly to_akey: string;
  readonly to_account_name: string;
}

interface SplitCall {
  readonly amount: number;
  readonly from_akey: string;
  readonly from_account_name: string;
  readonly payees: readonly { readonly akey: string; readonly account_name: string }[];
  readonly fee_akey: string;
}

/** A grant that reaches all accounts, in the words of a procedure's help. */
function needs(kinds: readonly CapabilityKind[]): string {
  return `a login capability of the owner (of an officer, where a group owns it), or one of the caller beside a ${kinds.join(' or ')} grant from the owner`;
}

/** The owner of the accounts (an avatar, or a group by its officers), or the holder of one of these grants beside their own login. */
export function accountAccess(bank: Bank, kinds: readonly CapabilityKind[]): Guarded<AccountCall, AccountAccess> {
  return {
    kind: 'guarded',
    needs: needs(kinds),
    faults: [...AUTH_FAULTS, unknownAvatar],
    async decide(input, given) {
      anyLogin(given);
      const owner = await bank.ownerKey(input.akey);
      const principal = await actingFor(bank, given, owner, kinds);
      const limits = limitsOf(principal);
      const accounts = [input.account_name, input.from_account_name, input.to_account_name];
      for (const account of accounts) if (account !== undefined) mustReach(limits, account);
      if (input.amount !== undefined) mustAllow(limits, input.amount, owner);
      return { principal: principal.akey, owner, chain: chainOf(principal), mayReach: (account) => reaches(limits, account) };
    },
  };
}

/** The payer, or the holder of a full grant from the payer beside their own login. */
export function payAccess(bank: Bank): Guarded<PayCall, PayAccess> {
  return {
    kind: 'guarded',
    needs: needs(['bank.full']),
    faults: [...AUTH_FAULTS, unknownAvatar],
    async decide(input, given) {
      const { principal, payer, limits, chain } = await payerOf(bank, given, input);
      const payee = await bank.ownerKey(input.to_akey);
      mustAllow(limits, input.amount, payee);
      return { principal, payer, chain, payee: await payeeOf(bank, given, payee, input.to_account_name) };
    },
  };
}

/** As `payAccess`, for several payees at once: limits of a capability are kept for each of them, and for all together. */
export function splitAccess(bank: Bank): Guarded<SplitCall, SplitAccess> {
  return {
    kind: 'guarded',
    needs: needs(['bank.full']),
    faults: [...AUTH_FAULTS, unknownAvatar],
    async decide(input, given) {
      const { principal, payer, limits, chain } = await payerOf(bank, given, input);
      const named = [...input.payees, ...(input.fee_akey ? [{ akey: input.fee_akey, account_name: '' }] : [])];
      const payees: Payee[] = [];
      for (const { akey, account_name } of named) {
        const key = await bank.ownerKey(akey);
        mustAllow(limits, input.amount, key);
        payees.push(await payeeOf(bank, given, key, account_name));
      }
      const fee = input.fee_akey ? payees.pop() : undefined;
      return { principal, payer, chain, payees, fee };
    },
  };
}

async function payerOf(bank: Bank, given: Presented, input: { from_akey: string; from_account_name: string }) {
  anyLogin(given);
  const payer = await bank.ownerKey(input.from_akey);
  const principal = await actingFor(bank, given, payer, ['bank.full']);
  const limits = limitsOf(principal);
  mustReach(limits, input.from_account_name);
  return { principal: principal.akey, payer, limits, chain: chainOf(principal) };
}

async function payeeOf(bank: Bank, given: Presented, key: Uuid, account: string): Promise<Payee> {
  if (isUsual(account)) return { key, account, mayChoose: false };
  const atPayee = await findActing(bank, given, key, ['bank.full']);
  return { key, account, mayChoose: atPayee !== undefined && reaches(limitsOf(atPayee), account) };
}

/** As `ownerOrGrant`, for owners that may be groups: their officers act for them. */
export async function actingFor(bank: Bank, given: Presented, owner: Uuid, kinds: readonly CapabilityKind[]): Promise<Principal> {
  return (await findActing(bank, given, owner, kinds)) ?? ownerOrGrant(given, owner, kinds);
}

/** As `actingFor`; undefined where nothing that came is enough. */
export async function findActing(
  bank: Bank,
  given: Presented,
  owner: Uuid,
  kinds: readonly CapabilityKind[],
): Promise<Principal | undefined> {
  return findPrincipal(given, owner, kinds) ?? (await findOfficer(bank, given, owner));
}

export async function findOfficer(bank: Bank, given: Presented, group: Uuid): Promise<Principal | undefined> {
  if (given.logins.length === 0 || !(await bank.groups.find(group))) return undefined;
  for (const login of given.logins) {
    if (await bank.groups.isOfficer(group, login.sub)) return { akey: login.sub, login, via: 'own' };
  }
  return undefined;
}

/** What the ledger looks at when money moves: a grant, or a login that is not whole, with all that they were derived from. */
export function chainOf({ login, via }: Principal): NonNullable<Origin['chain']> {
  const used = [...(isRecorded(login) ? [login] : []), ...(via === 'own' ? [] : [via])];
  return used.flatMap(({ jti, parents, limits }) => [
    { jti, counted: limits.total !== undefined },
    ...parents.map((parent) => ({ jti: parent, counted: false })),
  ]);
}

/** A grant is limited by itself and by the login that it is used beside. */
export function limitsOf({ login, via }: Principal): readonly Limits[] {
  return via === 'own' ? [login.limits] : [login.limits, via.limits];
}

export function reaches(limits: readonly Limits[], account: string): boolean {
  const wanted = account.toLowerCase();
  return limits.every(({ accounts }) => !accounts || accounts.some((name) => name.toLowerCase() === wanted));
}

export function mustReach(limits: readonly Limits[], account: string): void {
  if (!reaches(limits, account)) throw forbidden(`the capability does not reach the account ${JSON.stringify(account)}`);
}

export function mustAllow(limits: readonly Limits[], amount: number, payee: Uuid): void {
  for (const { payees, maxEach } of limits) {
    if (payees && !payees.includes(payee)) throw forbidden(`the capability does not allow payments to ${payee}`);
    if (maxEach !== undefined && amount > maxEach) throw forbidden(`the capability allows ${maxEach} at a time; ${amount} were asked for`);
  }
}
