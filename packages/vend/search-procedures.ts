import type { Procedure } from '@scrip/rpc';
import type { Vend } from './vend.ts';

export function searchProcedures(vend: Vend): Procedure[] {
  const procedures: ((vend: Vend) => Procedure)[] = [];
  return procedures.map((make) => make(vend));
}
