import { unknownAvatar } from '@scrip/avatars';
import { AUTH_FAULTS, anyLogin, type Guarded } from '@scrip/capability';
import { minorToMajor, type Uuid } from '@scrip/kernel';
import { actingFor, chainOf, limitsOf, mustAllow, mustReach } from './authority.ts';
import type { Bank } from './bank.ts';
import { invalidAmount, notRefundable, unknownTransaction } from './errors.ts';
import type { Origin } from './posting.ts';
import type { RefundPlan } from './refunds.ts';

export interface RefundAccess {
  readonly principal: Uuid;
  readonly chain: NonNullable<Origin['chain']>;
  readonly plan: RefundPlan;
}

interface RefundCall {
  readonly akey: string;
  readonly transaction_id: string;
  readonly amount: number;
}

/** Those who may pay from the accounts that were paid. Limits of a capability are kept for each account and each payer. */
export function refundAccess(bank: Bank): Guarded<RefundCall, RefundAccess> {
  return {
    kind: 'guarded',
    needs:
      'a login capability of the avatar who was paid (of an officer, where it was a group), or one of the caller beside a bank.full grant from them',
    faults: [...AUTH_FAULTS, unknownAvatar, unknownTransaction, notRefundable, invalidAmount],
    async decide(input, given) {
      anyLogin(given);
      const payee = await bank.ownerKey(input.akey);
      const principal = await actingFor(bank, given, payee, ['bank.full']);
      const limits = limitsOf(principal);
      const plan = await bank.refunds.plan(input.transaction_id, payee, input.amount);
      for (const { leg } of plan.parts) {
        mustReach(limits, leg.to.name);
        mustAllow(limits, minorToMajor(plan.amount, leg.to.currency), leg.from.owner);
      }
      return { principal: principal.akey, chain: chainOf(principal), plan };
    },
  };
}
