import { parseExpression, parseExpressions, takeType } from './expressions.ts';
import type { Block, Declaration, Expression, Program, Routine, Statement, Variable } from './syntax.ts';
import { Cursor } from './tokens.ts';
import type { TypeName } from './values.ts';

/**
 * Reads the Linden Scripting Language but for `jump` and for assignments to a part of a vector, which no script here needs.
 * What is not known is refused with its line, never passed over.
 */
export function parse(source: string): Program {
  const cursor = new Cursor(source);
  const globals: Declaration[] = [];
  const functions = new Map<string, Routine>();
  while (!cursor.isNext('default')) {
    const type = takeType(cursor);
    if (cursor.isNext('(', 1)) {
      const routine = parseRoutine(cursor, type);
      functions.set(routine.name, routine);
    } else {
      globals.push(parseDeclaration(cursor, type ?? cursor.fail('a type, a function or the state default is needed')));
    }
  }
  const states = new Map([[cursor.take().text, parseHandlers(cursor)]]);
  while (cursor.peek().kind !== 'end') {
    cursor.expect('state');
    states.set(cursor.expectName(), parseHandlers(cursor));
  }
  return { globals, functions, states };
}

function parseHandlers(cursor: Cursor): Map<string, Routine> {
  const handlers = new Map<string, Routine>();
  cursor.expect('{');
  while (!cursor.takeIf('}')) {
    const handler = parseRoutine(cursor, undefined);
    handlers.set(handler.name, handler);
  }
  return handlers;
}

/** A function, whose result's type has been read, or a handler. */
function parseRoutine(cursor: Cursor, result: TypeName | undefined): Routine {
  const { line } = cursor.peek();
  const name = cursor.expectName();
  const params: Variable[] = [];
  cursor.expect('(');
  while (!cursor.takeIf(')')) {
    if (params.length > 0) cursor.expect(',');
    params.push({ type: takeType(cursor) ?? cursor.fail('a type is needed'), name: cursor.expectName() });
  }
  return { name, params, result, body: parseBlock(cursor), line };
}

/** What follows the type of a variable, to the semicolon. */
function parseDeclaration(cursor: Cursor, type: TypeName): Declaration {
  const { line } = cursor.peek();
  const name = cursor.expectName();
  const value = cursor.takeIf('=') ? parseExpression(cursor) : undefined;
  cursor.expect(';');
  return { kind: 'declare', type, name, value, line };
}

function parseBlock(cursor: Cursor): Block {
  const statements: Statement[] = [];
  cursor.expect('{');
  while (!cursor.takeIf('}')) statements.push(parseStatement(cursor));
  return { kind: 'block', statements };
}

function parseStatement(cursor: Cursor): Statement {
  const { line } = cursor.peek();
  if (cursor.isNext('{')) return parseBlock(cursor);
  if (cursor.takeIf(';')) return { kind: 'block', statements: [] };
  const type = takeType(cursor);
  if (type) return parseDeclaration(cursor, type);
  if (cursor.takeIf('return')) {
    if (cursor.takeIf(';')) return { kind: 'return', value: undefined, line };
    return { kind: 'return', value: parseEnded(cursor), line };
  }
  if (cursor.takeIf('if')) {
    const test = parseTest(cursor);
    const yes = parseStatement(cursor);
    return { kind: 'if', test, yes, no: cursor.takeIf('else') ? parseStatement(cursor) : undefined };
  }
  if (cursor.takeIf('state')) {
    const name = cursor.takeIf('default') ? 'default' : cursor.expectName();
    cursor.expect(';');
    return { kind: 'state', name, line };
  }
  if (cursor.takeIf('while')) return { kind: 'while', test: parseTest(cursor), body: parseStatement(cursor), once: false };
  if (cursor.takeIf('do')) {
    const body = parseStatement(cursor);
    cursor.expect('while');
    const test = parseTest(cursor);
    cursor.expect(';');
    return { kind: 'while', test, body, once: true };
  }
  if (cursor.takeIf('for')) {
    cursor.expect('(');
    const start = parseExpressions(cursor, ';');
    const test = parseEnded(cursor);
    const step = parseExpressions(cursor, ')');
    return { kind: 'for', start, test, step, body: parseStatement(cursor) };
  }
  return { kind: 'expression', value: parseEnded(cursor) };
}

function parseTest(cursor: Cursor): Expression {
  cursor.expect('(');
  const test = parseExpression(cursor);
  cursor.expect(')');
  return test;
}

function parseEnded(cursor: Cursor): Expression {
  const value = parseExpression(cursor);
  cursor.expect(';');
  return value;
}
