/** What an operator may do. A named operator has some of these; the capability in SCRIP_DATA has all. */
export const SCOPES = ['read', 'accounts', 'money', 'people', 'system'] as const;

export type Scope = (typeof SCOPES)[number];

/** What each scope opens, as documents and commands tell it. */
export const SCOPE_DOC: Readonly<Record<Scope, string>> = {
  read: 'lists, the audit, the chain, transactions, supply, the log, and looking at a capability',
  accounts: 'freezing accounts, their limits, currencies',
  money: 'minting, refunds, reversals, payouts',
  people: 'avatars, passwords, developers',
  system: 'operators, revocations by jti, keys, sites, apps, studios, grids, the outbox',
};
