/** What a command found out: for people and, with --json, for programs. */
export interface Report {
  readonly text: string;
  readonly json: unknown;
  /** False: it was answered, but the answer is bad news (books that do not add up, a server that is not ready). */
  readonly good?: boolean;
}

/** Columns as wide as their widest cell; the head in capitals, and nothing after a row's last letter. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head.map((cell) => cell.toUpperCase()), ...rows.map((row) => row.map(printable))];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => width(line[column] ?? ''))));
  return lines
    .map((line) =>
      line
        .map((cell, column) => pad(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Names and values in two columns; of a value with several lines the further ones stand under the first. */
export function facts(pairs: readonly (readonly [name: string, value: string])[]): string {
  const widest = Math.max(...pairs.map(([name]) => width(name)));
  const indent = ' '.repeat(widest + 2);
  return pairs.map(([name, value]) => `${pad(name, widest)}  ${value.split('\n').map(printable).join(`\n${indent}`)}`).join('\n');
}

/** Without control and direction characters: what others wrote must not steer the operator's terminal. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\u{fffd}');
}

/** In characters as people count them, so that composed letters do not break the columns. */
function width(text: string): number {
  return [...new Intl.Segmenter().segment(text)].length;
}

function pad(text: string, to: number): string {
  return text + ' '.repeat(Math.max(0, to - width(text)));
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A span of time in its two largest units: `3 days 4 hours`. */
export function duration(seconds: number): string {
  let rest = Math.max(0, Math.round(seconds));
  const first = UNITS.findIndex(([, size]) => rest >= size);
  if (first < 0) return '0 seconds';
  const words: string[] = [];
  for (const [unit, size] of UNITS.slice(first, first + 2)) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) words.push(`${count} ${unit}${count === 1 ? '' : 's'}`);
  }
  return words.join(' ');
}

/** `2026-11-21 09:30:00 UTC, in 3 days` */
export function moment(iso: string, now_ms: number): string {
  const seconds = (Date.parse(iso) - now_ms) / 1000;
  const when = seconds >= 0 ? `in ${duration(seconds)}` : `${duration(-seconds)} ago`;
  return `${iso.slice(0, 19).replace('T', ' ')} UTC, ${when}`;
}
