import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names and checksums of the migrations that were released, in their order: they have run in databases out there. */
export function readReleased(directory) {
  return new Map(Object.entries(JSON.parse(readFileSync(join(directory, 'released.json'), 'utf8'))));
}

/** What must never happen to a released migration, a line each. `migrations` are those of prisma/migrations, in their order. */
export function releasedProblems(released, migrations) {
  const problems = [];
  const checksums = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  for (const [name, checksum] of released) {
    const found = checksums.get(name);
    if (found === undefined) problems.push(`prisma/migrations/${name} was released and is gone: put it back`);
    else if (found !== checksum) problems.push(`prisma/migrations/${name} was changed after its release: put it back, and write a new one`);
  }
  const last = [...released.keys()].sort().at(-1) ?? '';
  for (const { name } of migrations) {
    if (!released.has(name) && name < last)
      problems.push(`prisma/migrations/${name} would run before ${last}, which was released: give it a later time`);
  }
  return problems;
}
