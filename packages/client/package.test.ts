import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../test/testkit/build.ts';
import { inProcessServer } from '../../test/testkit/server.ts';

const server = inProcessServer();
const run = promisify(execFile);
const HERE = join(ROOT, 'packages/client');
/** The promise to those who load it in pages. */
const MAX_COMPRESSED = 6_000;
let site = '';

/** The package as others get it, in a directory that knows nothing of this repository. */
beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), 'scrip-client-'));
  // The build has run; another one would change files under the feet of other tests.
  const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', site], { cwd: HERE });
  const home = join(site, 'node_modules/@scrip/client');
  await mkdir(home, { recursive: true });
  await run('tar', ['-xzf', join(site, stdout.trim()), '--strip-components=1', '-C', home]);
  await writeFile(join(site, 'package.json'), '{"type":"module"}');
});
afterAll(() => rm(site, { recursive: true, force: true }));

it('has less than 6 KB compressed', async () => {
  expect(gzipSync(await readFile(join(HERE, 'dist/index.js')), { level: 9 }).length).toBeLessThan(MAX_COMPRESSED);
});

it('holds nothing but the bundle, its types, its licence and its README', async () => {
  const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--dry-run', '--json'], { cwd: HERE });
  const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
  expect(files.map(({ path }) => path).sort()).toEqual(
    [
      'LICENSE',
      'README.md',
      'package.json',
      ...['api.d.ts', 'client.d.ts', 'faults.d.ts', 'index.d.ts', 'index.js', 'options.d.ts'].map((name) => `dist/${name}`),
    ].sort(),
  );
});

it('has no dependency, and uses nothing of Node', async () => {
  const manifest = JSON.parse(await readFile(join(site, 'node_modules/@scrip/client/package.json'), 'utf8'));
  expect(Object.keys(manifest).filter((key) => /dependencies/i.test(key))).toEqual([]);
  expect(await readFile(join(HERE, 'dist/index.js'), 'utf8')).not.toMatch(/\b(import|require|process|Buffer)\b\s*[({.'"]/);
});

describe("the README's", () => {
  const pieces = async (language: string) => {
    const readme = await readFile(join(HERE, 'README.md'), 'utf8');
    const found = [...readme.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))];
    return found.map(([, code = '']) => code.replaceAll('http://127.0.0.1:8080', server.url));
  };

  it('program pays, outside of the repository', async () => {
    const [program = ''] = await pieces('js');
    await writeFile(join(site, 'pay.js'), program);
    const { stdout } = await run(process.execPath, ['pay.js'], { cwd: site });
    expect(stdout).toMatch(/^paid: [0-9a-f-]{36}\nleft: \d+\n$/);
  });

  it('typed program compiles', async () => {
    const [program = ''] = await pieces('ts');
    await writeFile(join(site, 'readme.ts'), program);
    await compile('readme.ts', 'nodenext');
  });
});

it('does not keep a program alive once its calls have ended, however long the server asks it to wait', async () => {
  const busy = createServer((_request, response) => response.writeHead(503, { 'retry-after': '60' }).end());
  await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
  try {
    const url = `http://127.0.0.1:${(busy.address() as AddressInfo).port}`;
    const program = [
      "import { createClient } from '@scrip/client';",
      `const client = createClient({ url: '${url}', timeout_ms: 500 });`,
      'await client.bank.currencies().catch(({ code }) => console.log(code));',
    ];
    await writeFile(join(site, 'wait.js'), program.join('\n'));
    expect((await run(process.execPath, ['wait.js'], { cwd: site })).stdout).toBe('client.timeout\n');
  } finally {
    busy.close();
  }
});

it.each(['nodenext', 'bundler'])('has types that hold with the resolution %s', async (resolution) => {
  const text = await readFile(join(HERE, 'types.test-d.ts'), 'utf8');
  await writeFile(join(site, 'types.ts'), text.replace("'./index.ts'", "'@scrip/client'"));
  await compile('types.ts', resolution);
});

it('has types that the compiler looks at', async () => {
  await writeFile(join(site, 'wrong.ts'), "import { createClient } from '@scrip/client';\ncreateClient({ url: 5 });\n");
  await expect(compile('wrong.ts', 'nodenext')).rejects.toMatchObject({ stdout: expect.stringContaining('TS2322') });
});

async function compile(file: string, moduleResolution: string): Promise<void> {
  const options = {
    target: 'es2022',
    lib: ['es2022', 'dom'],
    types: [],
    module: moduleResolution === 'nodenext' ? 'nodenext' : 'esnext',
    moduleResolution,
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    noEmit: true,
  };
  await writeFile(join(site, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: [file] }));
  await run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', site], { cwd: site });
}
