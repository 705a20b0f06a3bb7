import type { Client } from './client.ts';
import { CliError } from './errors.ts';
import { duration, facts, type Report, table } from './report.ts';

/** How the server is; bad news where it does not take calls. Needs no capability. */
export async function status(client: Client): Promise<Report> {
  const ready = await client.get('/readyz');
  const document = parse(await page(client, '/openrpc.json')) as { info?: { version?: string }; methods?: unknown[] } | undefined;
  if (!document?.info?.version || !document.methods) throw notScrip(client, '/openrpc.json');
  const metrics = await page(client, '/metrics');

  const isReady = ready.status === 200;
  const reason = isReady
    ? 'ready: the database answers'
    : ((parse(ready.text) as { message?: string })?.message ?? `status ${ready.status}`);
  const startedAt_s = Number(/^process_start_time_seconds (\S+)$/m.exec(metrics)?.[1] ?? Number.NaN);
  const uptime_s = Math.max(0, Math.round(Date.now() / 1000 - startedAt_s));
  const calls = callsByOutcome(metrics);
  const lines = [
    facts([
      ['server', `Scrip ${document.info.version} at ${client.url}`],
      ['state', isReady ? reason : `NOT READY: ${reason}`],
      ['up for', duration(uptime_s)],
      ['procedures', String(document.methods.length)],
    ]),
    '',
    calls.size > 0
      ? table(
          ['calls', 'outcome'],
          [...calls].map(([outcome, count]) => [String(count), outcome]),
        )
      : 'no calls since the start',
  ];
  const json = {
    url: client.url,
    version: document.info.version,
    ready: isReady,
    reason,
    uptime_s,
    procedures: document.methods.length,
    calls: Object.fromEntries(calls),
  };
  return { text: lines.join('\n'), json, good: isReady };
}

async function page(client: Client, path: string): Promise<string> {
  const { status, text } = await client.get(path);
  if (status !== 200) throw notScrip(client, path);
  return text;
}

function notScrip(client: Client, path: string): CliError {
  return new CliError('bad_answer', `${client.url}${path} is not what a Scrip server answers: is another program there?`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `ok` or a fault code -> how many calls ended so since the start, of all methods and protocols; the most frequent first. */
function callsByOutcome(metrics: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [, outcome = '', count] of metrics.matchAll(/^scrip_calls_total\{.*\boutcome="([^"]*)".*\} (\S+)$/gm)) {
    counts.set(outcome, (counts.get(outcome) ?? 0) + Number(count));
  }
  return new Map([...counts].sort((a, b) => b[1] - a[1]));
}
