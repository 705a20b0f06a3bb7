import { defineKind, LONGEST_VALID_s } from '@scrip/capability';

/**
 * What an enrolled object's capabilities are derived from. Nobody ever holds one: it is where the ledger counts what they spend together,
 * and what they die with.
 */
export const OBJECT = defineKind('object', {
  typ: 'scrip.object+jwt',
  role: 'grant',
  keeps: ['accounts', 'payees', 'maxEach', 'total'],
  maxValid_s: LONGEST_VALID_s,
});
