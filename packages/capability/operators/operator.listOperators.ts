import { afterKey, type Procedure, pageLimit, pageOf, procedure, t } from '@scrip/rpc';
import type { CapabilityParts } from '../directory.ts';
import { operatorAuthority } from '../rights/authority.ts';
import { capabilitiesParam } from '../rights/presented.ts';

const OPERATOR = t.struct({
  id: t.string(),
  name: t.string(),
  scopes: t.array(t.string()),
  status: t.string(),
  added_by: t.string(),
  added: t.dateTime(),
  expires: t.dateTime(),
});

export function listOperators({ capabilities }: Pick<CapabilityParts, 'capabilities'>): Procedure {
  return procedure({
    name: 'operator.listOperators',
    summary: 'Lists the operators that were added, newest first, with those that have ended.',
    params: { capabilities: capabilitiesParam, after: afterKey('id'), limit: pageLimit(1_000) },
    result: t.array(OPERATOR),
    resultDoc:
      "id is the jti of the operator's capability, by which operator.log tells apart operators who had the same name one after the other; status is `valid`, `expired`, or `revoked`, which it is too where a key that it rests on was retired; added_by is the name of another operator, or `root`; times in UTC.",
    faults: [],
    authority: operatorAuthority('read'),
    async handler(input) {
      const operators = await capabilities.operators.list(pageOf(input));
      return operators.map(({ added_by, issued_at: added, expires_at: expires, scopes, ...rest }) => ({
        ...rest,
        scopes: [...scopes],
        added_by,
        added,
        expires,
      }));
    },
  });
}
