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

const NO_LOGIN = '--no-login adds an avatar that can not log in';

export async function addAvatar(client: Client, terminal: Terminal, name: string, wanted: NewAvatar): Promise<Report> {
  if (!wanted.login && wanted.password !== undefined) throw usageError('--password and --no-login contradict each other');
  // The server takes an empty password for "no login", which must never come of a mishap.
  if (wanted.password === '') throw usageError(`the password is empty; ${NO_LOGIN}`);
  const password = wanted.login ? (wanted.password ?? (await readNewPassword(terminal, NO_LOGIN))) : '';
  const akey = await client.call('operator.addAvatar', { name, password, akey: wanted.key ?? '', email: wanted.email ?? '' });
  return { text: String(akey), json: { akey } };
}

/** The password is never an argument, which others on the machine could see. */
export async function setPassword(client: Client, terminal: Terminal, who: string): Promise<Report> {
  const password = await readNewPassword(terminal, 'avatar disable keeps somebody out');
  await client.call('operator.setPassword', { akey: who, password });
  return { text: `${who} has another password; all that was given to ${who} or by ${who} has ended`, json: { avatar: who, changed: true } };
}

export async function renameAvatar(client: Client, who: string, name: string): Promise<Report> {
  await client.call('operator.renameAvatar', { akey: who, name });
  return { text: `${who} is ${name} from now on`, json: { avatar: who, name } };
}

export async function disableAvatar(client: Client, who: string, disabled: boolean): Promise<Report> {
  await client.call('operator.disableAvatar', { akey: who, disabled: disabled ? 1 : 0 });
  const text = disabled
    ? `${who} is disabled: no login works, and all that was given to ${who} or by ${who} has ended`
    : `${who} is enabled, and has to log in and give grants anew`;
  return { text, json: { avatar: who, disabled } };
}

interface AvatarRow {
  readonly akey: string;
  readonly name: string;
  readonly email: string;
  readonly has_login: boolean;
  readonly challenge_login: boolean;
  readonly disabled: boolean;
  readonly created: string;
}

export async function listAvatars(client: Client, page: { offset: number; limit: number }): Promise<Report> {
  const avatars = (await client.call('operator.listAvatars', page)) as readonly AvatarRow[];
  const rows = avatars.map(({ name, akey, has_login, challenge_login, disabled, email, created }) => {
    const login = disabled ? 'disabled' : has_login ? (challenge_login ? 'password, md5' : 'password') : 'none';
    return [name, akey, login, email || '-', created.slice(0, 10)];
  });
  const lines = [rows.length > 0 ? table(['name', 'key', 'login', 'email', 'created'], rows) : 'no avatars'];
  if (avatars.length === page.limit) lines.push(`there may be more: --offset ${page.offset + page.limit}`);
  return { text: lines.join('\n\n'), json: avatars };
}
