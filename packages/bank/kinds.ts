import { defineKind } from '@scrip/capability';

/** All that the owner of accounts may do with the money in them. */
export const FULL = defineKind('bank.full', {
  typ: 'scrip.bank-full+jwt',
  role: 'grant',
  keeps: ['accounts', 'payees', 'maxEach', 'total'],
});
/** Nothing is spent on it, so that there is nothing but accounts to limit. */
export const READ = defineKind('bank.read', { typ: 'scrip.bank-read+jwt', role: 'grant', keeps: ['accounts'] });
