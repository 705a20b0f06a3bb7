import { randomInt } from 'node:crypto';
import { isInvisibleIn } from '@scrip/avatars';
import { tidyName } from '@scrip/kernel';
import { invalidParams } from '@scrip/rpc';

const MAX_LENGTH = 63;
const FORMS = 50;

/** The nickname as it will be kept. Raises invalid_params. */
export function checkNickname(wanted: string): string {
  const nickname = tidyName(wanted);
  if (nickname !== '' && nickname.length <= MAX_LENGTH && !isInvisibleIn(nickname)) return nickname;
  throw invalidParams(
    `nickname is ${JSON.stringify(wanted.slice(0, MAX_LENGTH))}; 1 to ${MAX_LENGTH} characters that can be seen are needed`,
  );
}

/** The nickname, and forms of it for where it is taken: `Ann_0412`. */
export function formsOf(nickname: string): readonly string[] {
  const suffix = () => String(randomInt(10_000)).padStart(4, '0');
  return [nickname, ...Array.from({ length: FORMS }, () => `${nickname}_${suffix()}`)];
}
