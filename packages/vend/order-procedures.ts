import type { Procedure } from '@scrip/rpc';
import type { Vend } from './vend.ts';

export function orderProcedures(vend: Vend): Procedure[] {
  const procedures: ((vend: Vend) => Procedure)[] = [];
  return procedures.map((make) => make(vend));
}
