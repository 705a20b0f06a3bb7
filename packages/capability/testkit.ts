import type { Directory } from './directory.ts';
import { defineKind } from './kinds.ts';

/** Kinds as slices declare them: the tests of this package stand below all slices. */
export const FULL = defineKind('bank.full', {
  typ: 'scrip.bank-full+jwt',
  role: 'grant',
  keeps: ['accounts', 'payees', 'maxEach', 'total'],
});
export const READ = defineKind('bank.read', { typ: 'scrip.bank-read+jwt', role: 'grant', keeps: ['accounts'] });
export const GROUPS = defineKind('groups', { typ: 'scrip.groups+jwt', role: 'bearer' });

/** Knows keys, and no names. */
export const KEYS: Directory = {
  avatarKey: async (key) => key,
  ownerKey: async (key) => key,
  names: async () => new Map(),
};
