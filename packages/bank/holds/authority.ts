import { anyLogin, chainOf, forbidden, type Guarded, guardedBy, limitsOf, mustAllow, mustReach, reaches } from '@scrip/capability';
import { minorToMajor } from '@scrip/kernel';
import type { Bank } from '../bank.ts';
import { RIGHTS } from '../rights.ts';
import { unknownHold } from './errors.ts';
import type { Held } from './held.ts';
import type { Party } from './holds.ts';

export interface HoldAccess {
  readonly held: Held;
  readonly by: Party;
}

interface HoldCall {
  readonly hold_id: string;
  /** Whole major units; 0 for all of it. */
  readonly amount?: number;
}

/**
 * Who may end a hold. The payee may do both. The payer may post, which is what they said that they would do, but not void:
 * until it expires the payee can rely on it. Others are not told whether there is such a hold.
 */
export function holdAccess(bank: Bank, how: 'post' | 'void'): Guarded<HoldCall, HoldAccess> {
  const right = how === 'void' ? RIGHTS.voidHold : RIGHTS.postHold;
  return guardedBy(right, [unknownHold], async (input: HoldCall, given) => {
    anyLogin(given);
    const held = await bank.holds.find(input.hold_id);
    const payee = held && (await RIGHTS.payee.find(given, { owner: held.to.owner, groups: bank.groups }));
    const payer = held && (await RIGHTS.payer.find(given, { owner: held.from.owner, groups: bank.groups }));
    if (payee && (reaches(limitsOf(payee), held.to.name) || !payer)) {
      mustReach(limitsOf(payee), held.to.name);
      return { held, by: { principal: payee.akey, chain: chainOf(payee) } };
    }
    if (!payer) throw given.fault ?? unknownHold(`there is no hold ${JSON.stringify(input.hold_id)} that the caller is a party of`);
    const limits = limitsOf(payer);
    mustReach(limits, held.from.name);
    // Past its end the payer is told so, as the payee would be.
    if (how === 'void' && !held.over) {
      throw forbidden(`only the payee may void the hold; what they leave of it comes back at ${held.expires?.toISOString()}`);
    }
    // It was counted when it was set aside, perhaps on another capability: a total must neither count it twice nor let it pass uncounted.
    if (chainOf(payer).some(({ counted }) => counted)) {
      throw forbidden('a capability with a spending total can set money aside, but not let go of it; the payee may post the hold');
    }
    mustAllow(limits, input.amount || minorToMajor(held.amount, held.from.currency), held.to.owner);
    return { held, by: { principal: payer.akey, chain: chainOf(payer) } };
  });
}
