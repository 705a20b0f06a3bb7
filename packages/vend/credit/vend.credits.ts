import { loginAuthority } from '@scrip/capability';
import { minorToMajor } from '@scrip/kernel';
import { afterKey, type Procedure, pageLimit, pageOf, procedure, t } from '@scrip/rpc';
import { capabilities } from '../params.ts';
import type { Vend } from '../vend.ts';

const CREDIT = t.struct({ merchant_akey: t.string(), merchant_name: t.string(), balance: t.double(), currency: t.string() });

export const credits = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.credits',
    summary: 'Lists the store credit that the avatar who is logged in has, at every merchant.',
    notes: "In the order of the merchants' keys. Where all of it was spent the balance is 0. Credit does not expire.",
    params: { capabilities, after: afterKey('merchant_akey'), limit: pageLimit(100) },
    result: t.array(CREDIT),
    resultDoc: 'One for each merchant: the balance is in major units.',
    isRepeatable: true,
    faults: [],
    authority: loginAuthority,
    async handler(page, { akey }) {
      const credits = await vend.credits.ofHolder(akey, pageOf(page));
      const names = await vend.avatars.names(credits.map(({ merchant }) => merchant));
      return credits.map(({ merchant, account, balance }) => ({
        merchant_akey: merchant,
        merchant_name: names.get(merchant) ?? '',
        balance: minorToMajor(balance, account.currency),
        currency: account.currency.code,
      }));
    },
  });
