import { invalidParams, type Params, type Struct } from '@scrip/rpc';
import { type Fields, valuesOf } from './fields.ts';

/** Where one parameter of a procedure comes from. */
export type ParamSource = FieldSource | PrefixSource;

interface FieldSource {
  readonly kind: 'field';
  readonly name: string;
  /** Whether all sources that have it must say the same; otherwise the first that has it counts. */
  readonly agree: boolean;
}

interface PrefixSource {
  readonly kind: 'prefix';
  readonly prefix: string;
}

/** The field of this name; `<NAME>`s of the path are fields too. With `agree`, sources that differ are refused. */
export function field(name: string, { agree = false } = {}): ParamSource {
  return { kind: 'field', name, agree };
}

/** A struct of all fields whose names begin so: `custom:x` and `custom:y` are `{ x, y }`. */
export function fieldsWith(prefix: string): ParamSource {
  return { kind: 'prefix', prefix };
}

/**
 * The parameters by name, those left out that did not come; the procedure's types convert them. An empty text counts as
 * left out where the parameter may be: forms send their empty fields. Raises invalid_params for a field with two values.
 */
export function readParams(sources: Readonly<Record<string, ParamSource>>, fields: Fields, declared: Params): Record<string, unknown> {
  const params: Record<string, unknown> = {};
  for (const [name, source] of Object.entries(sources)) {
    const value = source.kind === 'prefix' ? prefixed(fields, source.prefix) : single(fields, source);
    const leftOut = value === undefined || (value === '' && declared[name]?.default !== undefined);
    if (!leftOut) params[name] = value;
  }
  return params;
}

/** The value of a field, if it came. */
export function single(fields: Fields, { name, agree }: Omit<FieldSource, 'kind'>): unknown {
  const values: unknown[] = [];
  for (const source of fields) {
    const found = valuesOf(source, name);
    if (found.length === 0) continue;
    values.push(...found);
    if (!agree) break;
  }
  const [first, ...others] = values;
  if (others.every((other) => other === first)) return first;
  throw invalidParams(`the field ${name} came with two values`);
}

function prefixed(fields: Fields, prefix: string): Struct | undefined {
  // Without a prototype: what stands behind the prefix may be `__proto__`.
  const struct = Object.create(null) as Struct;
  for (const [source, values] of fields) {
    if (source === 'path' || source === 'headers') continue;
    for (const name of values.keys()) {
      const rest = name.slice(prefix.length);
      if (name.startsWith(prefix) && rest !== '') struct[rest] = single(fields, { name, agree: false });
    }
  }
  return Object.keys(struct).length === 0 ? undefined : struct;
}
