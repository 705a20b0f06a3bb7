import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';

export const KIT = join(import.meta.dirname, '../../../packages/client-php');

/** What a site's php.ini would say: where the kit is, and that every notice is seen. */
const SETTINGS = [
  `include_path=${KIT}`,
  'display_errors=stderr',
  'log_errors=0',
  'html_errors=0',
  'error_reporting=-1',
  'memory_limit=128M',
];

/** What PHP is started with, so that a program finds the kit. */
export function phpArguments(...argv: string[]): string[] {
  return [...SETTINGS.flatMap((setting) => ['-d', setting]), ...argv];
}

/** Runs PHP; `argv` are its arguments, of which the first is a file or `-r`. */
export async function php(url: string, ...argv: string[]): Promise<{ stdout: string; warnings: string[] }> {
  const { stdout, stderr } = await promisify(execFile)('php', phpArguments(...argv), {
    env: { ...process.env, APEZ_URL: url },
    timeout: 60_000,
    maxBuffer: 2 ** 24,
  });
  return { stdout, warnings: stderr.split('\n').filter((line) => line !== '') };
}

/** What a piece of PHP prints as JSON, with the kit included. It has `$input` and must be without warnings. */
export async function evaluate(url: string, code: string, input: unknown = null): Promise<unknown> {
  const program = `include("apez-api.php"); $input = json_decode($argv[1], true); ${code}`;
  const { stdout, warnings } = await php(url, '-r', program, '--', JSON.stringify(input));
  if (warnings.length > 0) throw new Error(warnings.join('\n'));
  return JSON.parse(stdout);
}

/** A server of HTTP for one test; gives its base address. */
export async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
