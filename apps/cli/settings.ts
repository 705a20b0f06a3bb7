import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { CliError, usageError } from './errors.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where the server answers, without a slash at the end: SCRIP_URL, or HOST and PORT as the server reads them. */
export function serverUrl(env: Environment): string {
  const given = env['SCRIP_URL']?.trim();
  if (given) return checkedUrl(given);
  const host = env['HOST']?.trim() || '127.0.0.1';
  const port = env['PORT']?.trim() || '8080';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw usageError(`PORT is ${JSON.stringify(port)}; a number up to 65535 is needed`);
  if (Number(port) === 0) throw usageError('PORT is 0, so that the server took a free one: set SCRIP_URL to the address that it printed');
  return `http://${reachable(host)}:${port}`;
}

/** An address to call: a server that listens on every address of its machine answers on the loopback one as well. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}

function checkedUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // Not quoted in the message: an address with a password in it is one of those that are refused.
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) {
    throw usageError('SCRIP_URL is no address of a server; one such as http://127.0.0.1:8080 is needed, without user, query and fragment');
  }
  return url.href.replace(/\/+$/, '');
}

/** The operator's capability, and in words where it came from. */
export interface OperatorCapability {
  readonly token: string;
  readonly origin: string;
}

/** From SCRIP_CAPABILITY, or from the file that the server keeps under SCRIP_DATA. */
export async function operatorCapability(env: Environment): Promise<OperatorCapability> {
  const given = env['SCRIP_CAPABILITY']?.trim();
  if (given) return { token: checkedToken(given, 'SCRIP_CAPABILITY'), origin: 'SCRIP_CAPABILITY' };
  const path = join(resolve(env['SCRIP_DATA']?.trim() || '.scrip'), 'operator.capability');
  try {
    return { token: checkedToken((await readFile(path, 'utf8')).trim(), path), origin: path };
  } catch (error) {
    if (error instanceof CliError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? `there is no operator capability at ${path}` : `${path} can not be read (${code})`;
    const advice =
      code === 'EACCES'
        ? 'run this as the user that runs the server'
        : 'the server writes it when it starts; set SCRIP_DATA to the directory that the server uses';
    throw new CliError('no_capability', `${why}: ${advice}, or put the capability itself into SCRIP_CAPABILITY`);
  }
}

function checkedToken(token: string, origin: string): string {
  if (/^[\w.-]{1,4096}$/.test(token)) return token;
  throw new CliError(
    'no_capability',
    `what ${origin} holds is no capability; the server writes one to operator.capability under SCRIP_DATA`,
  );
}
