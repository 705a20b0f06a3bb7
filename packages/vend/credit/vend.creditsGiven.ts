import { minorToMajor } from '@scrip/kernel';
import { afterKey, type Procedure, pageLimit, pageOf, procedure, t } from '@scrip/rpc';
import { merchantAuthority } from '../authority.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import type { Vend } from '../vend.ts';

const CREDIT = t.struct({ akey: t.string(), name: t.string(), balance: t.double(), currency: t.string() });

export const creditsGiven = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.creditsGiven',
    summary: 'Lists who has store credit at a merchant, from the merchant or from gift cards.',
    notes: "In the order of the avatars' keys. Where all of it was spent the balance is 0.",
    params: { capabilities: params.capabilities, merchant: params.ownMerchant, after: afterKey('akey'), limit: pageLimit(100) },
    result: t.array(CREDIT),
    resultDoc: 'One for each avatar: the balance is in major units.',
    isRepeatable: true,
    faults: [],
    authority: merchantAuthority(vend, RIGHTS.own),
    async handler(page, { merchant }) {
      const credits = await vend.credits.ofMerchant(merchant, pageOf(page));
      const names = await vend.avatars.names(credits.map(({ holder }) => holder));
      return credits.map(({ holder, account, balance }) => ({
        akey: holder,
        name: names.get(holder) ?? '',
        balance: minorToMajor(balance, account.currency),
        currency: account.currency.code,
      }));
    },
  });
