import type { Database } from '@scrip/database';
import { type Door, type HttpReply, jsonReply, refusalReply, textReply } from '@scrip/http';
import type { Metrics } from './metrics.ts';
import { page } from './page.ts';
import { sparing } from './sparing.ts';

/** How often the database is asked whether it answers, and the metrics are put together, however many ask. */
const ANSWERS_PER_SECOND = 10;
const METRICS_PER_SECOND = 5;

export interface OperationsOptions {
  readonly database: Database;
  readonly metrics: Metrics;
  /** False once the server has begun to stop. */
  ready(): boolean;
}

/** What those who run the server look at. */
export function operationsDoors({ database, metrics, ready }: OperationsOptions): Door[] {
  const answers = sparing(ANSWERS_PER_SECOND, () => database.pool.query('SELECT 1'));
  return [
    page('health', ['GET /healthz'], () => jsonReply({ status: 'ok' })),
    page('readiness', ['GET /readyz'], () => readiness(answers, ready())),
    page(
      'metrics',
      ['GET /metrics'],
      sparing(METRICS_PER_SECOND, async () => textReply(metrics.contentType, Buffer.from(await metrics.text()))),
    ),
  ];
}

async function readiness(databaseAnswers: () => Promise<unknown>, ready: boolean): Promise<HttpReply> {
  const unavailable = (message: string) => refusalReply({ status: 503, error: 'unavailable', message });
  if (!ready) return unavailable('the server is stopping');
  try {
    await databaseAnswers();
    return jsonReply({ status: 'ready' });
  } catch {
    return unavailable('the database does not answer');
  }
}
