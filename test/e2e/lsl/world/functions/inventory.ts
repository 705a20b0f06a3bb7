import { randomUUID } from 'node:crypto';
import { type Builtins, builtin, effect } from '../../builtin.ts';
import { EOF } from '../../constants.ts';
import { integer, key, string } from '../../values.ts';
import { type Item, TYPES } from '../inventory.ts';
import type { Host } from '../surroundings.ts';

const NONE = -1;
/** A longer line of a notecard is cut. */
const MAX_LINE = 1_024;

export function inventoryOf(script: Host): Builtins {
  const { world, prim } = script;
  const { inventory } = prim;
  const needed = (name: string, type?: Item['type']): Item => {
    const item = inventory.get(name);
    if (!item || (type && item.type !== type)) throw new RangeError(`there is no ${type ?? 'item'} ${name} in the object`);
    return item;
  };
  const answerLater = (data: string) => {
    const query = randomUUID();
    world.timeline.after(0.1, () => script.enqueue('dataserver', [key(query), string(data)]));
    return key(query);
  };
  return {
    llGetInventoryType: builtin(['string'], (name) => {
      const item = inventory.get(name);
      return integer(item ? TYPES[item.type] : prim.scripts.some((one) => one.name === name) ? TYPES.script : NONE);
    }),
    llGetInventoryNumber: builtin(['integer'], (type) => integer(inventory.ofType(type).length)),
    llGetInventoryName: builtin(['integer', 'integer'], (type, index) => string(inventory.ofType(type)[index]?.name ?? '')),
    llRemoveInventory: effect(['string'], (name) => inventory.remove(needed(name).name)),
    llGetNotecardLine: builtin(['string', 'integer'], (name, line) => {
      const { text = '' } = needed(name, 'notecard');
      return answerLater(text.split('\n')[line]?.slice(0, MAX_LINE) ?? EOF);
    }),
    llGetNumberOfNotecardLines: builtin(['string'], (name) =>
      answerLater(String((needed(name, 'notecard').text ?? '').split('\n').length)),
    ),
    llGiveInventory: effect(['key', 'string'], (to, name) => {
      world.given.push({ from: prim.key, to, item: needed(name).name });
    }),
    llRequestAgentData: builtin(['key', 'integer'], (akey) => answerLater(world.nameOf(akey))),
  };
}
