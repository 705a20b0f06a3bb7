import { formatMinor, type OwnerKey } from '@scrip/kernel';
import type { StatementLine } from './model.ts';

const HEADER = 'transaction_id,time,type,amount,balance,other_akey,other_name,comment\r\n';

/** Some callers refuse replies over 512 KiB; the rest is room for what stands around the text. */
const MAX_BYTES = 500_000;

/** As XML or JSON these take up to four bytes more than in the text. */
const GROWS = /["&<>\t\r\n\\]/g;

/**
 * Spreadsheets take a cell that begins so for a formula, and whoever pays can write into the comment. In full width too,
 * and after blanks, which some of them skip.
 */
const FORMULA = /^\s*[=+\-@＝＋－＠;|\t\r\n]/;

/**
 * Where a semicolon, a tab or a bar separates cells, as a semicolon does in half of Europe, the quotes around a cell count
 * for nothing: what stands behind these, or begins a line, is the beginning of a cell then.
 */
const INNER_FORMULA = /([;|\t\r\n]\s*)(?=[=+\-@＝＋－＠])/g;

/**
 * An account's lines as CSV (RFC 4180) with a header line: amounts as exact decimals, times in UTC as `2006-10-23 03:08:00Z`.
 * What a spreadsheet would take for a formula in a name or comment gets an apostrophe in front. Ends before the line that could
 * make the reply too long.
 */
export function csv(lines: readonly StatementLine[], names: ReadonlyMap<OwnerKey, string>, scale: number): string {
  let text = HEADER;
  let bytes = HEADER.length;
  for (const { journalId, time, kind, amount, balance, counterparty, comment } of lines) {
    const name = names.get(counterparty) ?? '';
    const money = [formatMinor(amount, scale), formatMinor(balance, scale)];
    const row = `${[journalId, stamp(time), kind, ...money, counterparty, cell(name), cell(comment)].join(',')}\r\n`;
    bytes += Buffer.byteLength(row) + 4 * (row.match(GROWS)?.length ?? 0);
    if (bytes > MAX_BYTES) break;
    text += row;
  }
  return text;
}

/** To the second, as all times that callers see. */
function stamp(time: Date): string {
  return `${time.toISOString().slice(0, 19).replace('T', ' ')}Z`;
}

/** A text that others wrote. */
function cell(text: string): string {
  const inner = text.replace(INNER_FORMULA, "$1'");
  const harmless = FORMULA.test(text) ? `'${inner}` : inner;
  return /[",;|\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
