import type { Expression } from './syntax.ts';
import type { Cursor } from './tokens.ts';
import { float, integer, string, TYPES, type TypeName } from './values.ts';

/** From those that bind least to those that bind most. `&&` and `||` are of one rank, unlike in other languages. */
const RANKS: readonly (readonly string[])[] = [
  ['||', '&&'],
  ['|'],
  ['^'],
  ['&'],
  ['==', '!='],
  ['<', '<=', '>', '>='],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '%'],
];
/** Above the comparisons, because `>` ends a vector. */
const VECTOR_PART = RANKS.findIndex((operators) => operators.includes('<')) + 1;
const STEPS: ReadonlyMap<string, 1 | -1> = new Map([
  ['++', 1],
  ['--', -1],
]);
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
  for (const operator of ['-', '!', '~'] as const) {
    if (cursor.takeIf(operator)) return { kind: 'unary', operator, operand: parseUnary(cursor), line };
  }
  const by = takeStep(cursor);
  if (by) return { kind: 'step', name: cursor.expectName(), by, before: true, line };
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
  if (cursor.takeIf('<')) return { kind: 'vector', parts: parseParts(cursor), line };
  if (cursor.takeIf('[')) return { kind: 'list', items: parseExpressions(cursor, ']'), line };
  if (kind === 'symbol' || kind === 'end') return cursor.fail('an expression is needed');
  cursor.take();
  if (kind === 'integer') return { kind: 'literal', value: integer(Number(text)), line };
  if (kind === 'float') return { kind: 'literal', value: float(Number(text)), line };
  if (kind === 'string') return { kind: 'literal', value: string(text), line };
  if (cursor.takeIf('(')) return { kind: 'call', name: text, args: parseExpressions(cursor, ')'), line };
  if (cursor.takeIf('.')) return { kind: 'part', of: text, part: cursor.expectName(), line };
  const by = takeStep(cursor);
  return by ? { kind: 'step', name: text, by, before: false, line } : { kind: 'variable', name: text, line };
}

function takeStep(cursor: Cursor): 1 | -1 | undefined {
  const { kind, text } = cursor.peek();
  const by = kind === 'symbol' ? STEPS.get(text) : undefined;
  if (by) cursor.take();
  return by;
}

/** Three or four, to the bracket that ends them. */
function parseParts(cursor: Cursor): Expression[] {
  const parts = [parseRank(cursor, VECTOR_PART)];
  while (cursor.takeIf(',')) parts.push(parseRank(cursor, VECTOR_PART));
  cursor.expect('>');
  if (parts.length !== 3 && parts.length !== 4) cursor.fail(`a vector has three parts and a rotation four, not ${parts.length}`);
  return parts;
}
