import { randomUUID } from 'node:crypto';
import { type Builtins, builtin, effect } from '../../builtin.ts';
import { integer, key, string } from '../../values.ts';
import type { Failure, Fate, Transfer } from '../money.ts';
import type { Host } from '../surroundings.ts';

const failed = (says: Failure): Fate => ({ moves: false, says });
const PERMISSION_DEBIT = 2;
/** Payments of one owner within as many seconds. */
const THROTTLE = { payments: 30, seconds: 30 };

function fateOf({ world, mayDebit, prim }: Host, transfer: Transfer): Fate {
  const { money, timeline } = world;
  const recent = (money.paid.get(prim.owner) ?? []).filter((at_s) => at_s > timeline.now_s - THROTTLE.seconds);
  if (!mayDebit) return failed('MISSING_PERMISSION_DEBIT');
  if (transfer.amount <= 0) return failed('INVALID_AMOUNT');
  if (recent.length >= THROTTLE.payments) return failed('THROTTLED');
  money.paid.set(prim.owner, [...recent, timeline.now_s]);
  if (!money.balances.has(transfer.to)) return failed('INVALID_DESTINATION');
  if (money.balanceOf(transfer.from) < transfer.amount) return failed('LINDENDOLLAR_INSUFFICIENTFUNDS');
  return money.decide(transfer);
}

export function moneyOf(script: Host): Builtins {
  const { world, prim } = script;
  const pay = (to: string, amount: number): Fate => {
    const fate = fateOf(script, { from: prim.owner, to, amount });
    if (fate.moves) world.money.move(prim.owner, to, amount);
    return fate;
  };
  return {
    llRequestPermissions: effect(['key', 'integer'], (akey, permissions) => {
      if (permissions !== PERMISSION_DEBIT) throw new RangeError('of permissions only PERMISSION_DEBIT is known here');
      const answer = (button: string) => {
        script.mayDebit = button === 'Yes' && akey === prim.owner;
        script.enqueue('run_time_permissions', [integer(script.mayDebit ? PERMISSION_DEBIT : 0)]);
      };
      world.dialogs.show({ to: akey, text: `${prim.name} would like to take money from you`, buttons: ['Yes', 'No'], answer });
    }),
    llGetPermissions: builtin([], () => integer(script.mayDebit ? PERMISSION_DEBIT : 0)),
    llTransferLindenDollars: builtin(['key', 'integer'], (to, amount) => {
      const id = randomUUID();
      const { says } = pay(to, amount);
      const result = [key(id), integer(says === 'ok' ? 1 : 0), string(says === 'ok' ? `${to},${amount}` : (says ?? ''))];
      if (says) world.timeline.after(1, () => script.enqueue('transaction_result', result));
      return key(id);
    }),
    llGiveMoney: builtin(['key', 'integer'], (to, amount) => {
      pay(to, amount);
      return integer(0);
    }),
    llSetPayPrice: effect(['integer', 'list'], (price, quick) => {
      prim.payPrices = [integer(price), ...quick].map(({ value }) => Number(value));
    }),
  };
}
