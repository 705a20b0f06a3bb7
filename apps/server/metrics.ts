import type { Finished } from '@scrip/rpc';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export type Metrics = ReturnType<typeof createMetrics>;

/** What /metrics shows, in Prometheus' text form. */
export function createMetrics() {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const calls = new Counter({
    name: 'scrip_calls_total',
    help: 'Procedure calls by method, protocol and outcome (ok or the fault code).',
    labelNames: ['method', 'protocol', 'outcome'],
    registers: [register],
  });
  const seconds = new Histogram({
    name: 'scrip_call_duration_seconds',
    help: 'Time from the decoded call to its result.',
    labelNames: ['method'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [register],
  });
  return {
    contentType: register.contentType,
    text: () => register.metrics(),
    onFinished({ method, call, fault, duration_ms }: Finished): void {
      calls.labels(method, call.protocol, fault?.spec.code ?? 'ok').inc();
      seconds.labels(method).observe(duration_ms / 1000);
    },
  };
}
