import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { run as ledger } from './ledger.ts';
import { run as lists } from './lists.ts';
import { run as payments } from './payments.ts';
import { run as polling } from './polling.ts';
import { run as rooms } from './rooms.ts';
import type { Row } from './row.ts';
import { run as search } from './search.ts';
import { run as xmlRpcCodec } from './xmlrpc-codec.ts';

// npm run bench [ledger|payments|lists|search|polling|rooms|codec]: each figure beside its peer, in one run on one machine; the ratio is what counts.

const SUITES = { ledger, payments, lists, search, polling, rooms, codec: xmlRpcCodec };
const OUTPUT = 'test-results/bench.json';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(SUITES, name));
if (unknown.length > 0) {
  console.error(`no benchmark is called ${unknown.join(', ')}; there are ${Object.keys(SUITES).join(', ')}`);
  process.exit(2);
}

const say = (text: string) => console.error(`… ${text}`);
const rows: Row[] = [];
for (const [name, suite] of Object.entries(SUITES)) if (wanted.length === 0 || wanted.includes(name)) rows.push(...(await suite(say)));

const number = (value: number | undefined) =>
  value === undefined ? '' : value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
const table = [
  ['what', 'ours', 'peer', 'unit', 'ratio', 'target', 'beside'],
  ...rows.map((row) => [row.name, number(row.ours), number(row.peer), row.unit, number(row.ratio), row.target ?? '', row.peerName ?? '']),
];
const widths = table[0]?.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0))) ?? [];
console.log(`\n${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}; medians\n`);
for (const line of table)
  console.log(
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );

mkdirSync('test-results', { recursive: true });
writeFileSync(
  OUTPUT,
  `${JSON.stringify({ time: new Date().toISOString(), node: process.version, cores: cpus().length, rows }, null, 2)}\n`,
);
console.log(`\nwritten to ${OUTPUT}`);
