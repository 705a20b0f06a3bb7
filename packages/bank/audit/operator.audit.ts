import { operatorAuthority } from '@scrip/capability';
import { type Procedure, procedure, t } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import * as params from '../params.ts';

export const audit = (bank: Bank): Procedure =>
  procedure({
    name: 'operator.audit',
    summary: 'Recomputes the books from their entries and tells whether they add up.',
    notes: [
      'Checked in one snapshot: totals against entries, numbering without gaps, each balance following from the one before,',
      'two mirrored sides to every transfer, everything together being zero, held against open holds, no account below its floor,',
      'closed accounts at zero, each hold against the journal that ended it, no refund above what was paid, what is paid back of',
      'sales and rents by each who got it to who paid it, and of rents no more than was not used, nothing dated over a minute ahead,',
      "no row of the operators' log removed or added.",
    ].join('\n'),
    params: { capabilities: params.capabilities },
    result: t.struct({
      ok: t.boolean(),
      accounts: t.int({ max: Number.MAX_SAFE_INTEGER }),
      journals: t.int({ max: Number.MAX_SAFE_INTEGER }),
      transfers: t.int({ max: Number.MAX_SAFE_INTEGER }),
      difference: t.double(),
      problems: t.array(t.string()),
      same_names: t.array(t.struct({ kind: t.string(), owner: t.string(), name: t.string(), other: t.string() })),
    }),
    resultDoc:
      'Counts, the difference in minor units (0 if ok), what is wrong in words, at most 20 lines, and what has kept a name that something of the same owner has, too.',
    faults: [],
    authority: operatorAuthority('read'),
    handler: async () => {
      const { problems, sameNames, ...numbers } = await bank.audit();
      return { ...numbers, problems: [...problems], same_names: [...sameNames] };
    },
  });
