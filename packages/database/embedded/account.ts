import { chmodSync, chownSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The uid and gid that PostgreSQL runs under. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** `nobody` on every Linux that we know; initdb wants the uid to have a name. */
const NOBODY: Account = { uid: 65534, gid: 65534 };

/** PostgreSQL refuses to run as root. Undefined means: as ourselves. */
export function otherAccount(): Account | undefined {
  return process.getuid?.() === 0 ? NOBODY : undefined;
}

/**
 * Whether the account may enter every directory above `path`, by owner, group and mode. Access lists are not looked at:
 * where they matter the start fails with PostgreSQL's own words.
 */
export function canReach(account: Account, path: string): boolean {
  for (let directory = dirname(path); ; directory = dirname(directory)) {
    const { mode, uid, gid } = statSync(directory);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (directory === dirname(directory)) return true;
  }
}

/**
 * A private directory of root's becomes passable for the account's group, and for nobody else, where everything above it
 * is passable already. What is inside stays closed by its own mode.
 */
export function letThrough(account: Account, directory: string): void {
  const { mode, uid } = statSync(directory);
  if (uid !== 0 || (mode & 0o077) !== 0 || !canReach(account, directory)) return;
  chownSync(directory, uid, account.gid);
  chmodSync(directory, (mode & 0o700) | 0o010);
}
