import { invalidParams, isStruct, publicAuthority, type Struct } from '@scrip/rpc';

export const PUBLIC = publicAuthority('it answers with what it was sent');
export const NOTES = 'Only on a server with SCRIP_DIAGNOSTICS=1.';

/** The number in a struct's member, or a fault that names it. */
export function number(struct: unknown, name: string): number {
  const value = isStruct(struct) && Object.hasOwn(struct, name) ? struct[name] : undefined;
  if (typeof value !== 'number') throw invalidParams(`the struct needs a number named ${name}`);
  return value;
}

/** The sum as an int. */
export function sum(numbers: readonly number[]): number {
  const result = numbers.reduce((total, one) => total + one, 0);
  if ((result | 0) !== result) throw invalidParams(`the sum is ${result}; numbers whose sum is whole and fits into 32 bits are needed`);
  return result;
}

export function struct(value: unknown, path: string): Struct {
  if (!isStruct(value)) throw invalidParams(`${path} must be a struct`);
  return value;
}

export const STOOGES = ['moe', 'larry', 'curly'] as const;
