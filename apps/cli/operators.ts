import type { Client } from './client.ts';
import { type Report, table } from './report.ts';

export interface NewOperator {
  readonly scopes: readonly string[];
  readonly hours: number;
}

/** Prints the capability alone, for a file or a variable of whoever is to have it. */
export async function addOperator(client: Client, name: string, { scopes, hours }: NewOperator): Promise<Report> {
  const capability = await client.call('operator.addOperator', { name, scopes, valid_for_secs: Math.round(hours * 3_600) });
  return { text: String(capability), json: { name, capability } };
}

interface OperatorRow {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly status: string;
  readonly added_by: string;
  readonly expires: string;
}

export async function listOperators(client: Client, page: { readonly after: string; readonly limit: number }): Promise<Report> {
  const operators = (await client.call('operator.listOperators', page)) as readonly OperatorRow[];
  const rows = operators.map(({ id, name, scopes, status, added_by, expires }) => [
    name,
    status,
    scopes.join(','),
    minute(expires),
    added_by,
    id,
  ]);
  const lines = [rows.length > 0 ? table(['name', 'status', 'scopes', 'expires', 'added by', 'id'], rows) : 'no operators were added'];
  if (operators.length === page.limit) lines.push(`there may be more: --after ${operators.at(-1)?.id}`);
  return { text: lines.join('\n\n'), json: operators };
}

export async function revokeOperator(client: Client, name: string): Promise<Report> {
  await client.call('operator.revokeOperator', { name });
  return { text: `${name} is no operator any more, and whom ${name} added is none either`, json: { name, revoked: true } };
}

interface LoggedCall {
  readonly id: string;
  readonly time: string;
  readonly operator: string;
  readonly method: string;
  readonly params: unknown;
  readonly source: string;
  readonly outcome: string;
}

export async function showLog(client: Client, page: { readonly after: string; readonly limit: number }): Promise<Report> {
  const calls = (await client.call('operator.log', page)) as readonly LoggedCall[];
  const rows = calls.map(({ time, operator, source, method, outcome, params }) => [
    time.slice(0, 19).replace('T', ' '),
    operator,
    source,
    method,
    outcome,
    JSON.stringify(params),
  ]);
  const lines = [rows.length > 0 ? table(['time (UTC)', 'operator', 'from', 'method', 'outcome', 'params'], rows) : 'no calls'];
  if (calls.length === page.limit) lines.push(`there may be more: --after ${calls.at(-1)?.id}`);
  return { text: lines.join('\n\n'), json: calls };
}

function minute(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}
