import { type Builtins, builtin, effect } from '../../builtin.ts';
import { integer, list, string } from '../../values.ts';
import { STATUS } from '../linkset-data.ts';
import type { Host } from '../surroundings.ts';

const RESET = 0;
const UPDATE = 1;
const DELETE = 2;

export function linksetDataOf({ prim }: Host): Builtins {
  const { linksetData } = prim;
  const tell = (action: number, name: string, value: string) => {
    for (const script of prim.scripts) script.enqueue('linkset_data', [integer(action), string(name), string(value)]);
  };
  const write = (name: string, value: string, password: string) => {
    const outcome = linksetData.write(name, value, password);
    // What is protected is told without its value.
    if (outcome === STATUS.ok) tell(value === '' ? DELETE : UPDATE, name, password === '' ? value : '');
    return integer(outcome);
  };
  const names = () => [...linksetData.entries.keys()].sort();
  return {
    llLinksetDataWrite: builtin(['string', 'string'], (name, value) => write(name, value, '')),
    llLinksetDataWriteProtected: builtin(['string', 'string', 'string'], write),
    llLinksetDataRead: builtin(['string'], (name) => string(linksetData.read(name, ''))),
    llLinksetDataReadProtected: builtin(['string', 'string'], (name, password) => string(linksetData.read(name, password))),
    llLinksetDataDelete: builtin(['string'], (name) => write(name, '', '')),
    llLinksetDataDeleteProtected: builtin(['string', 'string'], (name, password) => write(name, '', password)),
    llLinksetDataCountKeys: builtin([], () => integer(linksetData.entries.size)),
    llLinksetDataListKeys: builtin(['integer', 'integer'], (start, count) =>
      list(
        names()
          .slice(start, count < 1 ? undefined : start + count)
          .map(string),
      ),
    ),
    llLinksetDataFindKeys: builtin(['string', 'integer', 'integer'], (pattern, start, count) => {
      const found = names().filter((name) => new RegExp(pattern).test(name));
      return list(found.slice(start, count < 1 ? undefined : start + count).map(string));
    }),
    llLinksetDataReset: effect([], () => {
      linksetData.entries.clear();
      tell(RESET, '', '');
    }),
  };
}
