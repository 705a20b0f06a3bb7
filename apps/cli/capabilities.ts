import type { Client } from './client.ts';
import { CliError, usageError } from './errors.ts';
import { readSecret, type Terminal } from './input.ts';
import { facts, moment, type Report } from './report.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface Inspected {
  readonly status: 'valid' | 'expired' | 'revoked';
  readonly kind: string;
  readonly holder: string;
  readonly grantor: string;
  readonly limits: {
    readonly accounts?: readonly string[];
    readonly payees?: readonly string[];
    readonly maxEach?: number;
    readonly total?: number;
  };
  readonly spent?: number;
  readonly left?: number;
  readonly jti: string;
  readonly parents: readonly string[];
  readonly issued: string;
  readonly expires: string;
}

/** What a capability says, in words: `given` is the capability, or `-` for one from the standard input. */
export async function showCapability(client: Client, terminal: Terminal, given: string): Promise<Report> {
  const inspected = await inspect(client, await readToken(terminal, given));
  const { status, kind, holder, grantor, limits, spent, left, jti, parents, issued, expires } = inspected;
  const names = new Map<string, string>();
  for (const key of new Set([holder, grantor, ...(limits.payees ?? [])])) names.set(key, await named(client, key));
  const name = (key: string) => names.get(key) ?? key;
  const now_ms = Date.now();
  const text = facts([
    ['status', status],
    ['kind', kind],
    ['holder', name(holder)],
    ['grantor', name(grantor)],
    ['limits', limitsInWords(limits, name)],
    ...(spent === undefined ? [] : [['spent', `${spent}, and ${left} left`] as const]),
    ['issued', moment(issued, now_ms)],
    ['expires', moment(expires, now_ms)],
    ['jti', jti],
    ['derived from', parents.join('\n') || 'no other'],
  ]);
  return { text, json: inspected };
}

/** By jti or by the capability itself. */
export async function revokeCapability(client: Client, terminal: Terminal, given: string): Promise<Report> {
  const target = UUID.test(given) ? given : await readToken(terminal, given);
  const jti = UUID.test(target) ? target.toLowerCase() : (await inspect(client, target)).jti;
  await client.call('operator.revoke', { jti });
  return { text: `revoked ${jti}, and all that was derived from it`, json: { jti, revoked: true } };
}

async function readToken(terminal: Terminal, given: string): Promise<string> {
  const token = (given === '-' ? await readSecret(terminal, 'Capability: ') : given).trim();
  if (token === '') throw usageError('there is no capability on the standard input');
  return token;
}

async function inspect(client: Client, capability: string): Promise<Inspected> {
  return (await client.call('operator.inspectCapability', { capability })) as Inspected;
}

/** A key with the name of its avatar, where there is one. */
async function named(client: Client, key: string): Promise<string> {
  if (!UUID.test(key)) return key;
  try {
    return `${await client.ask('general.getAvatarName', { akey: key })} (${key})`;
  } catch (error) {
    if (error instanceof CliError && error.code === 'general.unknown_avatar') return key;
    throw error;
  }
}

function limitsInWords({ accounts, payees, maxEach, total }: Inspected['limits'], name: (key: string) => string): string {
  const lines: string[] = [];
  if (accounts) lines.push(accounts.length > 0 ? `only the accounts ${accounts.join(', ')}` : 'no account at all');
  if (payees) lines.push(payees.length > 0 ? `only payments to ${payees.map(name).join(', ')}` : 'no payments to anybody');
  if (maxEach !== undefined) lines.push(`at most ${maxEach} in one payment`);
  if (total !== undefined) lines.push(`at most ${total} in all payments together`);
  return lines.join('\n') || 'none';
}
