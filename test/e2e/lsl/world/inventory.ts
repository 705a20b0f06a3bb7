/** The numbers that scripts know the types by. */
export const TYPES = { texture: 0, object: 6, notecard: 7, script: 10 };
const ALL = -1;

export interface Item {
  readonly type: keyof typeof TYPES;
  readonly name: string;
  /** Of a notecard. */
  readonly text?: string;
}

/** What lies in an object beside its scripts. */
export class Inventory {
  readonly #items = new Map<string, Item>();

  put(item: Item): void {
    this.#items.set(item.name, item);
  }

  remove(name: string): void {
    this.#items.delete(name);
  }

  get(name: string): Item | undefined {
    return this.#items.get(name);
  }

  /** In the order of their names. */
  ofType(type: number): Item[] {
    const items = [...this.#items.values()].filter((item) => type === ALL || TYPES[item.type] === type);
    return items.sort((one, other) => (one.name < other.name ? -1 : 1));
  }
}

/** An item that somebody was given. */
export interface Given {
  readonly from: string;
  readonly to: string;
  readonly item: string;
}
