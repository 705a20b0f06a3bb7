import { isMailAddress, isUuid, NIL_UUID, nameKey, tidyName } from '@scrip/kernel';
import { invalidParams } from '@scrip/rpc';
import { invalidName } from '../errors.ts';

const MAX_NAME_LENGTH = 63;
export const MAX_PASSWORD_BYTES = 1024;

/**
 * Control and format characters (zero width, change of direction), fillers, the blank of Braille and line breaks: two names
 * that look alike would differ.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Whether a tidy name holds a character that shows nothing. */
export function isInvisibleIn(tidy: string): boolean {
  return INVISIBLE.test(tidy);
}

/** What is wrong with a tidy name, or undefined. Commas would break the CSV, `#` and `::` the relay's lines that names go out in. */
export function nameProblem(tidy: string): string | undefined {
  if (tidy === '') return 'it is empty';
  if (tidy.length > MAX_NAME_LENGTH) return `it has ${tidy.length} characters, and ${MAX_NAME_LENGTH} is the most`;
  if (isInvisibleIn(tidy)) return 'it holds an invisible character';
  if (/,|#|::/.test(tidy)) return 'it holds a comma, `#` or `::`';
  return isUuid(nameKey(tidy)) ? 'it looks like a key' : undefined;
}

/** The name as it will be kept; raises general.invalid_name. */
export function checkName(name: string): string {
  const tidy = tidyName(name);
  const problem = nameProblem(tidy);
  if (problem) throw invalidName(`${JSON.stringify(name.slice(0, MAX_NAME_LENGTH))} can not be an avatar's name: ${problem}`);
  return tidy;
}

export function checkEmail(email: string): string {
  if (isMailAddress(email)) return email;
  throw invalidParams(`email is ${JSON.stringify(email.slice(0, 40))}; an address such as somebody@example.org is needed`);
}

/** The nil key is what grids write for nobody, and owns the system's accounts here. */
export function checkKey(akey: string): string {
  if (akey === NIL_UUID)
    throw invalidParams(`akey is ${NIL_UUID}, which stands for nobody; the avatar's own key is needed, or nothing for a new one`);
  if (isUuid(akey)) return akey.toLowerCase();
  throw invalidParams(`akey is ${JSON.stringify(akey.slice(0, 40))}; a UUID is needed, or nothing for a new one`);
}

export function checkPassword(password: string): string {
  if (password !== '' && fitsPassword(password)) return password;
  throw invalidParams(`the password has ${Buffer.byteLength(password)} bytes; 1 to ${MAX_PASSWORD_BYTES} are taken`);
}

/** Whether it is short enough to be a password: the work for a longer one would be wasted. */
export function fitsPassword(password: string): boolean {
  return Buffer.byteLength(password) <= MAX_PASSWORD_BYTES;
}
