import { decimalOfMinor } from '@scrip/kernel';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { faultOf } from '../../../test/testkit/faults.ts';
import { waitingForLock } from '../../../test/testkit/locks.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';
import type { Collections } from '../collections/collections.ts';
import type { Collection } from '../model.ts';
import type { Products } from '../products/products.ts';

const five = decimalOfMinor(5n, 0);
let world: World;
let collections: Collections;
let products: Products;
let shop: Person;
let ann: Person;
let bob: Person;
let lamp: number;
let people = 0;

beforeAll(async () => {
  world = await testWorld();
  ({ collections, products } = world.vend);
});
beforeEach(async () => {
  people += 1;
  shop = await world.person(`Shop ${people}`);
  ann = await world.person(`Ann ${people}`, 100);
  bob = await world.person(`Bob ${people}`, 100);
  await collections.create(shop.akey, 'Lamps', { public: true });
  lamp = await products.add(await lamps(), 'Lamp', five);
});
afterEach(() => world.check());
afterAll(() => world.close());

const lamps = async () => (await world.vend.catalogue.collectionNamed(shop.akey, 'Lamps')) as Collection;
const buy = (who: Person, recipient = '', product = lamp) =>
  world.call('vend.buy', { capabilities: [who.login], prod_id: product, recipient }) as Promise<{ order_id: string }>;
const vote = (who: Person, rating: unknown, product = lamp) => world.call('vend.vote', [[who.login], product, rating]);
const rating = (who: Person, product = lamp) => world.call('vend.rating', [[who.login], product]);

describe('a vote', () => {
  it('counts for the product and its collection, once an avatar, and can be changed', async () => {
    expect(await rating(ann)).toEqual({ rating: 0, total_votes: 0, mine: 0 });
    await Promise.all([buy(ann), buy(bob)]);
    expect(await vote(ann, 5)).toEqual({ rating: 5, total_votes: 1, mine: 5 });
    expect(await vote(bob, '2')).toEqual({ rating: 3.5, total_votes: 2, mine: 2 });
    expect(await vote(ann, 1)).toEqual({ rating: 1.5, total_votes: 2, mine: 1 });
    const carl = await world.person(`Carl ${people}`, 5);
    await buy(carl);
    expect(await vote(carl, 2)).toEqual({ rating: 1.67, total_votes: 3, mine: 2 });
    expect(await rating(ann)).toEqual({ rating: 1.67, total_votes: 3, mine: 1 });
    expect(await rating(shop)).toEqual({ rating: 1.67, total_votes: 3, mine: 0 });
    expect(await lamps()).toMatchObject({ votes: 3, ratingSum: 5 });
    const other = await products.add(await lamps(), 'Other lamp', five);
    await buy(ann, '', other);
    await vote(ann, 4, other);
    expect(await lamps()).toMatchObject({ votes: 4, ratingSum: 9 });
    expect(await rating(ann)).toMatchObject({ total_votes: 3 });
  });

  it('is no change that callers of changes_since look for', async () => {
    await buy(ann);
    const changed = async () => (await world.vend.catalogue.offer(lamp))?.product.changedAt;
    const before = await changed();
    await vote(ann, 3);
    expect(await changed()).toEqual(before);
  });

  it('is for who was given the product too, and for who gave it', async () => {
    await buy(ann, bob.akey);
    expect(await vote(bob, 4)).toMatchObject({ mine: 4 });
    expect(await vote(ann, 2)).toMatchObject({ rating: 3 });
  });

  it('is not for who has not got it, nor for who got the money back; a vote that was cast stays', async () => {
    expect(await faultOf(vote(ann, 5))).toMatch(/^vend\.not_bought: /);
    const refund = ({ order_id }: { order_id: string }) => world.call('vend.refundOrder', [[shop.login], order_id]);
    await refund(await buy(ann));
    expect(await faultOf(vote(ann, 5))).toMatch(/^vend\.not_bought: /);
    const order = await buy(bob);
    await vote(bob, 5);
    await refund(order);
    expect(await faultOf(vote(bob, 1))).toMatch(/^vend\.not_bought: /);
    expect(await rating(bob)).toEqual({ rating: 5, total_votes: 1, mine: 5 });
  });

  it('is not for the merchant nor for the creator', async () => {
    const made = await products.add(await lamps(), 'Made lamp', five, { creator: bob.akey });
    await buy(bob, '', made);
    expect(await faultOf(vote(bob, 5, made))).toMatch(/^vend\.own_product: /);
    await buy(ann, shop.akey);
    expect(await faultOf(vote(shop, 5))).toMatch(/^vend\.own_product: /);
    expect(await rating(ann, made)).toMatchObject({ total_votes: 0 });
  });

  it.each([0, 6, 2.5, -1, 'five'])('is 1 to 5, and not %j', async (value) => {
    await buy(ann);
    expect(await faultOf(vote(ann, value))).toMatch(/^invalid_params: rating /);
    expect(await rating(ann)).toMatchObject({ total_votes: 0 });
  });

  it('needs a login', async () => {
    expect(await faultOf(world.call('vend.vote', [[], lamp, 5]))).toMatch(/^auth\.capability_required: /);
    expect(await faultOf(world.call('vend.rating', [[], lamp]))).toMatch(/^auth\.capability_required: /);
  });

  it('is not for what is not there, was removed, or may not be seen', async () => {
    const unknown = /^vend\.unknown_product: /;
    expect(await faultOf(vote(ann, 5, 2_147_483_647))).toMatch(unknown);
    expect(await faultOf(rating(ann, 2_147_483_647))).toMatch(unknown);
    await buy(ann);
    await collections.update(await lamps(), { public: false });
    expect(await faultOf(vote(bob, 5))).toMatch(unknown);
    expect(await faultOf(rating(bob))).toMatch(unknown);
    // Who has it knows of it, whoever may see the collection by now.
    expect(await vote(ann, 5)).toMatchObject({ mine: 5 });
    const offer = await world.vend.catalogue.offer(lamp);
    if (offer) await products.remove(offer);
    expect(await faultOf(vote(ann, 4))).toMatch(unknown);
    expect(await lamps()).toMatchObject({ votes: 1, ratingSum: 5 });
  });

  it('waits for the collection before the product, as changes of products do', async () => {
    await buy(ann);
    const change = await world.database.pool.connect();
    await change.query('BEGIN');
    try {
      await change.query('SELECT FROM vend_collection WHERE id = $1 FOR SHARE', [(await lamps()).id]);
      const voting = vote(ann, 4);
      await waitingForLock(world.database);
      await change.query('SELECT FROM vend_product WHERE id = $1 FOR NO KEY UPDATE NOWAIT', [lamp]);
      await change.query('COMMIT');
      expect(await voting).toMatchObject({ mine: 4 });
    } finally {
      await change.query('ROLLBACK');
      change.release();
    }
  });

  it('of twenty at once, each changed once, adds up', async () => {
    const voters = await Promise.all(Array.from({ length: 20 }, (_, index) => world.person(`Voter ${people} ${index}`, 5)));
    for (const voter of voters) await buy(voter);
    await Promise.all(voters.flatMap((voter, index) => [vote(voter, 5), vote(voter, 1 + (index % 5))]));
    const { rows } = await world.database.pool.query(
      'SELECT count(*)::int AS votes, sum(rating)::int AS "ratingSum" FROM vend_vote WHERE product_id = $1',
      [lamp],
    );
    expect(rows[0]).toMatchObject({ votes: 20 });
    expect((await world.vend.catalogue.offer(lamp))?.product).toMatchObject(rows[0]);
    expect(await lamps()).toMatchObject(rows[0]);
  });
});
