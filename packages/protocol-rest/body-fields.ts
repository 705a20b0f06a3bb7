import { parseError } from '@scrip/rpc';
import { LIMITS } from './limits.ts';

/** The values of each name: text, or of a JSON body whatever stands there. A map, since a field may be named `__proto__`. */
export type FieldMap = ReadonlyMap<string, readonly unknown[]>;

/** Gathers the fields of one body and raises parse_error where they become too many or too long. */
export class FieldsOfBody {
  readonly #values = new Map<string, unknown[]>();
  #count = 0;

  get values(): FieldMap {
    return this.#values;
  }

  add(name: string, value: unknown): void {
    if (++this.#count > LIMITS.fields) throw parseError(`the body has more than ${LIMITS.fields} fields`);
    if (Buffer.byteLength(name) > LIMITS.nameBytes) throw parseError(`the name of a field is longer than ${LIMITS.nameBytes} bytes`);
    if (typeof value === 'string' && Buffer.byteLength(value) > LIMITS.valueBytes) {
      throw parseError(`the field ${JSON.stringify(name.slice(0, 40))} is longer than ${LIMITS.valueBytes} bytes`);
    }
    const known = this.#values.get(name);
    if (known) known.push(value);
    else this.#values.set(name, [value]);
  }
}
