// node scripts/docs.mjs           writes docs/procedures.md, docs/openrpc.json, docs/errors.md and the generated files of the PHP kit
//                                 and of the TypeScript client from the declarations in the code
// node scripts/docs.mjs --check   says whether they are current, whether names, faults and the README agree with the code, and
//                                 whether what the pages for people link to and name is there
// Needs the generated database client (npm run build), but no database.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { clientTraits } from './client-traits.mjs';
import { clientTypes } from './client-types.mjs';
import { checkFaults, checkProcedureFiles, checkReadme } from './docs-checks.mjs';
import { root, sourceFiles } from './imports.mjs';
import { checkLinks, checkMentions, readPages, repositoryPaths } from './links.mjs';
import { phpClient } from './php-client.mjs';
import { procedureLists } from './procedures.mjs';
import { pythonClient } from './python-client.mjs';

const LISTS = [...procedureLists(sourceFiles()).keys()];
/** All that a server loads, and the doors that are ready for one, so that every fault is declared; and the lists of procedures. */
const ENTRY = `
  import './apps/server/server.ts';
  import '@scrip/protocol-relay';
  export { readConfig } from './apps/server/config.ts';
  export { createRpc, declaredFaults, faultsMarkdown, openRpcDocument, referenceMarkdown } from '@scrip/rpc';
  ${LISTS.map((path, at) => `import { procedures as list${at} } from './${path}';`).join('\n')}
  export const makers = [${LISTS.map((_path, at) => `...list${at}`).join(', ')}];
`;

/** Imports the server's own modules, bundled to a file from which their dependencies are found. */
async function loadServer() {
  const outfile = join(root, `dist/docs-${process.pid}.mjs`);
  const outside = {
    name: 'npm-packages-outside',
    setup: ({ onResolve }) => onResolve({ filter: /^[^./]/ }, ({ path }) => (path.startsWith('@scrip/') ? undefined : { external: true })),
  };
  const stdin = { contents: ENTRY, resolveDir: root, loader: 'ts' };
  mkdirSync(join(root, 'dist'), { recursive: true });
  await build({ stdin, outfile, bundle: true, platform: 'node', format: 'esm', plugins: [outside], logLevel: 'warning' });
  try {
    return await import(outfile);
  } finally {
    rmSync(outfile);
  }
}

/** Stands for the slices while procedures are declared: whatever is read of it is like it, and whatever is called fails. */
const inert = new Proxy(() => {}, {
  get: () => inert,
  apply() {
    throw new Error('a slice was called while procedures were declared; declaring them must not');
  },
});

/** Path -> text of everything that is generated, for a server with all that can be turned on. */
async function generate() {
  const { readConfig, makers, createRpc, declaredFaults, faultsMarkdown, openRpcDocument, referenceMarkdown } = await loadServer();
  const { batchLimit } = readConfig({});
  const procedures = makers.map((make) => make(inert));
  const { registry } = createRpc({ procedures, guard: inert, batchLimit });
  const openRpc = openRpcDocument(registry);
  return {
    'docs/procedures.md': referenceMarkdown(registry),
    'docs/openrpc.json': `${JSON.stringify(openRpc, null, 2)}
`,
    'docs/errors.md': faultsMarkdown(),
    'packages/client/api.ts': clientTypes(openRpc, declaredFaults()),
    'packages/client/trait-list.ts': clientTraits(openRpc),
    ...phpClient(openRpc.methods),
    ...pythonClient(openRpc),
  };
}

const [argument, ...rest] = process.argv.slice(2);
if (rest.length > 0 || (argument !== undefined && argument !== '--check')) {
  console.error('usage: node scripts/docs.mjs [--check]');
  process.exit(2);
}
const generated = await generate();
if (argument === undefined) {
  for (const [path, text] of Object.entries(generated)) writeFileSync(join(root, path), text);
  console.log(Object.keys(generated).join('\n'));
  process.exit(0);
}

const read = (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '');
const files = sourceFiles();
const paths = repositoryPaths();
const problems = [
  ...Object.entries(generated).flatMap(([path, text]) => (read(path) === text ? [] : [`${path} is not current; npm run docs writes it`])),
  ...checkFaults(files, generated['docs/errors.md']),
  ...checkProcedureFiles(
    files,
    JSON.parse(generated['docs/openrpc.json']).methods.map((method) => method.name),
  ),
  ...checkReadme(files, read('README.md')),
  ...checkLinks(readPages(paths), paths),
  ...checkMentions(files, paths),
];
for (const problem of problems) console.error(problem);
if (problems.length === 0) console.log('docs: they say what the code does');
process.exit(problems.length === 0 ? 0 : 1);
