import type { CardRow } from './deal-books.ts';
import { askedFor, type Plant, unask } from './deal-plants.ts';
import { cardAccountId, cardOwner, creditAccountId, redemptionId } from './deals.ts';
import { working } from './lease-world.ts';
import { acknowledged, attempt, enter, forget, type Mutable, refused, repeat, type World } from './oracle-world.ts';

// Wrongs about gift cards, for the oracle's own test.

const CARD = 'journal card';
const REDEMPTION = redemptionId(CARD);

const cardOf = ({ books }: World, id = CARD) => books.cards.find((one) => one.id === id) as Mutable<CardRow>;
const redemptions = ({ history }: World) => history.requests.filter((one) => one.journal === REDEMPTION);

export const PLANTED_CARDS: readonly Plant[] = [
  ['a gift card that was credited twice', 'deal_unpaired', (world) => repeat(world, REDEMPTION, 'another')],
  [
    'a gift card that was credited twice in one journal',
    'deal_amount',
    (world) => {
      forget(world, REDEMPTION);
      const leg = { debit: cardAccountId(CARD), credit: creditAccountId('dora', 'fay'), amount: 5n };
      enter(world.books, { id: REDEMPTION, principal: cardOwner(CARD), kind: 'gift_card', comment: '' }, leg, leg);
    },
  ],
  [
    'a gift card that two were told is theirs',
    'conflict_acked',
    (world) => {
      for (const request of redemptions(world)) request.attempts = [attempt(acknowledged(REDEMPTION, '5'))];
    },
  ],
  [
    'a gift card that was refused as redeemed and was not',
    'id_used_up',
    (world) => {
      for (const request of redemptions(world)) request.attempts = [attempt(refused(1552))];
    },
  ],
  ['an acknowledged redemption that the books do not have', 'ack_lost', (world) => forget(world, REDEMPTION)],
  [
    'an acknowledged redemption of a card that is good still',
    'ack_altered',
    (world) => {
      cardOf(world).redeemedBy = null;
    },
  ],
  [
    'a gift card that was paid out and is good still',
    'deal_unpaired',
    (world) => {
      cardOf(world).redeemedBy = null;
    },
  ],
  [
    'a gift card that is redeemed and was not paid out',
    'deal_unpaired',
    (world) => {
      cardOf(world, 'journal other card').redeemedBy = 'fay';
    },
  ],
  [
    'a gift card that became the credit of another avatar',
    'deal_amount',
    (world) => {
      cardOf(world).redeemedBy = 'gil';
    },
  ],
  [
    'a redemption whose retry told of another balance',
    'ack_told_differ',
    (world) => {
      for (const request of redemptions(world))
        if (request.principal === 'fay') request.attempts.push(attempt(acknowledged(REDEMPTION, '10')));
    },
  ],
  [
    'a redemption that told of another balance than there was',
    'ack_told_wrong',
    (world) => {
      for (const request of redemptions(world))
        if (request.principal === 'fay') request.attempts = [attempt(acknowledged(REDEMPTION, '10'))];
    },
  ],
  [
    'a purchase whose retry was given another code',
    'ack_told_differ',
    (world) => {
      askedFor(world, CARD).attempts = [attempt(acknowledged(CARD, 'one code')), attempt(acknowledged(CARD, 'another code'))];
    },
  ],
  ['an acknowledged gift card that is not there', 'ack_altered', (world) => world.books.cards.shift()],
  ['a payment for a gift card that is not there', 'deal_unpaired', (world) => world.books.cards.shift()],
  [
    'an acknowledged gift card of another amount',
    'ack_altered',
    (world) => {
      cardOf(world).amount = 4n;
    },
  ],
  [
    'a gift card for another merchant',
    'ack_altered',
    (world) => {
      cardOf(world).merchant = 'eve';
    },
  ],
  ['a gift card without its payment', 'deal_unpaired', (world) => forget(world, 'journal other card')],
  [
    'a gift card whose money is gone',
    'deal_amount',
    (world) => {
      const leg = { debit: cardAccountId('journal other card'), credit: working('eve'), amount: 2n };
      enter(world.books, { id: 'journal theft', principal: 'eve', kind: 'pay', comment: '' }, leg);
    },
  ],
  ['a gift card that nobody bought', 'deal_unasked', (world) => unask(world, CARD)],
  ['a redemption that nobody asked for', 'deal_unasked', (world) => unask(world, REDEMPTION)],
];
