import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inProcessServer } from '../../testkit/server.ts';
import { needsTool } from '../clients/run.ts';
import { KIT, php } from './php.ts';

/** The programs in the kit's README, as printed but for the port. */
const server = inProcessServer();
const PROGRAMS = [...readFileSync(join(KIT, 'README.md'), 'utf8').matchAll(/```php\n(.*?)```/gs)].map(([, code = '']) => code);

it('has programs that do what they say', { timeout: 60_000 }, async ({ skip }) => {
  needsTool('php', skip);
  const directory = await mkdtemp(join(tmpdir(), 'scrip-php-'));
  try {
    const printed: string[] = [];
    for (const program of PROGRAMS) {
      const file = join(directory, 'program.php');
      await writeFile(file, program.replace('http://127.0.0.1:8080', server.url));
      const { stdout, warnings } = await php('', file);
      expect(warnings).toEqual([]);
      printed.push(stdout);
    }
    expect(printed).toEqual(['Balance is 5000\n', expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ -25 from PHP\n$/)]);
  } finally {
    await rm(directory, { recursive: true });
  }
});
