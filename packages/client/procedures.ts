/** What a name of a group or of a procedure looks like. */
const NAME = /^[a-z]\w*$/i;
/** Names that the language asks an object for: a client is no promise, and writes itself as no JSON. */
const NEVER = ['then', 'toJSON'];

/** An object that makes what is asked of it by name, once each; `own` is what it has by itself. No list of names is needed. */
export function byName(make: (name: string) => unknown, own: object = {}): object {
  const made = new Map<string, unknown>();
  return new Proxy(Object.freeze(own), {
    get(target, name) {
      if (typeof name === 'symbol' || name in target) return Reflect.get(target, name);
      if (!NAME.test(name) || NEVER.includes(name)) return undefined;
      if (!made.has(name)) made.set(name, make(name));
      return made.get(name);
    },
  });
}
