import { type Database, statement } from '@scrip/database';
import { type Currency, NIL_UUID } from '@scrip/kernel';
import { mintId, payoutId } from '../ledger/ids.ts';

/** Additions wait for each other here; whoever reads does not wait. */
const LOCK = statement({ text: 'LOCK TABLE currency IN SHARE ROW EXCLUSIVE MODE' });

/** Reads currencies, and adds them with their accounts. */
export class CurrencyStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** By their codes. */
  list(): Promise<Currency[]> {
    return this.#database.prisma.currency.findMany({ orderBy: { code: 'asc' } });
  }

  /** Returns what the books have under this code, in any case, afterwards: another server may have been first. */
  add(wanted: Currency): Promise<Currency> {
    return this.#database.transaction(async (client) => {
      await LOCK.run(client);
      return this.#database.join(client, async (prisma) => {
        const found = await prisma.currency.findMany();
        const there = found.find(({ code }) => code.toLowerCase() === wanted.code.toLowerCase());
        if (there) return there;
        const { code, scale } = wanted;
        await prisma.currency.create({ data: { code, scale } });
        const system = { owner: NIL_UUID, currency: code };
        await prisma.account.createMany({
          data: [
            // Both may go below any number: what was minted, and what came in from a world, is in other accounts.
            { ...system, id: mintId(code), name: `mint ${code}`, floor: null },
            { ...system, id: payoutId(code), name: `payout ${code}`, floor: null },
          ],
          skipDuplicates: true,
        });
        return wanted;
      });
    });
  }
}
