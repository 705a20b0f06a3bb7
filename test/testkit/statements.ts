import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { expect } from 'vitest';

const heard = new AsyncLocalStorage<string[]>();

/** Every connection of every pool sends its statements through here. */
const send = pg.Client.prototype.query;
pg.Client.prototype.query = function query(this: pg.Client, ...given: unknown[]) {
  const [statement] = given;
  heard.getStore()?.push(typeof statement === 'string' ? statement : (statement as { text: string }).text);
  return Reflect.apply(send, this, given);
} as typeof send;

/** What servers ask twice a second about revocations, and what prepares a new connection. */
const BY_THE_WAY = /LEFT JOIN revocation r ON r\.updated_at|current_setting\('server_version_num'\)/;

/**
 * The statements that a call sends, BEGIN and COMMIT included, in order. What is sent by the way is left out: whether it falls
 * into the call is a matter of time.
 */
export async function statementsOf(call: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  await heard.run(statements, call);
  return statements.map((text) => text.trim().replace(/\s+/g, ' ')).filter((text) => !BY_THE_WAY.test(text));
}

/** Those of the ledger for a payment: it locks the accounts, looks whether it has the journal, and writes. */
export const PAYMENT = [/^SELECT .* FROM account .* FOR NO KEY UPDATE$/, /LEFT JOIN journal/, /^WITH new_journals AS/];

/** Statements, each by its text or what it looks like. */
export function like(expected: readonly (string | RegExp)[]): unknown[] {
  return expected.map((one) => (typeof one === 'string' ? one : expect.stringMatching(one)));
}
