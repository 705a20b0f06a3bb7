import type { Uuid } from '@scrip/kernel';
import type { Stage } from '../stage.ts';
import type { Step } from '../step.ts';

/** What people do with their money beside deals: it is how somebody comes to be short of what they should give back. */
export const MONEY: readonly Step[] = [
  { weight: 4, act: (stage) => pay(stage, stage.random.whole(1, 40)) },
  { weight: 12, act: spend },
  {
    weight: 6,
    async act(stage) {
      const { random } = stage;
      const { transactions } = stage.made;
      if (transactions.length === 0) return;
      const akey = random.pick([...stage.cast.actors.map((actor) => actor.akey), ...stage.made.groups]);
      const params = { akey, transaction_id: random.pick(transactions), amount: random.chance(0.5) ? 0 : random.whole(1, 10) };
      await stage.ask(stage.cast.actors.find((actor) => actor.akey === akey) ?? stage.someone('owner'), 'bank.refund', params);
    },
  },
  {
    weight: 1,
    async act(stage) {
      const { random } = stage;
      const { transactions } = stage.made;
      if (transactions.length > 0) await stage.operator('operator.refund', { transaction_id: random.pick(transactions) });
    },
  },
  {
    weight: 2,
    async act(stage) {
      const [payer, payee] = [stage.someone(), stage.someone()];
      const parties = { from_akey: payer.akey, from_account_name: 'working', to_akey: payee.akey, to_account_name: 'working' };
      const hold = await stage.ask<Uuid>(payer, 'bank.hold', { amount: stage.random.whole(1, 30), ...parties, comment: 'held' });
      if (hold) stage.made.holds.push(hold);
    },
  },
  {
    weight: 2,
    async act(stage) {
      if (stage.made.holds.length === 0) return;
      const method = stage.random.pick(['bank.postHold', 'bank.voidHold']);
      await stage.do(stage.someone(), method, { hold_id: stage.random.pick(stage.made.holds) });
    },
  },
  {
    weight: 1,
    async act(stage) {
      const [payer, payee] = [stage.someone(), stage.someone()];
      const order = { amount: stage.random.whole(1, 5), from_account_name: 'working', to_akey: payee.akey, to_account_name: 'working' };
      await stage.ask(payer, 'bank.createStandingOrder', { ...order, every_days: 1, times: 1 });
      await stage.world.bank.standingOrders.due.pay();
    },
  },
  {
    weight: 3,
    async act(stage) {
      const who = stage.someone('buyer', 'lessee');
      await stage.do(who, 'bank.openAccount', { account_name: 'purse' });
      const transfer = { akey: who.akey, amount: 100, from_account_name: 'working', to_account_name: 'purse', comment: '' };
      await stage.ask(who, 'bank.transfer', transfer);
    },
  },
  {
    weight: 1,
    async act(stage) {
      const who = stage.someone('buyer', 'lessee');
      const back = { akey: who.akey, amount: 100, from_account_name: 'purse', to_account_name: 'working', comment: '' };
      await stage.ask(who, 'bank.transfer', back);
      await stage.do(who, 'bank.closeAccount', { akey: who.akey, account_name: 'purse' });
    },
  },
  {
    weight: 1,
    async act(stage) {
      const { akey } = stage.someone('partner', 'member');
      stage.made.frozen.add(akey);
      await stage.operator('operator.freezeAccount', { akey, account_name: 'working', frozen: Number(stage.random.chance(0.7)) });
    },
  },
  {
    weight: 2,
    async act(stage) {
      const payouts = (await stage.operator<{ transaction_id: Uuid; leg: number; akey: Uuid }[]>('operator.listPayouts', {})) ?? [];
      const mine = payouts.filter(({ akey }) => akey === stage.cast.ghost);
      if (mine.length === 0) return;
      const { transaction_id, leg } = stage.random.pick(mine);
      await stage.operator(stage.random.pick(['operator.failPayout', 'operator.confirmPayout']), { transaction_id, leg });
    },
  },
];

async function pay(stage: Stage, amount: number): Promise<void> {
  const [payer, payee] = [stage.someone(), stage.someone()];
  await send(stage, payer, payee.akey, amount);
}

/** All that somebody has goes to somebody else. */
async function spend(stage: Stage): Promise<void> {
  const payer = stage.someone('member', 'other member', 'manager', 'partner', 'owner', 'affiliate', 'creator');
  const has = await stage.world.bank.balances.available(await stage.world.bank.accounts.get(payer.akey, 'working'));
  if (has > 0) await send(stage, payer, stage.someone('other friend').akey, has);
}

async function send(stage: Stage, payer: ReturnType<Stage['someone']>, to_akey: Uuid, amount: number): Promise<void> {
  const parties = { from_akey: payer.akey, from_account_name: 'working', to_akey, to_account_name: 'working' };
  const paid = await stage.ask<Uuid>(payer, 'bank.pay', { amount, ...parties, comment: '' });
  if (paid) stage.made.transactions.push(paid);
}
