import { anyLogin, chainOf, forbidden, type Guarded, guardedBy, limitsOf, mustAllow, mustReach, reaches } from '@scrip/capability';
import { type Decimal, decimalOfMinor, ZERO } from '@scrip/kernel';
import type { Bank } from '../bank.ts';
import { RIGHTS } from '../rights.ts';
import { unknownHold } from './errors.ts';
import type { Party } from './holds.ts';
import type { Hold } from './model.ts';

export interface HoldAccess {
  readonly hold: Hold;
  readonly by: Party;
}

interface HoldCall {
  readonly hold_id: string;
  /** Major units; 0 for all of it. */
  readonly amount?: Decimal;
}

/**
 * Who may end a hold. The payee may do both. The payer may post, which is what they said that they would do, but not void:
 * until it expires the payee can rely on it. Others are not told whether there is such a hold.
 */
export function holdAccess(bank: Bank, how: 'post' | 'void'): Guarded<HoldCall, HoldAccess> {
  const right = how === 'void' ? RIGHTS.voidHold : RIGHTS.postHold;
  return guardedBy(right, [unknownHold], async (input: HoldCall, given) => {
    anyLogin(given);
    const hold = await bank.holds.find(input.hold_id);
    const payee = hold && (await RIGHTS.payee.find(given, { owner: hold.to.owner, groups: bank.groups }));
    const payer = hold && (await RIGHTS.payer.find(given, { owner: hold.from.owner, groups: bank.groups }));
    if (payee && (reaches(limitsOf(payee), hold.to.name) || !payer)) {
      mustReach(limitsOf(payee), hold.to.name);
      return { hold, by: { principal: payee.akey, chain: chainOf(payee) } };
    }
    if (!payer) throw given.fault ?? unknownHold(`there is no hold ${JSON.stringify(input.hold_id)} that the caller is a party of`);
    const limits = limitsOf(payer);
    mustReach(limits, hold.from.name);
    // Past its end the payer is told so, as the payee would be.
    if (how === 'void' && !hold.over) {
      throw forbidden(`only the payee may void the hold; what they leave of it comes back at ${hold.expires?.toISOString()}`);
    }
    // It was counted when it was set aside, perhaps on another capability: a total must neither count it twice nor let it pass uncounted.
    if (chainOf(payer).recorded.some(({ counted }) => counted)) {
      throw forbidden('a capability with a spending total can set money aside, but not let go of it; the payee may post the hold');
    }
    const { amount = ZERO } = input;
    mustAllow(limits, amount === ZERO ? decimalOfMinor(hold.amount, hold.from.currency.scale) : amount, hold.to.owner);
    return { hold, by: { principal: payer.akey, chain: chainOf(payer) } };
  });
}
