import { isAscii } from 'node:buffer';
import { parseError } from '@scrip/rpc';

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The bytes 0x80 to 0x9f of windows-1252; the five that it leaves open stay the control characters of ISO-8859-1. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

const DECODERS: ReadonlyMap<string, (bytes: Uint8Array) => string> = new Map([
  ['utf-8', utf8],
  ['utf8', utf8],
  ['iso-8859-1', latin1],
  ['iso8859-1', latin1],
  ['iso_8859-1', latin1],
  ['latin1', latin1],
  ['us-ascii', ascii],
  ['ascii', ascii],
  ['windows-1252', windows1252],
  ['cp1252', windows1252],
]);

/**
 * The text of an XML body. Its charset is told by, in this order: a byte order mark, the charset parameter of the
 * Content-Type (RFC 7303), the encoding in the XML declaration; without any it is UTF-8. Taken are UTF-8, ISO-8859-1,
 * us-ascii and windows-1252; another charset, and bytes that the charset does not have, raise parse_error.
 */
export function decodeXml(bytes: Uint8Array, contentType: string | undefined): string {
  const name = byteOrderMark(bytes) ?? headerCharset(contentType) ?? declaredEncoding(bytes) ?? 'utf-8';
  const decode = DECODERS.get(name.toLowerCase());
  if (decode) return decode(bytes);
  throw parseError(`the charset ${JSON.stringify(name.slice(0, 40))} is not taken; send UTF-8, ISO-8859-1, us-ascii or windows-1252`);
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0xff && bytes[1] === 0xfe)) return 'utf-16';
  return undefined;
}

function headerCharset(contentType: string | undefined): string | undefined {
  const match = /;\s*charset\s*=\s*(?:"([^"]+)"|([^\s;"]+))/i.exec(contentType ?? '');
  return match?.[1] ?? match?.[2];
}

/** Looks at the first bytes as Latin-1: a declaration is ASCII in every charset that is taken. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = latin1(bytes.subarray(0, 200));
  return /^<\?xml\s[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
}

function utf8(bytes: Uint8Array): string {
  // Most bodies are ASCII, and are then read several times as fast.
  if (isAscii(bytes)) return latin1(bytes);
  try {
    return UTF8.decode(bytes);
  } catch {
    throw parseError('the body is not UTF-8; name its charset in the XML declaration or in the Content-Type');
  }
}

/** True ISO-8859-1; the WHATWG label of that name means windows-1252. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function windows1252(bytes: Uint8Array): string {
  return latin1(bytes).replace(/[\x80-\x9f]/g, (c) => WINDOWS_1252.charAt(c.charCodeAt(0) - 0x80));
}

function ascii(bytes: Uint8Array): string {
  if (!isAscii(bytes)) throw parseError('the body is said to be us-ascii, but has bytes beyond it');
  return latin1(bytes);
}
