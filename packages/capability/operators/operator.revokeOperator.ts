import { type Procedure, procedure, t } from '@scrip/rpc';
import type { CapabilityParts } from '../directory.ts';
import { unknownOperator } from '../errors.ts';
import { operatorAuthority } from '../rights/authority.ts';
import { capabilitiesParam } from '../rights/presented.ts';
import { operatorNameParam } from './names.ts';

export function revokeOperator({ capabilities }: Pick<CapabilityParts, 'capabilities'>): Procedure {
  return procedure({
    name: 'operator.revokeOperator',
    summary: 'Ends an operator, and the operators that it added.',
    notes: 'No call of theirs that comes after the answer is let through, by any server. One that has ended before is 1 again.',
    params: {
      capabilities: capabilitiesParam,
      name: operatorNameParam('As operator.listOperators tells it.'),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [unknownOperator],
    authority: operatorAuthority('system'),
    async handler({ name }) {
      await capabilities.operators.revoke(name);
      return 1;
    },
  });
}
