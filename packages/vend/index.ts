import type { Procedure } from '@scrip/rpc';
import { catalogueProcedures } from './catalogue-procedures.ts';
import { creditProcedures } from './credit-procedures.ts';
import { orderProcedures } from './order-procedures.ts';
import { searchProcedures } from './search-procedures.ts';
import type { Vend } from './vend.ts';

export { createVend, type Vend } from './vend.ts';

/** Everything about products that callers can ask for. */
export function vendProcedures(vend: Vend): Procedure[] {
  return [...catalogueProcedures(vend), ...searchProcedures(vend), ...orderProcedures(vend), ...creditProcedures(vend)];
}
