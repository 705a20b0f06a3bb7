import type { TypeName, Value } from './values.ts';

export type Expression = { readonly line: number } & (
  | { readonly kind: 'literal'; readonly value: Value }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  /** Three parts of a vector or four of a rotation. */
  | { readonly kind: 'vector'; readonly parts: readonly Expression[] }
  | { readonly kind: 'part'; readonly of: string; readonly part: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'cast'; readonly to: TypeName; readonly operand: Expression }
  | { readonly kind: 'unary'; readonly operator: '-' | '!' | '~'; readonly operand: Expression }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  /** `operator` is that of `+=` and its like; undefined for a plain `=`. */
  | { readonly kind: 'assign'; readonly name: string; readonly operator: string | undefined; readonly value: Expression }
  /** `++` and `--`; `before`: the value is the one that the variable has afterwards. */
  | { readonly kind: 'step'; readonly name: string; readonly by: 1 | -1; readonly before: boolean }
);

export interface Variable {
  readonly type: TypeName;
  readonly name: string;
}

export interface Declaration extends Variable {
  readonly kind: 'declare';
  readonly value: Expression | undefined;
  readonly line: number;
}

export interface Block {
  readonly kind: 'block';
  readonly statements: readonly Statement[];
}

export type Statement =
  | Block
  | Declaration
  | { readonly kind: 'expression'; readonly value: Expression }
  | { readonly kind: 'return'; readonly value: Expression | undefined; readonly line: number }
  | { readonly kind: 'if'; readonly test: Expression; readonly yes: Statement; readonly no: Statement | undefined }
  | { readonly kind: 'state'; readonly name: string; readonly line: number }
  /** `once`: the body comes before the test, as in `do … while`. */
  | { readonly kind: 'while'; readonly test: Expression; readonly body: Statement; readonly once: boolean }
  | {
      readonly kind: 'for';
      readonly start: readonly Expression[];
      readonly test: Expression;
      readonly step: readonly Expression[];
      readonly body: Statement;
    };

/** A function of the script or a handler of an event. */
export interface Routine {
  readonly name: string;
  readonly params: readonly Variable[];
  /** Undefined for one that gives nothing back. */
  readonly result: TypeName | undefined;
  readonly body: Block;
  readonly line: number;
}

export interface Program {
  readonly globals: readonly Declaration[];
  readonly functions: ReadonlyMap<string, Routine>;
  /** Handlers by the names of their events, by the names of the states; `default` is one of these. */
  readonly states: ReadonlyMap<string, ReadonlyMap<string, Routine>>;
}
