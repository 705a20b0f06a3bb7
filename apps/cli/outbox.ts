import type { Client } from './client.ts';
import { type Report, table } from './report.ts';

interface Item {
  readonly id: string;
  readonly kind: string;
  readonly to: string;
  readonly subject: string;
  readonly state: string;
  readonly attempts: number;
  readonly error: string;
  readonly time: string;
}

/** Without their bodies, which --json has. */
export async function listOutbox(client: Client, page: { readonly after: string; readonly limit: number }): Promise<Report> {
  const items = (await client.call('operator.listOutbox', page)) as readonly Item[];
  const rows = items.map(({ id, time, state, attempts, kind, to, subject, error }) => {
    return [id, time.slice(0, 19).replace('T', ' '), state, String(attempts), kind, to, subject, error];
  });
  const head = ['id', 'written', 'state', 'attempts', 'kind', 'to', 'subject', 'error'];
  const lines = [rows.length > 0 ? table(head, rows) : 'nothing is there'];
  if (items.length === page.limit) lines.push(`there may be more: --after ${items.at(-1)?.id}`);
  return { text: lines.join('\n\n'), json: items };
}

export async function resend(client: Client, id: string): Promise<Report> {
  await client.call('operator.resend', { id });
  return { text: `queued ${id} to be sent anew`, json: { id, resent: true } };
}
