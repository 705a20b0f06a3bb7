import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, expect, it } from 'vitest';
import { inProcessServer } from '../../test/testkit/server.ts';
import { needsPython, python } from './testkit.ts';

const server = inProcessServer();
const HERE = import.meta.dirname;
const README = await readFile(join(HERE, 'README.md'), 'utf8');
/** The programs of the README, as printed, but for the address. */
const PROGRAMS = [...README.matchAll(/```python\n([^`]*)```/g)].map(([, text]) => text ?? '');

beforeEach(({ skip }) => needsPython(skip));

it('builds to a wheel that works without the repository, and runs the README’s programs', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'scrip-wheel-'));
  try {
    const build = `import sys; sys.path.insert(0, "build"); import build_wheel as b; print(b.build_wheel(sys.argv[1])); print(b.build_sdist(sys.argv[1]))`;
    const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1' };
    const { stdout } = await promisify(execFile)('python3', ['-c', build, directory], { cwd: HERE, env });
    const [wheel = '', archive = ''] = stdout.trim().split('\n');
    expect([wheel, archive]).toEqual(['scrip_client-0.1.0-py3-none-any.whl', 'scrip_client-0.1.0.tar.gz']);
    // A wheel is an archive that Python imports from.
    const [pay = '', transfer = ''] = PROGRAMS.map((text) => text.replaceAll('http://127.0.0.1:8080', server.url));
    expect(await python(pay, server.url, join(directory, wheel))).toMatch(/^paid: [0-9a-f-]{36}\nleft: \d+(\.0)?$/);
    expect(await python(transfer, server.url, join(directory, wheel))).toBe('not enough money');
    const names = `import zipfile, sys; print(" ".join(zipfile.ZipFile(sys.argv[1]).namelist()))`;
    const listed = await promisify(execFile)('python3', ['-c', names, join(directory, wheel)]);
    for (const name of ['scrip/__init__.pyi', 'scrip/_api.pyi', 'scrip/py.typed', 'scrip_client-0.1.0.dist-info/RECORD']) {
      expect(listed.stdout.trim().split(' ')).toContain(name);
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});

it('has types that Python can read, for each procedure, with the parameters in the order in which it takes them', async () => {
  const check = `
import ast, json, pathlib
from scrip._procedures import PROCEDURES
tree = ast.parse((pathlib.Path(__import__("scrip").__file__).parent / "_api.pyi").read_text())
classes = {one.name: one for one in tree.body if isinstance(one, ast.ClassDef)}
groups = {one.target.id: one.annotation.id for one in classes["Groups"].body}
found = {}
for group, name in groups.items():
    for method in classes[name].body:
        found[f"{group}.{method.name}"] = [arg.arg for arg in method.args.args[1:]]
wanted = {name: [one + "_" if one == "as" else one for one in known["params"] if one != "capabilities"] for name, known in PROCEDURES.items()}
print(json.dumps([found == wanted, len(found)]))`;
  const [same, many] = JSON.parse(await python(check, server.url));
  expect([same, many > 150]).toEqual([true, true]);
});
