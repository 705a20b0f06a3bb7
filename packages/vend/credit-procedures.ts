import type { Procedure } from '@scrip/rpc';
import { buyGiftCard } from './procedures/vend.buyGiftCard.ts';
import { credits } from './procedures/vend.credits.ts';
import { creditsGiven } from './procedures/vend.creditsGiven.ts';
import { giftCard } from './procedures/vend.giftCard.ts';
import { giveCredit } from './procedures/vend.giveCredit.ts';
import { listAccess } from './procedures/vend.listAccess.ts';
import { myGiftCards } from './procedures/vend.myGiftCards.ts';
import { rating } from './procedures/vend.rating.ts';
import { redeemGiftCard } from './procedures/vend.redeemGiftCard.ts';
import { setAccess } from './procedures/vend.setAccess.ts';
import { vote } from './procedures/vend.vote.ts';
import type { Vend } from './vend.ts';

/** Store credit, gift cards, bans and VIPs, votes. */
export function creditProcedures(vend: Vend): Procedure[] {
  return [giveCredit, credits, creditsGiven, buyGiftCard, giftCard, redeemGiftCard, myGiftCards, setAccess, listAccess, vote, rating].map(
    (make) => make(vend),
  );
}
