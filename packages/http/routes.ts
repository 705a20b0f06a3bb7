import type { Address, Door } from './message.ts';

export interface Found {
  readonly door: Door;
  readonly address: Address;
  /** What stands in the path for its `<NAME>`s. */
  readonly params: Readonly<Record<string, string>>;
}

/** The door at an address, or which methods its path takes instead. */
export type Route = Found | { readonly door?: undefined; readonly allowed: readonly string[] };

export interface Routes {
  /** The path is as the client wrote it, without the query. Undefined where nothing is there. */
  find(method: string, path: string): Route | undefined;
}

/** Who answers at a path, by method. */
type Served = Map<string, Found>;

/** An address with `<NAME>`s in it, or one that is taken in any case. */
interface Pattern {
  readonly regex: RegExp;
  readonly names: readonly string[];
  readonly served: Served;
}

const NO_PARAMS: Readonly<Record<string, string>> = Object.freeze({});

/** Finds doors by method and path. A path that stands as it is comes before patterns; these are tried in the doors' order. */
export function createRoutes(doors: readonly Door[]): Routes {
  const exact = new Map<string, Served>();
  const patterns = new Map<string, Pattern>();
  for (const door of doors) {
    for (const address of door.addresses) {
      const [method = '', path = ''] = address.split(/ (.*)/, 2);
      const plain = !door.anyCase && !path.includes('<');
      const served = plain ? servedAt(exact, path) : patternAt(patterns, path, door.anyCase === true).served;
      if (served.has(method)) throw new Error(`${address} is the address of two doors`);
      served.set(method, { door, address, params: NO_PARAMS });
    }
  }
  const compiled = [...patterns.values()];
  return {
    find(method, path) {
      const wanted = method === 'HEAD' ? 'GET' : method;
      return exact.get(path)?.get(wanted) ?? search(exact, compiled, wanted, path);
    },
  };
}

function servedAt(exact: Map<string, Served>, path: string): Served {
  const known: Served = exact.get(path) ?? new Map();
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
  return { regex: new RegExp(`^${source.join('/')}$`, anyCase ? 'i' : ''), names, served: new Map() };
}

/** The slow way: for paths with escapes, for patterns, and for methods that a path does not take. */
function search(exact: ReadonlyMap<string, Served>, patterns: readonly Pattern[], method: string, path: string): Route | undefined {
  const allowed = new Set<string>();
  const known = exact.get(decoded(path) ?? '');
  if (known) {
    const found = known.get(method);
    if (found) return found;
    for (const other of known.keys()) allowed.add(other);
  }
  for (const { regex, names, served } of patterns) {
    const match = regex.exec(path);
    const params = match && paramsOf(names, match.slice(1));
    if (!params) continue;
    const found = served.get(method);
    if (found) return { ...found, params };
    for (const other of served.keys()) allowed.add(other);
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
