import { LISTED_AVATAR, withNames } from '@scrip/avatars';
import { afterKey, type Procedure, pageLimit, pageOf, procedure, t } from '@scrip/rpc';
import { merchantAuthority } from '../authority.ts';
import { percentOf } from '../catalogue/rules.ts';
import * as params from '../params.ts';
import { RIGHTS } from '../rights.ts';
import type { Vend } from '../vend.ts';

const RULE = t.struct({ ...LISTED_AVATAR, kind: t.string(), discount_percent: t.double(), since: t.dateTime() });

export const listAccess = (vend: Vend): Procedure =>
  procedure({
    name: 'vend.listAccess',
    summary: 'Lists whom a merchant has banned and who is a VIP there.',
    notes: "In the order of the avatars' keys. Times are UTC.",
    params: { capabilities: params.capabilities, merchant: params.ownMerchant, after: afterKey('akey'), limit: pageLimit(100) },
    result: t.array(RULE),
    resultDoc: 'Entries: kind is ban or vip, since is when the avatar came onto a list first.',
    isRepeatable: true,
    faults: [],
    authority: merchantAuthority(vend, RIGHTS.own),
    async handler(page, { merchant }) {
      const rules = await withNames(vend.avatars, await vend.access.list(merchant, pageOf(page)));
      return rules.map(({ discount, createdAt, ...rule }) => ({ ...rule, discount_percent: percentOf(discount), since: createdAt }));
    },
  });
