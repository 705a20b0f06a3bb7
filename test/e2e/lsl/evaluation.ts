import { binary, unary } from './operators.ts';
import type { Scope } from './scope.ts';
import type { Expression, Variable } from './syntax.ts';
import { ScriptError } from './tokens.ts';
import { cast, implicit, integer, isNumber, list, rotation, type TypeName, type Value, vector } from './values.ts';

/** Runs a function; undefined where it gives nothing back. */
export type Call = (name: string, args: readonly Value[], line: number) => Value | undefined;

/** Works an expression out that has to have a value. */
export function needed(expression: Expression, scope: Scope, call: Call): Value {
  const value = evaluate(expression, scope, call);
  return value ?? raise(expression.line, 'a value is needed here, and nothing is given back');
}

/** Undefined for the call of a function that gives nothing back. */
export function evaluate(expression: Expression, scope: Scope, call: Call): Value | undefined {
  const { line } = expression;
  const all = (parts: readonly Expression[]) => parts.map((part) => needed(part, scope, call));
  const variable = (name: string) => scope.get(name) ?? raise(line, `there is no variable ${name}`);
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'list':
      return list(all(expression.items));
    case 'vector':
      return vectorOf(all(expression.parts), line);
    case 'part':
      return partOf(variable(expression.of), expression.part, line);
    case 'variable':
      return variable(expression.name);
    case 'call':
      return call(expression.name, all(expression.args), line);
    case 'cast': {
      const value = needed(expression.operand, scope, call);
      return cast(value, expression.to) ?? raise(line, `a ${value.type} can't be made a ${expression.to}`);
    }
    case 'unary': {
      const value = needed(expression.operand, scope, call);
      return unary(expression.operator, value) ?? raise(line, `${expression.operator} ${value.type} can't be worked out`);
    }
    case 'binary': {
      // The right side comes first, and both are always worked out, also of && and ||.
      const right = needed(expression.right, scope, call);
      return combine(expression.operator, needed(expression.left, scope, call), right, line);
    }
    case 'assign': {
      const { name, operator } = expression;
      const right = needed(expression.value, scope, call);
      const before = variable(name);
      const after = asType(operator ? combine(operator, before, right, line) : right, before.type, name, line);
      scope.set(name, after);
      return after;
    }
    case 'step': {
      const before = variable(expression.name);
      const after = combine('+', before, integer(expression.by), line);
      scope.set(expression.name, after);
      return expression.before ? after : before;
    }
  }
}

export function raise(line: number, message: string): never {
  throw new ScriptError(line, message);
}

function combine(operator: string, left: Value, right: Value, line: number): Value {
  return binary(operator, left, right) ?? raise(line, `${left.type} ${operator} ${right.type} can't be worked out`);
}

function vectorOf(parts: readonly Value[], line: number): Value {
  const numbers = parts.map((part) => (isNumber(part) ? part.value : raise(line, `a vector is of numbers, and a ${part.type} came`)));
  const [x = 0, y = 0, z = 0] = numbers;
  return numbers.length === 3 ? vector(x, y, z) : rotation(numbers);
}

function partOf(value: Value, part: string, line: number): Value {
  const index = ['x', 'y', 'z', 's'].indexOf(part);
  const number = value.type === 'vector' || value.type === 'rotation' ? value.value[index] : undefined;
  return number === undefined ? raise(line, `a ${value.type} has no part ${part}`) : { type: 'float', value: number };
}

export function asType(value: Value, type: TypeName, what: string, line: number): Value {
  return implicit(value, type) ?? raise(line, `${what} is a ${type}, and a ${value.type} came`);
}

export function asTypes(params: readonly Variable[], args: readonly Value[], name: string, line: number): Value[] {
  if (args.length !== params.length) raise(line, `${name} takes ${params.length} arguments, and ${args.length} came`);
  return params.map((param, i) => asType(args[i] as Value, param.type, `${param.name} of ${name}`, line));
}
