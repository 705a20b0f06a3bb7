import type { Database } from '@scrip/database';
import { ManualClock, newId } from '@scrip/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/testkit/database.ts';
import { LONGEST_VALID_s, MAX_VALID_s } from '../kinds.ts';
import type { Capability } from '../model.ts';
import { Revocations } from './revocations.ts';

let database: Database & { drop(): Promise<void> };
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

test('marks are kept for as long as they can hit something, and no longer', async () => {
  const clock = new ManualClock(1_800_000_000_000);
  const [jti, unknown, avatar, sub] = [newId(), newId(), newId(), newId()];
  const issuedAt = new Date(clock.now());
  // Long before the database's clock marks anything.
  const moment = new Date(0);
  const of = (changes: Partial<Capability>): Capability => {
    const expiresAt = new Date(clock.now() + 60_000);
    return { kind: 'login', sub, grantor: sub, limits: {}, jti: newId(), parents: [], issuedAt, moment, expiresAt, kids: [], ...changes };
  };
  const revocations = await Revocations.open(database, clock);
  await revocations.revoke({ jti, until: new Date(clock.now() + 60_000) });
  await revocations.revoke({ jti: unknown });
  await revocations.revoke({ avatar });
  const hits = () => [of({ jti }), of({ jti: unknown }), of({ sub: avatar, grantor: avatar })].map((one) => revocations.covers(one));
  const rows = () => database.prisma.revocation.count();

  await revocations.purge();
  expect([hits(), await rows()]).toEqual([[true, true, true], 3]);
  clock.advance(60_000);
  await revocations.purge();
  expect([hits(), await rows()]).toEqual([[false, true, true], 2]);
  clock.advance(MAX_VALID_s * 1000);
  await revocations.purge();
  expect([hits(), await rows()]).toEqual([[false, true, false], 1]);
  clock.advance(LONGEST_VALID_s * 1000);
  await revocations.purge();
  expect([hits(), await rows()]).toEqual([[false, false, false], 0]);
});
