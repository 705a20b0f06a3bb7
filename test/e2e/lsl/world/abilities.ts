import type { Builtins } from '../builtin.ts';
import { LIBRARY } from '../library.ts';
import { chatOf } from './functions/chat.ts';
import { httpOf } from './functions/http.ts';
import { identityOf } from './functions/identity.ts';
import { inventoryOf } from './functions/inventory.ts';
import { linksetDataOf } from './functions/linkset-data.ts';
import { moneyOf } from './functions/money.ts';
import type { Host } from './surroundings.ts';

/** All functions that a script finds where it is. */
export function abilities(script: Host): Builtins {
  return {
    ...LIBRARY,
    ...identityOf(script),
    ...chatOf(script),
    ...inventoryOf(script),
    ...linksetDataOf(script),
    ...moneyOf(script),
    ...httpOf(script),
  };
}
