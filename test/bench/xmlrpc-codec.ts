import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseCall, writeCall, writeResponse } from '@scrip/protocol-xmlrpc';
import { type Type, Typed, t } from '@scrip/rpc';
import { median, type Row } from './row.ts';

interface Case {
  readonly name: string;
  readonly type: Type<unknown>;
  readonly value: unknown;
}

type Work = 'parse' | 'write';

/** Runs one case once; what it returns is only looked at to see that it did its work. */
type Contestant = (work: Work, index: number) => unknown;

/** How many times as fast as each peer we mean to be. */
const TARGETS: Readonly<Record<Work, Readonly<Record<string, string>>>> = {
  parse: { 'Python xmlrpc.client': '>= 2', davexmlrpc: '>= 4' },
  write: { davexmlrpc: '>= 4' },
};

const ROUNDS = 7;
/** How long one contestant works on one case in one round. */
const SLICE_MS = 80;

const ROW = {
  id: t.int(),
  name: t.string(),
  owner: t.string(),
  price: t.double(),
  leased: t.boolean(),
  since: t.dateTime(),
  region: t.string(),
  x: t.int(),
  y: t.int(),
  note: t.string(),
};

function row(i: number) {
  return {
    id: i,
    name: `Shop #${i}`,
    owner: 'e4b4f1b3-f9fb-ceb4-b031-1a128795d26b',
    price: i * 1.25,
    leased: i % 3 === 0,
    since: new Date(1_160_000_000_000 + i * 86_400_000),
    region: 'Kinda',
    x: i % 256,
    y: (i * 7) % 256,
    note: 'Bread & butter <fresh>',
  };
}

const CASES: readonly Case[] = [
  {
    name: 'a small call',
    type: t.tuple(t.string(), t.string(), t.int(), t.double()),
    value: ['e4b4f1b3-f9fb-ceb4-b031-1a128795d26b', 'working', 20, 1.5],
  },
  { name: '1,000 structs of ten members', type: t.array(t.struct(ROW)), value: Array.from({ length: 1000 }, (_, i) => row(i)) },
  { name: '1 MB of base64', type: t.base64(), value: Buffer.alloc(1 << 20, 'a virtual economy ') },
];

/** What every contestant parses: the base64 in lines of 76, as most clients send it. */
const DOCUMENTS = CASES.map(({ value }) =>
  writeCall('bench.call', [value]).replace(/<base64>([^<]+)/, (_, text: string) => `<base64>\n${text.replace(/.{1,76}/g, '$&\n')}`),
);
const BODIES = DOCUMENTS.map((document) => Buffer.from(document));

/** Every contestant's writer gives a text; V8 may put off joining its pieces, and a search makes it do that work. */
function flat(text: string): number {
  return text.length + text.indexOf('\0');
}

const ours: Contestant = (work, index) => {
  if (work === 'parse') return parseCall(BODIES[index] as Buffer).params.length;
  const { type, value } = CASES[index] as Case;
  return flat(writeResponse(new Typed(type, value)));
};

const load = createRequire(import.meta.url);

function davexmlrpc(): Contestant {
  const library = load('davexmlrpc');
  return (work, index) => {
    if (work === 'write') return flat(library.getReturnText(CASES[index]?.value, 'xml'));
    let count = 0;
    library.server(String(BODIES[index]), (_error: unknown, _verb: string, params: unknown[]) => {
      count = params.length;
    });
    return count;
  };
}

function npmXmlrpc(): Contestant {
  const serializer = load('xmlrpc/lib/serializer.js');
  const Deserializer = load('xmlrpc/lib/deserializer.js');
  return (work, index) => {
    if (work === 'write') return flat(serializer.serializeMethodResponse(CASES[index]?.value));
    let count = 0;
    // The least stream that its reader takes: all of the document at once, which is the fastest for it.
    const stream = { setEncoding() {}, on() {}, pipe: (parser: { end(text: string): void }) => parser.end(String(BODIES[index])) };
    new Deserializer().deserializeMethodCall(stream, (_error: unknown, _method: string, params: unknown[]) => {
      count = params?.length ?? 0;
    });
    return count;
  };
}

/** Microseconds for one run of one case. The clock is read once in many runs of a short one: reading it costs too. */
function measure(contestant: Contestant, work: Work, index: number): number {
  const start = performance.now();
  let elapsed_ms = 0;
  let runs = 0;
  for (let next = 1; elapsed_ms < SLICE_MS; next = Math.min(next * 2, 256, Math.ceil((runs / elapsed_ms) * 5))) {
    for (let run = 0; run < next; run++) {
      if (!contestant(work, index)) throw new Error(`a contestant did not ${work} ${CASES[index]?.name}`);
    }
    runs += next;
    elapsed_ms = performance.now() - start;
  }
  return (elapsed_ms / runs) * 1000;
}

/** Python's xmlrpc.client in a process of its own that measures itself, one request a line. */
function startPython() {
  const child = spawn('python3', [helperPath()], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (request: object): Promise<number> => {
    child.stdin.write(`${JSON.stringify(request)}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error('the Python helper ended early');
    return Number(value);
  };
  return { ask, stop: () => child.stdin.end() };
}

/** The helper lies beside this source; a bundle is run from the repository's root. */
function helperPath(): string {
  const here = fileURLToPath(new URL('.', import.meta.url));
  return here.endsWith('test/bench/') ? `${here}xmlrpc_codec.py` : 'test/bench/xmlrpc_codec.py';
}

/** Compares our codec with davexmlrpc, npm's xmlrpc and, where there is one, Python's xmlrpc.client. */
export async function run(): Promise<Row[]> {
  const local = new Map<string, Contestant>([
    ['ours', ours],
    ['davexmlrpc', davexmlrpc()],
    ['npm xmlrpc', npmXmlrpc()],
  ]);
  const python = spawnSync('python3', ['-c', 'import xmlrpc.client']).status === 0 ? startPython() : undefined;
  for (const [index, document] of DOCUMENTS.entries()) await python?.ask({ index, document });

  const times = new Map<string, number[]>();
  const note = (peer: string, work: Work, index: number, us: number) => {
    const key = `${peer} ${work} ${index}`;
    times.set(key, [...(times.get(key) ?? []), us]);
  };
  // The first round warms up and is not counted; within a round the contestants take turns.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const work of ['parse', 'write'] as const) {
      for (const index of CASES.keys()) {
        for (const [peer, contestant] of local) {
          const us = measure(contestant, work, index);
          if (round > 0) note(peer, work, index, us);
        }
        if (python) {
          const us = await python.ask({ index, work, slice_ms: SLICE_MS });
          if (round > 0) note('Python xmlrpc.client', work, index, us);
        }
      }
    }
  }
  python?.stop();

  const rows: Row[] = [];
  for (const work of ['parse', 'write'] as const) {
    for (const [index, { name }] of CASES.entries()) {
      for (const peer of [...(python ? ['Python xmlrpc.client'] : []), 'davexmlrpc', 'npm xmlrpc']) {
        const mine = median(times.get(`ours ${work} ${index}`) as number[]);
        const theirs = median(times.get(`${peer} ${work} ${index}`) as number[]);
        const target = TARGETS[work][peer];
        rows.push({
          name: `XML-RPC ${work}, ${name}`,
          ours: mine,
          peer: theirs,
          peerName: peer,
          ratio: theirs / mine,
          unit: 'µs',
          ...(target && { target }),
        });
      }
    }
  }
  return rows;
}

// On its own only: in the bundle of all benchmarks their runner calls run().
if (/xmlrpc-codec\.[a-z]+$/.test(process.argv[1] ?? '')) console.table(await run());
