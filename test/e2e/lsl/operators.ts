import { float, integer, isNumber, isText, list, string, truth, type Value, vector } from './values.ts';

type OnNumbers = (left: number, right: number) => number;
type Test = (left: number, right: number) => boolean;

const ARITHMETIC: Readonly<Record<string, OnNumbers>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
};
const ON_BITS: Readonly<Record<string, OnNumbers>> = {
  '&': (left, right) => left & right,
  '|': (left, right) => left | right,
  '^': (left, right) => left ^ right,
  '<<': (left, right) => left << right,
  '>>': (left, right) => left >> right,
};
const TESTS: Readonly<Record<string, Test>> = {
  '==': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

/** Undefined where the language does not know the operator for these types, or can't divide. */
export function binary(operator: string, left: Value, right: Value): Value | undefined {
  if (left.type === 'list' || right.type === 'list') return onLists(operator, left, right);
  if (isText(left) && isText(right)) return onTexts(operator, left, right);
  if (left.type === 'vector' && right.type === 'vector') return onVectors(operator, left.value, right.value);
  if (!isNumber(left) || !isNumber(right)) return undefined;
  const test = TESTS[operator];
  if (test) return truth(test(left.value, right.value));
  const whole = left.type === 'integer' && right.type === 'integer';
  if (operator === '&&' || operator === '||') {
    if (!whole) return undefined;
    return truth(operator === '&&' ? left.value !== 0 && right.value !== 0 : left.value !== 0 || right.value !== 0);
  }
  const onBits = ON_BITS[operator];
  if (onBits) return whole ? integer(onBits(left.value, right.value)) : undefined;
  if ((operator === '/' || operator === '%') && right.value === 0) return undefined;
  if (whole && operator === '*') return integer(Math.imul(left.value, right.value));
  const result = ARITHMETIC[operator]?.(left.value, right.value);
  if (result === undefined) return undefined;
  return whole ? integer(Math.trunc(result)) : float(result);
}

export function unary(operator: '-' | '!' | '~', operand: Value): Value | undefined {
  if (operator === '~') return operand.type === 'integer' ? integer(~operand.value) : undefined;
  if (operator === '!') return operand.type === 'integer' ? truth(operand.value === 0) : undefined;
  if (!isNumber(operand)) return undefined;
  return operand.type === 'integer' ? integer(-operand.value) : float(-operand.value);
}

/** Lists grow at the side where they stand. Comparing two of them compares how long they are, and `!=` tells by how much. */
function onLists(operator: string, left: Value, right: Value): Value | undefined {
  if (operator === '+') return list([...elements(left), ...elements(right)]);
  if (left.type !== 'list' || right.type !== 'list') return undefined;
  const difference = left.value.length - right.value.length;
  if (operator === '==') return truth(difference === 0);
  return operator === '!=' ? integer(difference) : undefined;
}

function elements(value: Value): readonly Value[] {
  return value.type === 'list' ? value.value : [value];
}

/** Adding, taking away and comparing: what scripts do with positions. */
function onVectors(operator: string, left: readonly number[], right: readonly number[]): Value | undefined {
  const same = left.every((part, i) => part === right[i]);
  if (operator === '==' || operator === '!=') return truth(same === (operator === '=='));
  const sign = { '+': 1, '-': -1 }[operator];
  if (!sign) return undefined;
  const [x = 0, y = 0, z = 0] = left.map((part, i) => part + sign * (right[i] ?? 0));
  return vector(x, y, z);
}

/** Keys are compared with strings; to be joined to one they have to be cast. */
function onTexts(operator: string, left: Value, right: Value): Value | undefined {
  if (operator === '==') return truth(left.value === right.value);
  if (operator === '!=') return truth(left.value !== right.value);
  return operator === '+' && left.type === 'string' && right.type === 'string' ? string(left.value + right.value) : undefined;
}
