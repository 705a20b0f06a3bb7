const MAX_LENGTH = 254;

/** Not whether mail arrives, only that it is one address and fits into a header. */
export function isMailAddress(text: string): boolean {
  return text.length <= MAX_LENGTH && /^[^\s@,;<>\p{Cc}]+@[^\s@,;<>\p{Cc}]+$/u.test(text);
}
