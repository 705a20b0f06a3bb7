import { notRepresentable } from './faults.ts';

/** Anything that may need work; most text has none of it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
const SPECIAL = /[&<>\r\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/;
/** What XML 1.0 has no way to write: with the `u` flag, the surrogates are those without their other half. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/u;
const FORBIDDEN_ALL = new RegExp(FORBIDDEN, 'gu');

/**
 * Text as XML content that reads back the same: a carriage return is written as a reference, since a parser would turn
 * it into a line feed. Raises not_representable for a character that XML 1.0 forbids; malformed XML would help nobody.
 */
export function escapeText(text: string): string {
  if (!SPECIAL.test(text)) return text;
  const forbidden = FORBIDDEN.exec(text)?.[0];
  if (forbidden !== undefined) {
    const code = forbidden.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    throw notRepresentable(`the call was done, but its result holds the character U+${code}, which XML can not carry; use JSON-RPC`);
  }
  let escaped = '';
  let done = 0;
  for (let i = 0; i < text.length; i++) {
    const reference = referenceFor(text.charCodeAt(i));
    if (reference === undefined) continue;
    escaped += text.slice(done, i) + reference;
    done = i + 1;
  }
  return escaped + text.slice(done);
}

function referenceFor(code: number): string | undefined {
  switch (code) {
    case 0x26:
      return '&amp;';
    case 0x3c:
      return '&lt;';
    case 0x3e:
      return '&gt;';
    case 0x0d:
      return '&#13;';
    default:
      return undefined;
  }
}

/** With U+FFFD for what XML can not carry, for texts that must go out whatever is in them. */
export function replaceForbidden(text: string): string {
  return text.replace(FORBIDDEN_ALL, '\ufffd');
}
