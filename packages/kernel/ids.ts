import { hash, randomUUID } from 'node:crypto';

/** A UUID in its canonical lower-case spelling. */
export type Uuid = string;

/**
 * A UUID of one sort of thing. Any text may be taken for one, but an id of one sort is refused where another sort is wanted:
 * what mixes up an avatar and an account does not compile.
 */
type IdOf<Sort extends string> = Uuid & { readonly sort?: Sort };

export type AvatarKey = IdOf<'avatar'>;
export type GroupKey = IdOf<'group'>;
/** Who owns accounts: an avatar, a group, or a purse that a slice keeps for somebody (store credit, a gift card). */
export type OwnerKey = IdOf<'avatar' | 'group' | 'purse'>;
export type AccountId = IdOf<'account'>;
/** Of a payment, and of what was bought with it. */
export type JournalId = IdOf<'journal'>;

export const NIL_UUID: Uuid = '00000000-0000-0000-0000-000000000000';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether `text` is a UUID in either case; grids hand out keys of any version, so the version bits are not looked at. */
export function isUuid(text: string): boolean {
  return text.length === 36 && UUID.test(text);
}

/** A fresh random id (122 random bits). */
export function newId(): Uuid {
  return randomUUID();
}

/**
 * The id that belongs to these parts, the same in every process: RFC 9562 version 8 over SHA-256.
 * Each part is preceded by its length, so that no two different lists share an input.
 */
export function deriveId(...parts: readonly string[]): Uuid {
  let text = '';
  for (const part of parts) text += `${part.length}:${part}`;
  const hex = hash('sha256', text, 'hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
