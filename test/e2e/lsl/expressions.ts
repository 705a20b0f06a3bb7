import type { Expression } from './syntax.ts';
import type { Cursor } from './tokens.ts';
import { float, integer, string, TYPES, type TypeName } from './values.ts';

/** From those that bind least to those that bind most. `&&` and `||` are of one rank, unlike in other languages. */
const RANKS: readonly (readonly string[])[] = [
  ['||', '&&'],
  ['==', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];
const ASSIGNMENTS: ReadonlyMap<string, string | undefined> = new Map([
  ['=', undefined],
  ['+=', '+'],
  ['-=', '-'],
  ['*=', '*'],
  ['/=', '/'],
  ['%=', '%'],
]);

/** Takes the name of a type if one comes next. */
export function takeType(cursor: Cursor): TypeName | undefined {
  return TYPES.find((type) => cursor.takeIf(type));
}

export function parseExpression(cursor: Cursor): Expression {
  const { kind, text: name, line } = cursor.peek();
  const { kind: next, text: sign } = cursor.peek(1);
  if (kind !== 'name' || next !== 'symbol' || !ASSIGNMENTS.has(sign)) return parseRank(cursor, 0);
  cursor.take();
  cursor.take();
  return { kind: 'assign', name, operator: ASSIGNMENTS.get(sign), value: parseExpression(cursor), line };
}

/** Any number of them, with commas between, up to the text that ends them, which is taken. */
export function parseExpressions(cursor: Cursor, end: string): Expression[] {
  const found: Expression[] = [];
  while (!cursor.takeIf(end)) {
    if (found.length > 0) cursor.expect(',');
    found.push(parseExpression(cursor));
  }
  return found;
}

function parseRank(cursor: Cursor, rank: number): Expression {
  const operators = RANKS[rank];
  if (!operators) return parseUnary(cursor);
  let left = parseRank(cursor, rank + 1);
  while (operators.some((operator) => cursor.isNext(operator))) {
    const { text: operator, line } = cursor.take();
    left = { kind: 'binary', operator, left, right: parseRank(cursor, rank + 1), line };
  }
  return left;
}

function parseUnary(cursor: Cursor): Expression {
  const { line } = cursor.peek();
  if (cursor.takeIf('-')) return { kind: 'unary', operator: '-', operand: parseUnary(cursor), line };
  if (cursor.takeIf('!')) return { kind: 'unary', operator: '!', operand: parseUnary(cursor), line };
  if (!cursor.takeIf('(')) return parsePrimary(cursor);
  const to = takeType(cursor);
  if (to) {
    cursor.expect(')');
    return { kind: 'cast', to, operand: parseUnary(cursor), line };
  }
  const inner = parseExpression(cursor);
  cursor.expect(')');
  return inner;
}

function parsePrimary(cursor: Cursor): Expression {
  const { kind, text, line } = cursor.peek();
  if (cursor.takeIf('[')) return { kind: 'list', items: parseExpressions(cursor, ']'), line };
  if (kind === 'symbol' || kind === 'end') return cursor.fail('an expression is needed');
  cursor.take();
  if (kind === 'integer') return { kind: 'literal', value: integer(Number(text)), line };
  if (kind === 'float') return { kind: 'literal', value: float(Number(text)), line };
  if (kind === 'string') return { kind: 'literal', value: string(text), line };
  if (cursor.takeIf('(')) return { kind: 'call', name: text, args: parseExpressions(cursor, ')'), line };
  return { kind: 'variable', name: text, line };
}
