import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { inProcessServer } from '../testkit/server.ts';
import { jsonRpc } from '../testkit/transports.ts';
import { needsTool, type Tool } from './clients/run.ts';
import { COOL, logIn, must, SECRET2 } from './demo-world.ts';

/** The README's programs, as they are printed there but for the port. */
const server = inProcessServer();
const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

const EXAMPLES: readonly { language: string; tool: Tool; file: string }[] = [
  { language: 'python', tool: 'python3', file: 'pay.py' },
  { language: 'php', tool: 'php', file: 'pay.php' },
  { language: 'js', tool: 'node', file: 'pay.mjs' },
];

/** What the README prints in this language, piece by piece. */
function pieces(language: string): string[] {
  const found = README.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'));
  return [...found].map(([, code = '']) => code.replaceAll('http://127.0.0.1:8080', server.url));
}

/** What a program prints when it is run, and when it is run again. */
async function runTwice(tool: Tool, file: string, code: string): Promise<[string, string]> {
  expect(code).toContain(server.url);
  const directory = await mkdtemp(join(tmpdir(), 'scrip-readme-'));
  try {
    const path = join(directory, file);
    await writeFile(path, code);
    const run = async () => (await promisify(execFile)(tool, [path])).stdout;
    return [await run(), await run()];
  } finally {
    await rm(directory, { recursive: true });
  }
}

for (const { language, tool, file } of EXAMPLES) {
  it(`the ${language} example pays, and pays once when it is run again`, async ({ skip }) => {
    needsTool(tool, skip);
    const invoke = jsonRpc(`${server.url}/jsonrpc`);
    const login = await logIn(invoke, COOL);
    const balance = () => must<number>(invoke, 'bank.accountBalance', [login], COOL.akey, 'working');
    const left = (await balance()) - 25;
    const [first, again] = await runTwice(tool, file, pieces(language)[0] ?? '');
    expect(first).toMatch(new RegExp(`^paid: [0-9a-f-]{36}\\nleft: ${left}(\\.0)?\\n$`));
    expect(again).toBe(first);
    expect(await balance()).toBe(left);
  });
}

it('the JavaScript example goes on to pay a group, rent a shop and buy a chair, each once', async () => {
  const invoke = jsonRpc(`${server.url}/jsonrpc`);
  const [cool, secret2] = [await logIn(invoke, COOL), await logIn(invoke, SECRET2)];
  const parts = pieces('js');
  expect(parts).toHaveLength(2);
  const [first, again] = (await runTwice('node', 'more.mjs', parts.join(''))).map((printed) => printed.slice(printed.indexOf('[')));
  // What the first piece prints as left is more by then: the chair has been paid.
  expect(again).toBe(first);
  expect(first).toMatch(
    /^\[.*'ImSoCool Mann', 60.*'Secret2 Linden', 40.*\]\nrented until \d{4}-\d\d-\d\dT\S+Z for 10\nbought Oak chair for 120\n$/s,
  );
  type Line = { comment: string; amount: number };
  const received = await must<Line[]>(invoke, 'bank.transactions', [secret2], SECRET2.akey, 'working');
  expect(received.filter(({ comment }) => comment === 'for the staff').map(({ amount }) => amount)).toEqual([4]);
  expect(await must(invoke, 'vend.sales', [cool], COOL.akey)).toMatchObject([{ product_name: 'Oak chair' }]);
});
