import type { Builtin } from './library.ts';
import { binary, unary } from './operators.ts';
import { constants, Scope } from './scope.ts';
import type { Expression, Program, Routine, Statement, Variable } from './syntax.ts';
import { ScriptError } from './tokens.ts';
import { cast, implicit, isTrue, list, type TypeName, type Value, ZERO } from './values.ts';

/** What one event may take, in statements: a loop that never ends fails the test instead of standing still. */
const MAX_STATEMENTS = 100_000;

/** What `return` gave back. */
interface Returned {
  readonly value: Value | undefined;
}

/** A script that runs: its variables, and what happens when one of its events does. */
export class Script {
  readonly #program: Program;
  readonly #builtins: Readonly<Record<string, Builtin>>;
  #globals = new Scope();
  #statementsLeft = MAX_STATEMENTS;

  constructor(program: Program, builtins: Readonly<Record<string, Builtin>>) {
    this.#program = program;
    this.#builtins = builtins;
    this.reset();
  }

  /** All variables as at the start. */
  reset(): void {
    this.#globals = new Scope(constants());
    this.#statementsLeft = MAX_STATEMENTS;
    for (const declaration of this.#program.globals) this.#run(declaration, this.#globals, undefined);
  }

  handles(event: string): boolean {
    return this.#program.events.has(event);
  }

  /** Runs the handler of an event, if there is one. Raises ScriptError. */
  fire(event: string, args: readonly Value[]): void {
    this.#statementsLeft = MAX_STATEMENTS;
    const handler = this.#program.events.get(event);
    if (handler) this.#callRoutine(handler, args, handler.line);
  }

  #callRoutine(routine: Routine, args: readonly Value[], line: number): Value | undefined {
    const scope = new Scope(this.#globals);
    asTypes(routine.params, args, routine.name, line).forEach((value, i) => {
      scope.declare((routine.params[i] as Variable).name, value);
    });
    const value = this.#run(routine.body, scope, routine.result)?.value;
    if (routine.result && !value) throw new ScriptError(routine.line, `${routine.name} gives nothing back`);
    return value;
  }

  /** `result` is what a `return` in it has to give. */
  #run(statement: Statement, scope: Scope, result: TypeName | undefined): Returned | undefined {
    this.#statementsLeft -= 1;
    switch (statement.kind) {
      case 'block': {
        const inner = new Scope(scope);
        for (const one of statement.statements) {
          const returned = this.#run(one, inner, result);
          if (returned) return returned;
        }
        return undefined;
      }
      case 'declare': {
        const { type, name, value, line } = statement;
        scope.declare(name, value ? asType(this.#valueOf(value, scope), type, name, line) : ZERO[type]);
        return undefined;
      }
      case 'expression':
        this.#evaluate(statement.value, scope);
        return undefined;
      case 'return': {
        const { value, line } = statement;
        if (!value) return { value: undefined };
        if (!result) throw new ScriptError(line, 'nothing is to be given back here');
        return { value: asType(this.#valueOf(value, scope), result, 'the result', line) };
      }
      case 'if': {
        const branch = isTrue(this.#valueOf(statement.test, scope)) ? statement.yes : statement.no;
        return branch && this.#run(branch, scope, result);
      }
      case 'for':
        for (const one of statement.start) this.#evaluate(one, scope);
        while (isTrue(this.#valueOf(statement.test, scope))) {
          if (this.#statementsLeft < 0) throw new ScriptError(statement.test.line, `more than ${MAX_STATEMENTS} statements`);
          const returned = this.#run(statement.body, scope, result);
          if (returned) return returned;
          for (const one of statement.step) this.#evaluate(one, scope);
        }
        return undefined;
    }
  }

  #valueOf(expression: Expression, scope: Scope): Value {
    const value = this.#evaluate(expression, scope);
    if (!value) throw new ScriptError(expression.line, 'a value is needed here, and nothing is given back');
    return value;
  }

  /** Undefined for the call of a function that gives nothing back. */
  #evaluate(expression: Expression, scope: Scope): Value | undefined {
    const { line } = expression;
    switch (expression.kind) {
      case 'literal':
        return expression.value;
      case 'list':
        return list(expression.items.map((item) => this.#valueOf(item, scope)));
      case 'variable':
        return scope.get(expression.name) ?? raise(line, `there is no variable ${expression.name}`);
      case 'call':
        return this.#call(
          expression.name,
          expression.args.map((arg) => this.#valueOf(arg, scope)),
          line,
        );
      case 'cast': {
        const value = this.#valueOf(expression.operand, scope);
        return cast(value, expression.to) ?? raise(line, `a ${value.type} can't be made a ${expression.to}`);
      }
      case 'unary': {
        const value = this.#valueOf(expression.operand, scope);
        return unary(expression.operator, value) ?? raise(line, `${expression.operator} ${value.type} can't be worked out`);
      }
      case 'binary': {
        // The right side comes first, and both are always worked out, also of && and ||.
        const right = this.#valueOf(expression.right, scope);
        return combine(expression.operator, this.#valueOf(expression.left, scope), right, line);
      }
      case 'assign': {
        const { name, operator } = expression;
        const right = this.#valueOf(expression.value, scope);
        const before = scope.get(name) ?? raise(line, `there is no variable ${name}`);
        const after = asType(operator ? combine(operator, before, right, line) : right, before.type, name, line);
        scope.set(name, after);
        return after;
      }
    }
  }

  #call(name: string, args: readonly Value[], line: number): Value | undefined {
    const routine = this.#program.functions.get(name);
    if (routine) return this.#callRoutine(routine, args, line);
    const found = this.#builtins[name] ?? raise(line, `there is no function ${name}`);
    const params = found.params.map((type, i): Variable => ({ type, name: `argument ${i + 1}` }));
    return found.call(asTypes(params, args, name, line));
  }
}

function raise(line: number, message: string): never {
  throw new ScriptError(line, message);
}

function combine(operator: string, left: Value, right: Value, line: number): Value {
  return binary(operator, left, right) ?? raise(line, `${left.type} ${operator} ${right.type} can't be worked out`);
}

function asType(value: Value, type: TypeName, what: string, line: number): Value {
  return implicit(value, type) ?? raise(line, `${what} is a ${type}, and a ${value.type} came`);
}

function asTypes(params: readonly Variable[], args: readonly Value[], name: string, line: number): Value[] {
  if (args.length !== params.length) raise(line, `${name} takes ${params.length} arguments, and ${args.length} came`);
  return params.map((param, i) => asType(args[i] as Value, param.type, `${param.name} of ${name}`, line));
}
