import { hash } from 'node:crypto';

/** Crockford's base32: no I, L, O and U, so that nothing in a code looks like something else. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 140 bits: nobody finds one by trying. */
const LENGTH = 28;
const GROUP = 4;

export const CODE_BYTES = LENGTH;

const GROUPS = new RegExp(`.{${GROUP}}(?=.)`, 'g');
const CODE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`);

/** The code that `CODE_BYTES` random bytes make, as people read it: groups of four with dashes between them. */
export function codeOf(random: Uint8Array): string {
  const letters = Array.from(random.subarray(0, LENGTH), (byte) => ALPHABET.charAt(byte % ALPHABET.length));
  return letters.join('').replace(GROUPS, '$&-');
}

/** What is kept of a code, as `codeOf` makes it: its SHA-256. */
export function hashOfCode(code: string): Buffer {
  return hash('sha256', code.replaceAll('-', ''), 'buffer');
}

/**
 * The hash of a code that somebody typed, in either case, with dashes and spaces anywhere, and with the letters that the
 * alphabet has not read as the digits that they look like. Undefined where it can't be a code.
 */
export function codeHash(typed: string): Buffer | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return CODE.test(code) ? hashOfCode(code) : undefined;
}
