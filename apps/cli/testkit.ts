import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { expect } from 'vitest';
import type { TestServer } from '../../test/testkit/server.ts';
import { run } from './program.ts';

export interface Outcome {
  code: number;
  out: string;
  err: string;
}

/** Runs the command against a test server. */
export function commands(server: Pick<TestServer, 'url' | 'dataDir'>) {
  /** As a shell would: `input` is what a pipe sends it. */
  async function scrip(args: readonly string[], { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {}) {
    const outcome: Outcome = { code: 0, out: '', err: '' };
    outcome.code = await run(args, {
      env: { SCRIP_URL: server.url, SCRIP_DATA: server.dataDir, ...env },
      stdin: Readable.from(input === '' ? [] : [Buffer.from(input)]),
      stdout: { write: (text: string) => (outcome.out += text) },
      stderr: { write: (text: string) => (outcome.err += text) },
    });
    return outcome;
  }

  async function json(...args: string[]): Promise<Record<string, unknown>> {
    const { code, out, err } = await scrip([...args, '--json']);
    expect(err).toBe('');
    expect(out.trimEnd()).not.toContain('\n');
    return { code, ...(JSON.parse(out) as Record<string, unknown>) };
  }

  async function rpc(method: string, params: unknown): Promise<unknown> {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
    const reply = await fetch(`${server.url}/jsonrpc`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const { result, error } = (await reply.json()) as { result?: unknown; error?: { message: string } };
    if (error) throw new Error(error.message);
    return result;
  }

  async function loginOf(name: string, password: string): Promise<string> {
    const md5 = (text: string) => createHash('md5').update(text).digest('hex');
    const akey = await rpc('general.getAvatarKey', [name]);
    const challenge = await rpc('general.getLoginChallenge', [akey]);
    return (await rpc('general.getLoginCapability', [akey, md5(`${challenge}${akey}${md5(password)}`), 3600])) as string;
  }

  return { scrip, json, rpc, loginOf };
}
