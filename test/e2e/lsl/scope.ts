import { CONSTANTS } from './constants.ts';
import type { Value } from './values.ts';

/** The variables of a block, and around it those of the blocks that it is in. */
export class Scope {
  readonly #variables = new Map<string, Value>();
  readonly #around: Scope | undefined;

  constructor(around?: Scope) {
    this.#around = around;
  }

  declare(name: string, value: Value): void {
    this.#variables.set(name, value);
  }

  /** Of the variables that are its own. */
  values(): Iterable<Value> {
    return this.#variables.values();
  }

  get(name: string): Value | undefined {
    return this.#variables.get(name) ?? this.#around?.get(name);
  }

  /** Puts a value in the place of one of the same type. */
  set(name: string, value: Value): void {
    if (this.#variables.has(name)) this.#variables.set(name, value);
    else this.#around?.set(name, value);
  }
}

/** Around everything of a script. */
export function constants(): Scope {
  const scope = new Scope();
  for (const [name, value] of CONSTANTS) scope.declare(name, value);
  return scope;
}
