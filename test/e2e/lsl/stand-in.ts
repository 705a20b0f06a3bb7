import type { Invoke } from '../../testkit/transports.ts';
import { logIn, must } from '../demo-world.ts';
import type { Listener, Prim } from './world/prim.ts';

/** Of link messages from and to the kit's script. */
const NUMBER = 4590;

export interface Kit {
  readonly owner: { readonly akey: string; readonly password: string };
  /** Whether the owner answers Yes when asked for a permission. */
  readonly consents: boolean;
  readonly invoke: Invoke;
}

/**
 * Stands in for the script that the kit puts beside its examples: hears `call::<function>::<cap>#<cap>::<param>…`, `login`
 * and `groupscap`, and answers `<what was asked>-rsp::<value>`. All parameters are strings, as scripts send them.
 */
export function installKit(prim: Prim, kit: Kit): void {
  const answer = (text: string) => prim.link(NUMBER, text, '');
  const permissions: Readonly<Record<string, () => Promise<string>>> = {
    login: () => logIn(kit.invoke, kit.owner),
    groupscap: async () => must<string>(kit.invoke, 'general.grantGroupsCapability', [await logIn(kit.invoke, kit.owner)]),
  };
  const listener: Listener = (number, text, id) => {
    if (number !== NUMBER) return undefined;
    const [word = '', ...rest] = text.split('::');
    const permission = permissions[word];
    if (permission) return grant(kit, id, permission).then((capability) => answer(`${word}-rsp::${capability}`));
    return word === 'call' ? call(kit.invoke, rest).then(answer) : undefined;
  };
  prim.listeners.push(listener);
}

async function grant({ owner, consents }: Kit, asked: string, make: () => Promise<string>): Promise<string> {
  return consents && asked === owner.akey ? make() : 'denied';
}

async function call(invoke: Invoke, [method = '', capabilities = '', ...params]: readonly string[]): Promise<string> {
  const held = capabilities.split('#').filter((capability) => capability !== '');
  // The field is there also for functions that take no capabilities.
  const [[, first] = []] = await must<string[][]>(invoke, 'system.methodSignature', method);
  const outcome = await invoke(method, first === 'array' ? [held, ...params] : params);
  if ('fault' in outcome) return `${method}-err::${outcome.fault}::${outcome.faultString}`;
  const { result } = outcome;
  return `${method}-rsp::${Array.isArray(result) ? result.map(field).join('::') : field(result)}`;
}

/** Booleans are 1 and 0, and what is deeper than a list is JSON. */
function field(value: unknown): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
