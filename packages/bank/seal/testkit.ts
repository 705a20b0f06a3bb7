import { NIL_UUID, newId, type Uuid } from '@scrip/kernel';
import type { World } from '../../../test/testkit/world.ts';
import { Batcher } from '../ledger/batcher.ts';
import { accountId, mintId, requestHash } from '../ledger/ids.ts';
import type { Journal } from '../ledger/model.ts';

const log = { info() {}, warn() {}, error() {} };

/** Posts to the books of a test world beneath the procedures, and seals them when it is told to. */
export function bookkeeper({ database, bank }: World) {
  const batcher = new Batcher(database, log);
  return {
    /** A journal of any shape; returns its id. */
    async post(parts: Partial<Journal>): Promise<Uuid> {
      const id = parts.id ?? newId();
      const journal = { id, principal: NIL_UUID, requestHash: requestHash('test', id), kind: 'pay', comment: '', transfers: [], ...parts };
      const outcome = await batcher.submit({ journal });
      if (!outcome.accepted) throw new Error(`refused: ${outcome.refusal.why}`);
      return id;
    },
    /** Accounts `working` with 1,000 each, of owners who are nobody. */
    async accounts(count: number): Promise<Uuid[]> {
      const owners = Array.from({ length: count }, newId);
      const ids = owners.map((owner) => accountId(owner, 'working'));
      await database.prisma.account.createMany({
        data: owners.map((owner, at) => ({ id: ids[at] as Uuid, owner, name: 'working', currency: 'L$', floor: 0n })),
      });
      for (const credit of ids) await this.post({ kind: 'mint', transfers: [{ debit: mintId('L$'), credit, amount: 1_000n }] });
      return ids;
    },
    drain: () => batcher.drain(),
    /** As a server does every second. */
    seal: async () => {
      await bank.jobs.find(({ name }) => name === 'seal the books')?.run();
    },
  };
}
