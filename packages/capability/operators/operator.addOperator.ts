import { invalidParams, type Procedure, param, procedure, t, word } from '@scrip/rpc';
import type { CapabilityParts } from '../directory.ts';
import { operatorNameTaken } from '../errors.ts';
import { operatorAuthority } from '../rights/authority.ts';
import { capabilitiesParam } from '../rights/presented.ts';
import { validForSecsParam } from '../words.ts';
import { operatorNameParam } from './names.ts';
import { SCOPE_DOC, SCOPES } from './scopes.ts';

const SCOPES_DOC = SCOPES.map((scope) => `\`${scope}\` (${SCOPE_DOC[scope]})`).join('; ');

export function addOperator({ capabilities }: Pick<CapabilityParts, 'capabilities'>): Procedure {
  return procedure({
    name: 'operator.addOperator',
    summary: 'Gives somebody a capability of their own to act as an operator, for some time.',
    notes: [
      'Nobody gives scopes or time that they do not have themselves. An operator ends with the one who added it. The log tells what',
      'each operator did. A name is free again once its operator has expired or is revoked; the log tells the two apart by their ids.',
    ].join('\n'),
    params: {
      capabilities: capabilitiesParam,
      name: operatorNameParam('What the log calls the operator; names that differ in case only are the same.'),
      scopes: param(t.array(word(...SCOPES), { max: SCOPES.length }), `What the operator may do, one or more of ${SCOPES_DOC}.`),
      valid_for_secs: validForSecsParam(),
    },
    result: t.string(),
    resultDoc: 'The capability. It is stored nowhere.',
    faults: [operatorNameTaken],
    authority: operatorAuthority('system'),
    async handler({ name, scopes, valid_for_secs }, by) {
      if (scopes.length === 0) throw invalidParams(`scopes is empty; one or more of ${SCOPES.join(', ')} are needed`);
      return (await capabilities.operators.add({ name, scopes, validForSecs: valid_for_secs }, by)).token;
    },
  });
}
