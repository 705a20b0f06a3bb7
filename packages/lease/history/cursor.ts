import { isUuid, type Uuid } from '@scrip/kernel';
import { invalidParams } from '@scrip/rpc';

/** An entry's place in the history, newest first. */
export interface EntryPlace {
  /** Microseconds since 1970. */
  readonly at_us: bigint;
  readonly id: Uuid;
}

export function cursorOf({ at_us, id }: EntryPlace): string {
  return `${at_us}.${id}`;
}

/** What a caller sent back. Raises invalid_params. */
export function placeOf(cursor: string): EntryPlace {
  const [, micros, id] = /^([0-9]{1,17})\.(.+)$/.exec(cursor) ?? [];
  if (micros !== undefined && id !== undefined && isUuid(id)) return { at_us: BigInt(micros), id };
  throw invalidParams(`cursor is ${JSON.stringify(cursor.slice(0, 40))}; what the page before gave is needed, or an empty text`);
}
