import { Typed } from './type.ts';

/** What a number or the tags around a value take. */
const ABOUT = 32;

/** About how many bytes a value takes in a reply, for budgets. */
export function roughSize(value: unknown): number {
  if (typeof value === 'string') return value.length + ABOUT;
  if (typeof value !== 'object' || value === null) return ABOUT;
  if (value instanceof Typed) return roughSize(value.value);
  if (value instanceof Uint8Array) return Math.ceil((value.length * 4) / 3) + ABOUT;
  let size = ABOUT;
  if (Array.isArray(value)) for (const element of value) size += roughSize(element);
  else for (const [name, member] of Object.entries(value)) size += name.length + ABOUT + roughSize(member);
  return size;
}
