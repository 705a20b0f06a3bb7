import { type Builtins, builtin } from '../builtin.ts';
import { JSON_WORDS } from '../constants.ts';
import { isNumber, list, string, textOf, type Value } from '../values.ts';

const LITERALS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  [JSON_WORDS.true, true],
  [JSON_WORDS.false, false],
  [JSON_WORDS.null, null],
]);

/** Undefined for what is no JSON. */
function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function step(value: unknown, at: Value): unknown {
  if (Array.isArray(value)) return at.type === 'integer' ? value[at.value] : undefined;
  return isObject(value) && Object.hasOwn(value, textOf(at)) ? value[textOf(at)] : undefined;
}

/** What a script sees of a value: a text without quotes, a word, or the JSON of what is deeper. */
function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === true) return JSON_WORDS.true;
  if (value === false) return JSON_WORDS.false;
  return value === null ? JSON_WORDS.null : JSON.stringify(value);
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return JSON_WORDS.array;
  if (typeof value === 'number') return JSON_WORDS.number;
  if (typeof value === 'string') return JSON_WORDS.string;
  return isObject(value) ? JSON_WORDS.object : shown(value);
}

/** What a text stands for where a value is put in: a word, a number, an object or an array as JSON; else itself. */
function meant(text: string): unknown {
  if (LITERALS.has(text)) return LITERALS.get(text);
  const value = read(text);
  return typeof value === 'number' || typeof value === 'object' ? value : text;
}

/** The elements of a list: texts stay texts, but for words and whole objects and arrays. */
function element(value: Value): unknown {
  if (isNumber(value)) return value.value;
  const made = meant(textOf(value));
  return typeof made === 'number' ? textOf(value) : made;
}

function put(value: unknown, path: readonly Value[], made: unknown): unknown {
  const [first, ...rest] = path;
  if (!first) return made;
  const inner = put(step(value, first), rest, made);
  if (first.type !== 'integer') {
    const { [textOf(first)]: _, ...others } = isObject(value) ? value : {};
    return inner === JSON_WORDS.delete ? others : { ...(isObject(value) ? value : {}), [textOf(first)]: inner };
  }
  const array = Array.isArray(value) ? value : [];
  const at = first.value === -1 ? array.length : first.value;
  return inner === JSON_WORDS.delete ? array.toSpliced(at, 1) : array.toSpliced(at, 1, inner);
}

export const JSON_TEXTS: Builtins = {
  llJsonGetValue: builtin(['string', 'list'], (json, path) => {
    const value = path.reduce(step, read(json));
    return string(value === undefined ? JSON_WORDS.invalid : shown(value));
  }),
  llJsonValueType: builtin(['string', 'list'], (json, path) => {
    const value = path.reduce(step, read(json));
    return string(value === undefined ? JSON_WORDS.invalid : typeOf(value));
  }),
  llJsonSetValue: builtin(['string', 'list', 'string'], (json, path, text) => string(JSON.stringify(put(read(json), path, meant(text))))),
  llJson2List: builtin(['string'], (json) => {
    const value = read(json);
    if (Array.isArray(value)) return list(value.map((one) => string(shown(one))));
    if (isObject(value)) return list(Object.entries(value).flatMap(([name, one]) => [string(name), string(shown(one))]));
    return list(value === undefined ? [string(json)] : [string(shown(value))]);
  }),
  llList2Json: builtin(['string', 'list'], (kind, values) => {
    if (kind === JSON_WORDS.array) return string(JSON.stringify(values.map(element)));
    if (kind !== JSON_WORDS.object || values.length % 2 === 1) return string(JSON_WORDS.invalid);
    const pairs = values.flatMap((value, i) => (i % 2 === 1 ? [[textOf(values[i - 1] as Value), element(value)] as const] : []));
    return string(JSON.stringify(Object.fromEntries(pairs)));
  }),
};
