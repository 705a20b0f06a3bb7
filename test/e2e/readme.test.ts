import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { inProcessServer } from '../testkit/server.ts';
import { needsTool, type Tool } from './clients/run.ts';

/** The README's programs, as they are printed there but for the port. */
const server = inProcessServer();
const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

const EXAMPLES: readonly { language: string; tool: Tool; file: string }[] = [
  { language: 'python', tool: 'python3', file: 'pay.py' },
  { language: 'php', tool: 'php', file: 'pay.php' },
  { language: 'js', tool: 'node', file: 'pay.mjs' },
];

for (const [at, { language, tool, file }] of EXAMPLES.entries()) {
  it(`the ${language} example pays, and pays once when it is run again`, async ({ skip }) => {
    needsTool(tool, skip);
    const code = new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(README)?.[1]?.replaceAll('http://127.0.0.1:8080', server.url);
    expect(code).toContain(server.url);
    const directory = await mkdtemp(join(tmpdir(), 'scrip-readme-'));
    try {
      const path = join(directory, file);
      await writeFile(path, code as string);
      const run = async () => (await promisify(execFile)(tool, [path])).stdout;
      const first = await run();
      expect(first).toMatch(new RegExp(`^paid: [0-9a-f-]{36}\\nleft: ${5_000 - 25 * (at + 1)}(\\.0)?\\n$`));
      expect(await run()).toBe(first);
    } finally {
      await rm(directory, { recursive: true });
    }
  });
}
