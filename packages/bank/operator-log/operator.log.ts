import { operatorAuthority } from '@scrip/capability';
import { afterKey, type Procedure, pageLimit, pageOf, procedure, t } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import * as params from '../params.ts';
import { ROWS_A_MINUTE } from './refusals.ts';

const ITEM = t.struct({
  id: t.string(),
  time: t.dateTime(),
  operator: t.string(),
  operator_id: t.string(),
  method: t.string(),
  params: t.any(),
  source: t.string(),
  outcome: t.string(),
});

export const operatorLog = (bank: Bank): Procedure =>
  procedure({
    name: 'operator.log',
    summary: 'Lists what operators called, oldest first.',
    notes: [
      'Every call of a procedure of operators is here, granted or refused, also each one in a multicall or batch; reading the log is not.',
      `What changes something is written down before it is done. Of an operator's refused calls ${ROWS_A_MINUTE} a minute have an item each;`,
      'the others of a method and outcome are one item, whose params are `refused_calls` and `since`. The log is sealed with the books:',
      'operator.verifyChain tells whether anybody changed, removed or added an item.',
    ].join('\n'),
    params: { capabilities: params.capabilities, after: afterKey('id'), limit: pageLimit(1_000) },
    result: t.array(ITEM),
    resultDoc: [
      "operator is a name, or `root` for the server's own capability, and operator_id the jti that it was given; params is a struct of the",
      'parameters without capabilities, passwords and what has no declared shape, empty where they could not be read; a long value is a',
      'text that was cut; source is the address that called; outcome is `ok`, the code of a fault, or `unknown` where the call is on its',
      'way or the server died meanwhile; time in UTC.',
    ].join(' '),
    faults: [],
    authority: operatorAuthority('read'),
    async handler(input) {
      const calls = await bank.operatorLog.list(pageOf(input));
      return calls.map(({ created_at: time, params, outcome, ...rest }) => ({
        ...rest,
        time,
        params: structOf(params),
        outcome: outcome ?? 'unknown',
      }));
    },
  });

/** The text itself where somebody has changed it into no JSON: then it must be seen. */
function structOf(params: string): unknown {
  try {
    return JSON.parse(params);
  } catch {
    return params;
  }
}
