import { randomUUID } from 'node:crypto';
import type { Client } from './client.ts';
import { CliError } from './errors.ts';
import { facts, printable, type Report } from './report.ts';

export interface Minting {
  readonly avatar: string;
  readonly account: string;
  /** Major units, as digits with a point. */
  readonly amount: string;
  readonly comment: string;
  readonly requestId?: string;
}

/** Safe to try again: every attempt of a run carries the same request id. */
export async function mint(client: Client, { avatar, account, amount, comment, requestId = randomUUID() }: Minting): Promise<Report> {
  const params = { akey: avatar, account_name: account, amount, comment, request_id: requestId };
  const transaction_id = await client.callRepeatedly('operator.mint', params).catch((error: unknown) => {
    if (!(error instanceof CliError) || !['unreachable', 'busy'].includes(error.code)) throw error;
    const advice = `If in doubt whether it was done, run it again with --request-id ${requestId}: it is booked once.`;
    throw new CliError(error.code, `${error.message}\n${advice}`);
  });
  return { text: String(transaction_id), json: { transaction_id, request_id: requestId } };
}

interface Audit {
  readonly ok: boolean;
  readonly accounts: number;
  readonly journals: number;
  readonly transfers: number;
  readonly difference: number;
  readonly problems: readonly string[];
}

/** The books, recomputed by the server. Bad news where they do not add up. */
export async function audit(client: Client): Promise<Report> {
  const result = (await client.call('operator.audit', {})) as Audit;
  const counts = facts([
    ['books', result.ok ? 'they add up' : 'THEY DO NOT ADD UP'],
    ['accounts', String(result.accounts)],
    ['journals', String(result.journals)],
    ['transfers', String(result.transfers)],
    ['difference', `${result.difference} minor units`],
  ]);
  const problems = result.problems.map((problem) => `- ${printable(problem)}`);
  return { text: [counts, ...(problems.length > 0 ? ['', ...problems] : [])].join('\n'), json: result, good: result.ok };
}
