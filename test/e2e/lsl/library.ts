import type { Builtins } from './builtin.ts';
import { DIGESTS } from './library/digests.ts';
import { JSON_TEXTS } from './library/json.ts';
import { LISTS } from './library/lists.ts';
import { NUMBERS } from './library/numbers.ts';
import { STRINGS } from './library/strings.ts';

/** The functions that look at nothing but their arguments. */
export const LIBRARY: Builtins = { ...LISTS, ...STRINGS, ...NUMBERS, ...DIGESTS, ...JSON_TEXTS };
