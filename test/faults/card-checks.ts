import { accountId } from '@scrip/bank';
import { checkMoved, checkTold, type DealScene, netText, wasAsked } from './deal-scene.ts';
import { cardAccountId, creditAccountId, redemptionId } from './deals.ts';
import { WORKING } from './orders.ts';

/** Every gift card was paid for, and became the credit of one avatar once, or has its money still. */
export function checkCards(scene: DealScene): void {
  const { books, report } = scene;
  const balances = new Map(books.accounts.map(({ id, postedCredits, postedDebits }) => [id, postedCredits - postedDebits]));
  const credits = new Map(books.entries.map(({ journal, account, balance }) => [`${journal} ${account}`, balance]));
  for (const { id, merchant, buyer, amount, redeemedBy } of books.cards) {
    const name = `gift card ${id}`;
    const account = cardAccountId(id);
    if (!wasAsked(scene, id, { what: 'card', merchant, amount })) report('deal_unasked', `${name} for ${merchant} of ${amount}`);
    const paid = netText([
      [accountId(buyer, WORKING), -amount],
      [account, amount],
    ]);
    checkMoved(scene, name, id, 'gift_card', paid);
    const [has, left] = [balances.get(account) ?? 0n, redeemedBy === null ? amount : 0n];
    if (has !== left) report('deal_amount', `${name}: ${has} are on it instead of ${left}`);
    if (redeemedBy === null) continue;
    const [journal, credit] = [redemptionId(id), creditAccountId(merchant, redeemedBy)];
    const deal = { what: 'redeemed', card: id, by: redeemedBy } as const;
    if (!wasAsked(scene, journal, deal)) report('deal_unasked', `${name}, redeemed by ${redeemedBy}`);
    const credited = netText([
      [account, -amount],
      [credit, amount],
    ]);
    checkMoved(scene, `${name}, redeemed by ${redeemedBy}`, journal, 'gift_card', credited);
    // The credit as it was with the card, before anything that came later.
    checkTold(scene, `${name}, redeemed by ${redeemedBy}`, journal, deal, `${credits.get(`${journal} ${credit}`)}`);
  }
}
