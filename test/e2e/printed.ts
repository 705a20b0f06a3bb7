import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * An example of the Apez document. The wiki that it was printed from puts a no-break space before each `!`, which neither
 * PHP nor a script takes for a space: what its author wrote had a plain one.
 */
export function printed(file: string): string {
  return readFileSync(join(import.meta.dirname, '../fixtures/apez', file), 'utf8').replaceAll('\u00a0', ' ');
}
