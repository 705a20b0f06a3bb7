import type { Client } from './client.ts';
import { facts, printable, type Report } from './report.ts';

interface Chain {
  readonly ok: boolean;
  readonly seals: number;
  readonly journals: number;
  readonly log_rows: number;
  readonly unsealed: number;
  readonly head_number: number;
  readonly head_hash: string;
  readonly first_bad: string;
}

/** Long books are read in minutes; this is for those that nobody has yet. */
const TIMEOUT_ms = 3_600_000;
/** Then somebody who waits is told what for. */
const PATIENCE_ms = 3_000;

/** The books, compared with their seals by the server. Bad news where they differ. `progress` is where it is told that it takes long. */
export async function verifyChain(client: Client, expect: string, progress: { write(text: string): unknown } | undefined): Promise<Report> {
  const timer = setTimeout(
    () => progress?.write('scrip: comparing every entry with its seal; this takes a minute or so for each million of journals\n'),
    PATIENCE_ms,
  );
  const result = (await client.call('operator.verifyChain', { expect }, TIMEOUT_ms).finally(() => clearTimeout(timer))) as Chain;
  const lines: [string, string][] = [
    ['chain', result.ok ? 'the books are as they were sealed' : 'THE BOOKS ARE NOT AS THEY WERE SEALED'],
    ['seals', `${result.seals} good, over ${result.journals} journals and ${result.log_rows} rows of the operators' log`],
    ['to seal', `${result.unsealed} journals`],
  ];
  if (result.ok && result.head_number > 0) {
    lines.push([
      'newest',
      `${result.head_number}:${result.head_hash}\nKeep it elsewhere: --expect proves later that nobody has made the chain anew.`,
    ]);
  }
  const text = facts(lines);
  return { text: result.ok ? text : `${text}\n\n- ${printable(result.first_bad)}`, json: result, good: result.ok };
}

/** What was found out about the books, and under it about their chain. */
export function both(books: Report, chain: Report): Report {
  return {
    text: `${books.text}\n\n${chain.text}`,
    json: { ...(books.json as object), chain: chain.json },
    good: books.good !== false && chain.good !== false,
  };
}
