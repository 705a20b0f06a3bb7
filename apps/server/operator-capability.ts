import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Capabilities } from '@scrip/capability';

const YEAR_s = 365 * 86_400;
const RENEW_BEFORE_s = 30 * 86_400;

/**
 * Makes sure that `<SCRIP_DATA>/operator.capability` holds a capability that will last, readable by the owner alone.
 * Returns its path.
 */
export async function keepOperatorCapability(capabilities: Capabilities, dataDir: string, now_ms: number): Promise<string> {
  const path = join(dataDir, 'operator.capability');
  const existing = await readFile(path, 'utf8').catch(() => '');
  const verified = await capabilities.verify(existing.trim()).catch(() => undefined);
  if (verified?.kind === 'operator' && verified.expiresAt.getTime() - now_ms > RENEW_BEFORE_s * 1000) return path;
  const { token, jti } = await capabilities.issue({ kind: 'operator', sub: 'operator', grantor: 'operator', validForSecs: YEAR_s });
  // Renamed into place, so that nobody reads half of it, and under a name that no other server on this directory takes.
  const draft = `${path}.${jti}`;
  await writeFile(draft, `${token}\n`, { mode: 0o600 });
  await rename(draft, path);
  return path;
}
