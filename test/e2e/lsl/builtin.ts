import type { Native, TypeName, Value } from './values.ts';

/** A function that scripts find there. Its arguments come in these types. A RangeError of it is an error of the script. */
export interface Builtin {
  readonly params: readonly TypeName[];
  readonly call: (args: readonly Value[]) => Value | undefined;
}

export type Builtins = Readonly<Record<string, Builtin>>;

type NativesOf<P extends readonly TypeName[]> = { [I in keyof P]: Native[P[I]] };

/** Makes one of a function over JavaScript's values. */
export function builtin<const P extends readonly TypeName[]>(params: P, call: (...args: NativesOf<P>) => Value): Builtin {
  // The script has brought the arguments to these types.
  return { params, call: (args) => call(...(args.map(({ value }) => value) as unknown as NativesOf<P>)) };
}

/** The same of a function that gives nothing back. */
export function effect<const P extends readonly TypeName[]>(params: P, act: (...args: NativesOf<P>) => void): Builtin {
  return {
    params,
    call(args) {
      act(...(args.map(({ value }) => value) as unknown as NativesOf<P>));
      return undefined;
    },
  };
}
