import type { Builtins } from './builtin.ts';
import { check } from './check.ts';
import { asType, asTypes, type Call, evaluate, needed, raise } from './evaluation.ts';
import { memoryOf } from './memory.ts';
import { constants, Scope } from './scope.ts';
import type { Expression, Program, Routine, Statement, Variable } from './syntax.ts';
import { ScriptError } from './tokens.ts';
import { isTrue, type TypeName, type Value, ZERO } from './values.ts';

/** What one event may take, in statements: a loop that never ends fails the test instead of standing still. */
const MAX_STATEMENTS = 100_000;

/** How a handler or a function ended early. */
interface Left {
  readonly value?: Value | undefined;
  readonly state?: string;
}

/** A script that runs: its state, its variables, and what happens when one of its events does. */
export class Script {
  readonly #program: Program;
  readonly #builtins: Builtins;
  readonly #call: Call = (name, args, line) => this.#callAny(name, args, line);
  #globals = new Scope();
  #state = 'default';
  #statementsLeft = MAX_STATEMENTS;

  constructor(program: Program, builtins: Builtins) {
    this.#program = program;
    this.#builtins = builtins;
    check(program, builtins);
    this.reset();
  }

  /** All variables as at the start, in the state `default`. */
  reset(): void {
    this.#globals = new Scope(constants());
    this.#state = 'default';
    this.#statementsLeft = MAX_STATEMENTS;
    for (const declaration of this.#program.globals) this.#run(declaration, this.#globals, undefined);
  }

  /** Bytes that it takes in-world, by rule of thumb. */
  get memory(): number {
    return memoryOf(this.#program, this.#globals.values());
  }

  handles(event: string): boolean {
    return this.#handler(event) !== undefined;
  }

  /** Runs the handler of an event, if there is one, and answers the state that it changes to. Raises ScriptError. */
  fire(event: string, args: readonly Value[]): string | undefined {
    this.#statementsLeft = MAX_STATEMENTS;
    const handler = this.#handler(event);
    if (!handler) return undefined;
    return this.#runRoutine(handler, args, handler.line)?.state;
  }

  /** From now on the handlers of this state run. */
  enter(state: string): void {
    this.#state = state;
  }

  #handler(event: string): Routine | undefined {
    return this.#program.states.get(this.#state)?.get(event);
  }

  #runRoutine(routine: Routine, args: readonly Value[], line: number): Left | undefined {
    const scope = new Scope(this.#globals);
    asTypes(routine.params, args, routine.name, line).forEach((value, i) => {
      scope.declare((routine.params[i] as Variable).name, value);
    });
    return this.#run(routine.body, scope, routine.result);
  }

  #callAny(name: string, args: readonly Value[], line: number): Value | undefined {
    const routine = this.#program.functions.get(name);
    if (routine) {
      const left = this.#runRoutine(routine, args, line);
      if (left?.state !== undefined) raise(routine.line, `a function can't change the state, and ${name} does`);
      if (routine.result && !left?.value) raise(routine.line, `${name} gives nothing back`);
      return left?.value;
    }
    const found = this.#builtins[name] ?? raise(line, `there is no function ${name}`);
    const params = found.params.map((type, i): Variable => ({ type, name: `argument ${i + 1}` }));
    const values = asTypes(params, args, name, line);
    try {
      return found.call(values);
    } catch (error) {
      // What a function of the world refuses is an error of the line that calls it.
      throw error instanceof RangeError ? new ScriptError(line, `${name}: ${error.message}`) : error;
    }
  }

  /** `result` is what a `return` in it has to give. */
  #run(statement: Statement, scope: Scope, result: TypeName | undefined): Left | undefined {
    this.#statementsLeft -= 1;
    switch (statement.kind) {
      case 'block': {
        const inner = new Scope(scope);
        for (const one of statement.statements) {
          const left = this.#run(one, inner, result);
          if (left) return left;
        }
        return undefined;
      }
      case 'declare': {
        const { type, name, value, line } = statement;
        scope.declare(name, value ? asType(needed(value, scope, this.#call), type, name, line) : ZERO[type]);
        return undefined;
      }
      case 'expression':
        evaluate(statement.value, scope, this.#call);
        return undefined;
      case 'return': {
        const { value, line } = statement;
        if (!value) return {};
        return {
          value: asType(needed(value, scope, this.#call), result ?? raise(line, 'nothing is to be given back here'), 'the result', line),
        };
      }
      case 'state': {
        const { name, line } = statement;
        return { state: this.#program.states.has(name) ? name : raise(line, `there is no state ${name}`) };
      }
      case 'if': {
        const branch = isTrue(needed(statement.test, scope, this.#call)) ? statement.yes : statement.no;
        return branch && this.#run(branch, scope, result);
      }
      case 'while':
        return this.#loop(statement, [], scope, result);
      case 'for':
        for (const one of statement.start) evaluate(one, scope, this.#call);
        return this.#loop({ ...statement, once: false }, statement.step, scope, result);
    }
  }

  #loop(
    { test, body, once }: { readonly test: Expression; readonly body: Statement; readonly once: boolean },
    step: readonly Expression[],
    scope: Scope,
    result: TypeName | undefined,
  ): Left | undefined {
    for (let first = once; first || isTrue(needed(test, scope, this.#call)); first = false) {
      if (this.#statementsLeft < 0) raise(test.line, `more than ${MAX_STATEMENTS} statements`);
      const left = this.#run(body, scope, result);
      if (left) return left;
      for (const one of step) evaluate(one, scope, this.#call);
    }
    return undefined;
  }
}
