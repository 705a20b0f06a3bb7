import type { Door } from './message.ts';

/** The door at an address, or which methods its path takes instead. */
export type Route =
  | { readonly door: Door; readonly params: Readonly<Record<string, string>> }
  | { readonly door?: undefined; readonly allowed: readonly string[] };

export interface Routes {
  /** The path is as the client wrote it, without the query. Undefined where nothing is there. */
  find(method: string, path: string): Route | undefined;
}

type DoorsByMethod = Map<string, Door>;

/** An address with `<NAME>`s in it, or one that is taken in any case. */
interface Pattern {
  readonly regex: RegExp;
  readonly names: readonly string[];
  readonly doors: DoorsByMethod;
}

const NO_PARAMS: Readonly<Record<string, string>> = Object.freeze({});

/** Finds doors by method and path. A path that stands as it is comes before patterns; these are tried in the doors' order. */
export function createRoutes(doors: readonly Door[]): Routes {
  const exact = new Map<string, DoorsByMethod>();
  const patterns = new Map<string, Pattern>();
  for (const door of doors) {
    for (const address of door.addresses) {
      const [method = '', path = ''] = address.split(/ (.*)/, 2);
      const plain = !door.anyCase && !path.includes('<');
      const byMethod = plain ? doorsAt(exact, path) : patternAt(patterns, path, door.anyCase === true).doors;
      if (byMethod.has(method)) throw new Error(`${address} is the address of two doors`);
      byMethod.set(method, door);
    }
  }
  const compiled = [...patterns.values()];
  return {
    find(method, path) {
      const wanted = method === 'HEAD' ? 'GET' : method;
      const known = exact.get(path);
      const door = known?.get(wanted);
      if (door) return { door, params: NO_PARAMS };
      return search(exact, compiled, wanted, path);
    },
  };
}

function doorsAt(exact: Map<string, DoorsByMethod>, path: string): DoorsByMethod {
  const known = exact.get(path) ?? new Map<string, Door>();
  exact.set(path, known);
  return known;
}

function patternAt(patterns: Map<string, Pattern>, path: string, anyCase: boolean): Pattern {
  const key = `${anyCase} ${path}`;
  const pattern = patterns.get(key) ?? compile(path, anyCase);
  patterns.set(key, pattern);
  return pattern;
}

/** `/app/<ID>/list` -> `^/app/([^/]+)/list$` and `ID`. */
function compile(path: string, anyCase: boolean): Pattern {
  const names: string[] = [];
  const source = path.split('/').map((segment) => {
    const [, name, form] = /^<([A-Za-z_]\w*)(?::(.+))?>$/.exec(segment) ?? [];
    if (name === undefined) return segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    names.push(name);
    return `(${form ?? '[^/]+'})`;
  });
  return { regex: new RegExp(`^${source.join('/')}$`, anyCase ? 'i' : ''), names, doors: new Map() };
}

/** The slow way: for paths with escapes, for patterns, and for methods that a path does not take. */
function search(exact: ReadonlyMap<string, DoorsByMethod>, patterns: readonly Pattern[], method: string, path: string): Route | undefined {
  const allowed = new Set<string>();
  const known = exact.get(decoded(path) ?? '');
  if (known) {
    const door = known.get(method);
    if (door) return { door, params: NO_PARAMS };
    for (const other of known.keys()) allowed.add(other);
  }
  for (const { regex, names, doors } of patterns) {
    const match = regex.exec(path);
    const params = match && paramsOf(names, match.slice(1));
    if (!params) continue;
    const door = doors.get(method);
    if (door) return { door, params };
    for (const other of doors.keys()) allowed.add(other);
  }
  return allowed.size > 0 ? { allowed: [...allowed] } : undefined;
}

function paramsOf(names: readonly string[], values: readonly string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const value = decoded(values[index] ?? '');
    if (value === undefined) return undefined;
    params[name] = value;
  }
  return params;
}

/** Undefined where the escapes are none, or not of UTF-8. */
function decoded(text: string): string | undefined {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
