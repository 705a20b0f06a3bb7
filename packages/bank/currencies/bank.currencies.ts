import { type Procedure, procedure, publicAuthority, t } from '@scrip/rpc';
import type { Bank } from '../bank.ts';

export const currencies = (bank: Bank): Procedure =>
  procedure({
    name: 'bank.currencies',
    summary: 'Lists the currencies of the server.',
    notes:
      'scale is the number of decimal places of an amount; it never changes. Payments take whole amounts, shares and fees may be less.',
    params: {},
    result: t.array(t.struct({ code: t.string(), scale: t.int(), default: t.boolean() })),
    resultDoc: 'Currencies, the default one first and the others by code.',
    isRepeatable: true,
    faults: [],
    authority: publicAuthority('it tells nothing about anybody, and whoever shows an amount needs it'),
    async handler() {
      const all = await bank.currencies.list();
      return all.map(({ code, scale }) => ({ code, scale, default: code === bank.currencies.default.code }));
    },
  });
