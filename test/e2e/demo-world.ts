import { createHash } from 'node:crypto';
import type { Invoke } from '../testkit/transports.ts';

/** Two avatars of the demo world. */
export const COOL = { name: 'ImSoCool Mann', akey: 'e4b4f1b3-f9fb-ceb4-b031-1a128795d26b', password: 'yourpasswordhere' };
export const SECRET2 = { name: 'Secret2 Linden', akey: '3d9c9417-6b10-594b-b7b0-7d21616aaf50', password: 'secret2' };

export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

/** The answer to a login challenge, as the Apez document has it. */
export function answer(challenge: string, akey: string, password: string): string {
  return md5(challenge + akey + md5(password));
}

/** The result of a call that must succeed. */
export async function must<T>(invoke: Invoke, method: string, ...params: unknown[]): Promise<T> {
  const outcome = await invoke(method, params);
  if ('fault' in outcome) throw new Error(`${method}: ${outcome.faultString}`);
  return outcome.result as T;
}

/** The string of a fault that must come. */
export async function refusal(invoke: Invoke, method: string, ...params: unknown[]): Promise<string> {
  const outcome = await invoke(method, params);
  if ('fault' in outcome) return outcome.faultString;
  throw new Error(`${method} was not refused: ${JSON.stringify(outcome.result)}`);
}

export async function logIn(invoke: Invoke, { akey, password }: { akey: string; password: string }, valid_s = 3600): Promise<string> {
  const challenge = await must<string>(invoke, 'general.getLoginChallenge', akey);
  return must<string>(invoke, 'general.getLoginCapability', akey, answer(challenge, akey, password), valid_s);
}
