import type { Database } from '@scrip/database';
import { type Door, type HttpReply, jsonReply, refusalReply, textReply } from '@scrip/http';
import type { Metrics } from './metrics.ts';
import { page } from './page.ts';

export interface OperationsOptions {
  readonly database: Database;
  readonly metrics: Metrics;
  /** False once the server has begun to stop. */
  ready(): boolean;
}

/** What those who run the server look at. */
export function operationsDoors({ database, metrics, ready }: OperationsOptions): Door[] {
  return [
    page('health', ['GET /healthz'], () => jsonReply({ status: 'ok' })),
    page('readiness', ['GET /readyz'], () => readiness(database, ready())),
    page('metrics', ['GET /metrics'], async () => textReply(metrics.contentType, await metrics.text())),
  ];
}

async function readiness(database: Database, ready: boolean): Promise<HttpReply> {
  const unavailable = (message: string) => refusalReply({ status: 503, error: 'unavailable', message });
  if (!ready) return unavailable('the server is stopping');
  try {
    await database.pool.query('SELECT 1');
    return jsonReply({ status: 'ready' });
  } catch {
    return unavailable('the database does not answer');
  }
}
