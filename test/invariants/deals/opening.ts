import type { Uuid } from '@scrip/kernel';
import { Random } from '../../faults/random.ts';
import type { World } from '../../testkit/world.ts';
import { newCast, type Role } from './cast.ts';
import { DAY, LOCATION, Stage, UNITS } from './stage.ts';

const COLLECTION = 'Wares';
const RATES = [7, 70, 100];
const PRICES = [1, 3, 10, 33, 100];
const GROUPS = 3;

/** What is there when a history begins: people, groups, a location and a collection, as the seed wants them. */
export async function openStage(world: World, template: Uuid, seed: number): Promise<Stage> {
  const random = new Random(seed);
  const stage = new Stage(world, random, await newCast(world, template, seed));
  const owner = stage.cast.is('owner');
  for (let nth = 1; nth <= GROUPS; nth++) {
    const roles: Role[] = ['owner', 'manager', 'member', 'other member', 'partner', 'friend', 'buyer', 'lessee'];
    stage.made.groups.push(await groupOf(stage, `Income ${nth}`, random.shuffled(roles).slice(0, random.whole(1, 4)), random.chance(0.2)));
  }
  const managers = await groupOf(stage, 'Staff', ['officer', 'member'], false);
  await stage.do(owner, 'general.addToGroup', {
    group_key_or_name: managers,
    new_member_key_or_name: stage.cast.is('officer').akey,
    new_member_as_officer: 1,
  });
  for (const role of ['buyer', 'lessee'] as const) {
    const { akey } = stage.cast.is(role);
    await stage.do(stage.cast.is(role), 'bank.openAccount', { account_name: 'purse' });
    const transfer = { akey, amount: 200, from_account_name: 'working', to_account_name: 'purse', comment: '' };
    await stage.do(stage.cast.is(role), 'bank.transfer', transfer);
  }
  const sellers = await groupOf(stage, 'Sellers', ['affiliate', 'buyer', 'friend', 'partner'], false);
  const settings = {
    ...{ income_group: random.pick(['', ...stage.made.groups]), manager_group: managers, refund_percent: random.pick([0, 50, 100]) },
    ...{ min_secs: 1, overdue_secs: 0, grace_secs: DAY, reminders: [] },
    discounts: random.chance(0.5) ? [{ secs: DAY, percent: 10 }] : [],
  };
  await stage.do(owner, 'lease.createLocation', { owner_akey: '', location_name: LOCATION, settings });
  for (const unit_name of UNITS) {
    await stage.do(owner, 'lease.createUnit', { owner_akey: '', location_name: LOCATION, unit_name, rate: random.pick(RATES) });
  }
  const manager = { owner_akey: '', location_name: LOCATION, akey: stage.cast.is('manager').akey, rights: ['see', 'leases'] };
  await stage.do(owner, 'lease.setManager', manager);
  const terms = { public: true, seller_commission: random.pick([0, 10, 30]), affiliate_group: sellers, manager_group: managers };
  await stage.do(owner, 'vend.createCollection', { merchant: '', collection_name: COLLECTION, settings: terms });
  for (const price of random.shuffled(PRICES).slice(0, 3)) {
    const product = { merchant: '', collection_name: COLLECTION, product_name: `At ${price}`, price, details: sharesOf(stage) };
    const id = await stage.do<number>(owner, 'vend.addProduct', product);
    if (id !== undefined) stage.made.products.push(id);
  }
  return stage;
}

/** Who shares in the sales of a product, beside the affiliate. */
export function sharesOf({ random, cast, made: { groups } }: Stage) {
  const keys = random.shuffled([cast.is('partner').akey, cast.is('buyer').akey, cast.is('friend').akey, random.pick(groups), cast.ghost]);
  const partners = keys.slice(0, random.whole(0, 2)).map((key) => ({ key, percent: random.pick([5, 12.5, 20]) }));
  return { creator: random.pick([cast.is('creator'), cast.is('buyer')]).akey, creator_share: random.pick([0, 10]), partners };
}

async function groupOf(stage: Stage, group_name: string, roles: readonly Role[], withGhost: boolean): Promise<Uuid> {
  const owner = stage.cast.is('owner');
  const key = (await stage.do<Uuid>(owner, 'general.createGroup', { group_name })) ?? '';
  const members = roles.map((role) => stage.cast.is(role).akey);
  for (const akey of withGhost ? [...members, stage.cast.ghost] : members) {
    const percent = stage.random.whole(1, 10);
    const member = { new_member_key_or_name: akey, new_member_percent: percent, new_member_as_officer: 0 };
    await stage.do(owner, 'general.addToGroup', { group_key_or_name: key, ...member });
  }
  return key;
}
