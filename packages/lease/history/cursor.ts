import { isUuid, type Uuid } from '@scrip/kernel';
import { invalidParams } from '@scrip/rpc';

/** A record's place in the history, newest first. */
export interface RecordPlace {
  /** Microseconds since 1970. */
  readonly at_us: bigint;
  readonly id: Uuid;
}

export function cursorOf({ at_us, id }: RecordPlace): string {
  return `${at_us}.${id}`;
}

/** What a caller sent back. Raises invalid_params. */
export function readCursor(cursor: string): RecordPlace {
  const [, micros, id] = /^([0-9]{1,17})\.(.+)$/.exec(cursor) ?? [];
  if (micros !== undefined && id !== undefined && isUuid(id)) return { at_us: BigInt(micros), id };
  throw invalidParams(`cursor is ${JSON.stringify(cursor.slice(0, 40))}; what the page before gave is needed, or an empty text`);
}
