import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { StartError } from '@scrip/database';
import { type MailServer, readMailServer } from '@scrip/ports';

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Undefined: the embedded PostgreSQL. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  /** Undefined: as the database suggests (an empty embedded one gets the demo world). */
  readonly demo: boolean | undefined;
  readonly diagnostics: boolean;
  readonly bodyLimit: number;
  readonly batchLimit: number;
  readonly logLevel: string;
  /** Whether the documented MD5 challenge may be used to log in. */
  readonly challengeLogin: boolean;
  /** Whether passwords may come over plain HTTP from other machines. */
  readonly plainLogin: boolean;
  /** Addresses and networks of the proxies whose X-Forwarded-For and X-Forwarded-Proto are believed. */
  readonly trustedProxies: readonly string[];
  /** Origins whose pages may call the protocols; `*` for any. */
  readonly origins: readonly string[];
  /** Seconds after which a customer who gives no sign of life is sent out of a room. */
  readonly roomPurge: number;
  /** Undefined: mail stays in the outbox. */
  readonly mail: MailServer | undefined;
  /** The file of the module with the operator's hooks; undefined: none. */
  readonly hooks: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** Reads the environment as the README documents it. A wrong value is a StartError that names the variable. */
export function readConfig(env: Environment): Config {
  return {
    host: text(env, 'HOST') ?? '127.0.0.1',
    port: whole(env, 'PORT', 8080, 0, 65_535),
    databaseUrl: databaseUrl(env),
    dataDir: resolve(text(env, 'SCRIP_DATA') ?? '.scrip'),
    demo: flag(env, 'SCRIP_DEMO'),
    diagnostics: flag(env, 'SCRIP_DIAGNOSTICS') ?? false,
    bodyLimit: whole(env, 'SCRIP_BODY_LIMIT', 262_144, 1_024, 64 * 1024 * 1024),
    batchLimit: whole(env, 'SCRIP_BATCH_LIMIT', 50, 1, 10_000),
    logLevel: logLevel(env),
    challengeLogin: flag(env, 'SCRIP_MD5_LOGIN') ?? true,
    plainLogin: flag(env, 'SCRIP_PLAIN_LOGIN') ?? false,
    trustedProxies: networks(env, 'SCRIP_TRUSTED_PROXIES'),
    origins: origins(env),
    roomPurge: whole(env, 'SCRIP_ROOM_PURGE', 30, 1, 3_600),
    mail: mailServer(env),
    hooks: file(env, 'SCRIP_HOOKS'),
  };
}

/** An empty variable counts as one that is not set, as shells and compose files leave them. */
function text(env: Environment, name: string): string | undefined {
  return env[name]?.trim() || undefined;
}

function file(env: Environment, name: string): string | undefined {
  const value = text(env, name);
  return value === undefined ? undefined : resolve(value);
}

function wrong(name: string, value: string, wanted: string): StartError {
  return new StartError(`${name} is ${JSON.stringify(value)}; ${wanted} is needed`);
}

function whole(env: Environment, name: string, fallback: number, min: number, max: number): number {
  const value = text(env, name);
  if (value === undefined) return fallback;
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= min && number <= max)) throw wrong(name, value, `a whole number from ${min} to ${max}`);
  return number;
}

function flag(env: Environment, name: string): boolean | undefined {
  const value = text(env, name);
  if (value === undefined) return undefined;
  if (value !== '0' && value !== '1') throw wrong(name, value, '0 or 1');
  return value === '1';
}

function networks(env: Environment, name: string): string[] {
  const value = text(env, name);
  if (value === undefined) return [];
  const list = value.split(',').map((one) => one.trim());
  for (const one of list) {
    const [address = '', prefix, ...rest] = one.split('/');
    const bits = isIP(address) === 6 ? 128 : 32;
    const fits = prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits);
    if (isIP(address) === 0 || !fits || rest.length > 0)
      throw wrong(name, value, 'a list of addresses or networks such as 10.0.0.0/8, with commas,');
  }
  return list;
}

function origins(env: Environment): string[] {
  const value = text(env, 'SCRIP_CORS');
  const list = value?.split(',').map((one) => one.trim()) ?? [];
  for (const one of list) {
    const isOrigin = /^https?:/.test(one) && URL.canParse(one) && new URL(one).origin === one;
    if (one !== '*' && !isOrigin)
      throw wrong('SCRIP_CORS', value ?? '', 'a list of origins such as https://shop.example, with commas, or *');
  }
  return list;
}

function logLevel(env: Environment): string {
  const value = text(env, 'LOG_LEVEL') ?? 'info';
  if (!LOG_LEVELS.includes(value)) throw wrong('LOG_LEVEL', value, `one of ${LOG_LEVELS.join(', ')}`);
  return value;
}

function databaseUrl(env: Environment): string | undefined {
  const value = text(env, 'DATABASE_URL');
  if (value === undefined) return undefined;
  // Never quoted in the message: it holds a password.
  if (!/^postgres(ql)?:\/\//.test(value) || !URL.canParse(value)) {
    throw new StartError('DATABASE_URL is no PostgreSQL address; one such as postgresql://user:password@host:5432/database is needed');
  }
  return value;
}

function mailServer(env: Environment): MailServer | undefined {
  const value = text(env, 'SCRIP_MAIL');
  if (value === undefined) return undefined;
  const server = readMailServer(value);
  // Never quoted in the message: it may hold a password.
  if (!server)
    throw new StartError('SCRIP_MAIL is no SMTP address; one such as smtp://user:password@host:587?from=scrip@example.org is needed');
  return server;
}
