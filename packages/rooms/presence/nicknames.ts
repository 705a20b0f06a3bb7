import { isInvisibleIn } from '@scrip/avatars';
import { deriveId, tidyName } from '@scrip/kernel';
import { invalidParams } from '@scrip/rpc';

const MAX_LENGTH = 63;
const FORMS = 50;
const SUFFIXES = 10_000;
/** From one suffix to the next; a prime, so that all come before one comes again. */
const STEP = 2_357;

/** The nickname as it will be kept. Raises invalid_params. */
export function checkNickname(wanted: string): string {
  const nickname = tidyName(wanted);
  if (nickname !== '' && nickname.length <= MAX_LENGTH && !isInvisibleIn(nickname)) return nickname;
  throw invalidParams(
    `nickname is ${JSON.stringify(wanted.slice(0, MAX_LENGTH))}; 1 to ${MAX_LENGTH} characters that can be seen are needed`,
  );
}

/**
 * The nickname, and forms of it for where it is taken: `Ann_0412`. They are the same for the same customer each time, and others for other
 * customers, so that a thousand of one nickname find one each.
 */
export function formsOf(nickname: string, customer: string): readonly string[] {
  const first = Number.parseInt(deriveId('nickname', customer).slice(0, 8), 16);
  const suffix = (n: number) => String((first + n * STEP) % SUFFIXES).padStart(4, '0');
  return [nickname, ...Array.from({ length: FORMS }, (_, n) => `${nickname}_${suffix(n)}`)];
}
