import { operatorAuthority } from '@scrip/capability';
import { type Procedure, param, procedure, t } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import * as params from '../params.ts';
import { currencyExists } from './errors.ts';

export const addCurrency = (bank: Bank): Procedure =>
  procedure({
    name: 'operator.addCurrency',
    summary: 'Adds a currency, for good.',
    notes: 'Neither code nor scale can be changed afterwards. The same again changes nothing. Codes match in any case.',
    params: {
      capabilities: params.capabilities,
      code: param(t.string({ min: 1, max: 16 }), '1 to 16 printable characters without spaces, commas, # and :.'),
      scale: param(t.int({ min: 0, max: 6 }), 'Number of decimal places: a currency of scale 2 counts in hundredths.'),
    },
    result: t.int(),
    resultDoc: '1.',
    faults: [currencyExists],
    authority: operatorAuthority('accounts'),
    async handler({ code, scale }) {
      await bank.currencies.add(code, scale);
      return 1;
    },
  });
