import type { Directory } from './directory.ts';
import { defineKind } from './kinds.ts';

/** Kinds as slices declare them, by names that no slice has: other tests load the slices into the same process. */
export const FULL = defineKind('test.full', {
  typ: 'scrip.test-full+jwt',
  role: 'grant',
  keeps: ['accounts', 'payees', 'maxEach', 'total'],
});
export const READ = defineKind('test.read', { typ: 'scrip.test-read+jwt', role: 'grant', keeps: ['accounts'] });
export const GROUPS = defineKind('test.groups', { typ: 'scrip.test-groups+jwt', role: 'bearer' });

/** Knows keys, and no names. */
export const KEYS: Directory = {
  avatarKey: async (key) => key,
  ownerKey: async (key) => key,
  names: async () => new Map(),
};
