import type { MasterKey } from '@scrip/capability';
import type { Draw, JournalId } from '@scrip/kernel';

/**
 * The random numbers by which odd units are given out, worked out of the journal's id under a key that only the servers have:
 * a retry draws the same, every server draws the same, and nobody who chooses a request id can know what it will draw. See
 * docs/decisions/splits.md.
 */
export class Draws {
  readonly #masterKey: Pick<MasterKey, 'mac'>;

  constructor(masterKey: Pick<MasterKey, 'mac'>) {
    this.#masterKey = masterKey;
  }

  /** Worked out when it is asked for first: nearly no payment has an odd unit. */
  of(id: JournalId): Draw {
    let number: bigint | undefined;
    return () => {
      number ??= BigInt(`0x${this.#masterKey.mac('share-draw', id).toString('hex', 0, 16)}`);
      return number;
    };
  }
}
