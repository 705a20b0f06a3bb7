import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';

const heard = new AsyncLocalStorage<string[]>();

/** Every connection of every pool sends its statements through here. */
const send = pg.Client.prototype.query;
pg.Client.prototype.query = function query(this: pg.Client, ...given: unknown[]) {
  const [statement] = given;
  heard.getStore()?.push(typeof statement === 'string' ? statement : (statement as { text: string }).text);
  return Reflect.apply(send, this, given);
} as typeof send;

/**
 * The statements that a call sends, BEGIN and COMMIT included, in order. What servers ask twice a second about revocations is
 * left out: whether it falls into the call is a matter of time.
 */
export async function statementsOf(call: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  await heard.run(statements, call);
  return statements.map((text) => text.trim().replace(/\s+/g, ' ')).filter((text) => !/ FROM revocation\b/.test(text));
}
