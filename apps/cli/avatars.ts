import type { Client } from './client.ts';
import { usageError } from './errors.ts';
import { readNewPassword, type Terminal } from './input.ts';
import { type Report, table } from './report.ts';

export interface NewAvatar {
  /** False: the avatar has no login, and is paid in-world. */
  readonly login: boolean;
  readonly password?: string;
  readonly key?: string;
  readonly email?: string;
}

export async function addAvatar(client: Client, terminal: Terminal, name: string, wanted: NewAvatar): Promise<Report> {
  if (!wanted.login && wanted.password !== undefined) throw usageError('--password and --no-login contradict each other');
  // The server takes an empty password for "no login", which must never come of a mishap.
  if (wanted.password === '') throw usageError('the password is empty; --no-login adds an avatar that can not log in');
  const password = wanted.login ? (wanted.password ?? (await readNewPassword(terminal))) : '';
  const akey = await client.call('operator.addAvatar', { name, password, akey: wanted.key ?? '', email: wanted.email ?? '' });
  return { text: String(akey), json: { akey } };
}

interface AvatarRow {
  readonly akey: string;
  readonly name: string;
  readonly email: string;
  readonly has_login: boolean;
  readonly challenge_login: boolean;
  readonly created: string;
}

export async function listAvatars(client: Client, page: { offset: number; limit: number }): Promise<Report> {
  const avatars = (await client.call('operator.listAvatars', page)) as readonly AvatarRow[];
  const rows = avatars.map(({ name, akey, has_login, challenge_login, email, created }) => {
    const login = has_login ? (challenge_login ? 'password, md5' : 'password') : 'none';
    return [name, akey, login, email || '-', created.slice(0, 10)];
  });
  const lines = [rows.length > 0 ? table(['name', 'key', 'login', 'email', 'created'], rows) : 'no avatars'];
  if (avatars.length === page.limit) lines.push(`there may be more: --offset ${page.offset + page.limit}`);
  return { text: lines.join('\n\n'), json: avatars };
}
