import { ownerKey, unknownAvatar } from '@scrip/avatars';
import { anyLogin, type Chain, chainOf, demand, type Guarded, guardedBy, limitsOf, mustAllow, mustReach } from '@scrip/capability';
import { type AvatarKey, type Decimal, decimalOfMinor } from '@scrip/kernel';
import type { Bank } from '../bank.ts';
import { invalidAmount } from '../posting/errors.ts';
import { RIGHTS } from '../rights.ts';
import { unknownTransaction } from '../transactions/errors.ts';
import { notRefundable } from './errors.ts';
import type { RefundPlan } from './refunds.ts';

export interface RefundAccess {
  readonly principal: AvatarKey;
  readonly chain: Chain;
  readonly plan: RefundPlan;
}

interface RefundCall {
  readonly akey: string;
  readonly transaction_id: string;
  readonly amount: Decimal;
}

/** Those who may pay from the accounts that were paid. Limits of a capability are kept for each account and each payer. */
export function refundAccess(bank: Bank): Guarded<RefundCall, RefundAccess> {
  return guardedBy(RIGHTS.refund, [unknownAvatar, unknownTransaction, notRefundable, invalidAmount], async (input: RefundCall, given) => {
    anyLogin(given);
    const payee = await ownerKey(bank.avatars, input.akey);
    const principal = await demand(RIGHTS.refund, given, { owner: payee, groups: bank.groups });
    const limits = limitsOf(principal);
    const plan = await bank.refunds.plan(input.transaction_id, payee, input.amount);
    for (const { leg } of plan.parts) {
      mustReach(limits, leg.to.name);
      mustAllow(limits, decimalOfMinor(plan.amount, leg.to.currency.scale), leg.from.owner);
    }
    return { principal: principal.akey, chain: chainOf(principal), plan };
  });
}
