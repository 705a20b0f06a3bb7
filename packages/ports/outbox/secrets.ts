import { holdsCardNumber } from './card-numbers.ts';

/**
 * What must never leave by the outbox, by the words that a refusal names it with. Each test sees a text as `spellings` writes
 * it. They err on the side of refusing: a text that looks like a secret can be written otherwise.
 */
const SECRETS: readonly (readonly [what: string, test: (text: string) => boolean])[] = [
  ['a capability', holdsCapability],
  ['a password or another secret under its name', holdsSecretField],
  ['a key', holdsKey],
  ['a card number', holdsCardNumber],
  ['a gift code', holdsGiftCode],
];

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** What of it a text holds, in words; undefined where it holds nothing. */
export function secretIn(text: string): string | undefined {
  // Keys of avatars and ids of payments are no secrets, and would be taken for one.
  const texts = spellings(text).map((spelling) => spelling.replace(UUID, '…'));
  return SECRETS.find(([, test]) => texts.some(test))?.[0];
}

/** What not even a link may hold: it lives longer than the link. */
export function secretInLink(link: string): string | undefined {
  const texts = spellings(link);
  if (texts.some(holdsCapability)) return 'a capability';
  return texts.some((text) => holdsCardNumber(text.replace(UUID, '…'))) ? 'a card number' : undefined;
}

/** As it stands, with what addresses escape put back, and what is base64 in it decoded; all with plain digits and nothing invisible. */
function spellings(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}|(?!\s)\p{Cc}/gu, '')
    .replace(/\p{Nd}/gu, digitOf);
  const unescaped = plain.replace(/%([2-7][0-9a-f])/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  const unmarked = plain.replace(/&#(x?)([0-9a-f]{1,6});/gi, (_, x, code) => String.fromCodePoint(codePoint(code, x ? 16 : 10)));
  const decoded = [...plain.matchAll(/[\w+/-]{16,}={0,2}/g)].map(([run]) => Buffer.from(run, 'base64').toString('latin1'));
  return [...new Set([plain, unescaped, unmarked, ...decoded])];
}

/** Digits of all scripts count from a zero of their own. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}

function codePoint(digits: string, base: number): number {
  const code = Number.parseInt(digits, base);
  return code <= 0x10_ff_ff ? code : 0xff_fd;
}

/** A part of a compact JWS (RFC 7515) that is JSON, also where a line was broken in it: `{"` begins with these letters in base64. */
function holdsCapability(text: string): boolean {
  return /eyJ[\w-]{16,}/.test(text.replace(/=?[\s"'+,]+/g, '')) || /\b(?:bearer|basic)\s+[\w.~+/-]{16,}/i.test(text);
}

const SECRET_NAMES = [
  '(?<!\\p{L})pass',
  'pass[\\s_-]*(?:wor[dt]|wd|phrase|code)',
  '(?<!\\p{L})pwd',
  'secret(?:[\\s_-]*(?:key|code|token))?',
  '(?:api|master|private|signing|site)[\\s_-]*key',
  '(?:auth|access|login)[\\s_-]*token',
  '(?<!\\p{L})cv[vc]2?',
  '(?<!\\p{L})pin(?:[\\s_-]*code)?',
  'gift[\\s_-]*(?:card[\\s_-]*)?code',
].join('|');
/** A name and its value: `password: x`, `"password" => "x"`, `password=x`, `<password>x<`, `<name>password</name>…`, `--password x`. */
const SECRET_FIELD = new RegExp(
  `(?:${SECRET_NAMES})(?:["'\`\\])]*\\s*(?::|=|>|</|,\\s*["'])|\\s+["'\`])[\\s=>"']*\\S|--(?:${SECRET_NAMES})\\s`,
  'iu',
);

function holdsSecretField(text: string): boolean {
  return SECRET_FIELD.test(text) || /\$(?:argon2|2[aby]\$|scrypt|pbkdf2)/.test(text);
}

/** 28 characters of Crockford's base32 as vend.buyGiftCard gives them out: as one, with dashes anywhere, or in equal groups. */
const CODE_CHARACTER = '[0-9A-TV-Z]';
const GIFT_CODES = [
  `${CODE_CHARACTER}(?:[-\u2010-\u2015\u2212]*${CODE_CHARACTER}){27}`,
  ...[1, 2, 4, 7, 14].map((size) => `${CODE_CHARACTER}{${size}}(?:[^\\p{L}\\p{N}]{1,3}${CODE_CHARACTER}{${size}}){${28 / size - 1}}`),
].map((code) => new RegExp(`(?<![\\p{L}\\p{N}])${code}(?![\\p{L}\\p{N}])`, 'giu'));

function holdsGiftCode(text: string): boolean {
  // One in a hundred thousand has no digit; sentences of four-letter words have none either.
  return GIFT_CODES.some((code) => (text.match(code) ?? []).some((found) => /\d/.test(found)));
}

/** PEM, hashes and keys in hexadecimal, bytes as numbers, and whatever in base64 is long and mixed enough for 256 bits. */
function holdsKey(text: string): boolean {
  if (/BEGIN [A-Z ]{0,20}PRIVATE KEY/.test(text) || /(?:\b\d{1,3}\s*,\s*){31}\d{1,3}\b/.test(text)) return true;
  if ((text.match(/(?:[0-9a-f]{2}[:\s]?){16,}/gi) ?? []).some((found) => /\d/.test(found) && /[a-f]/i.test(found))) return true;
  return (text.match(/[A-Za-z0-9+/_-]{42,}/g) ?? []).some(isMixed);
}

/** As random letters are, and long words and paths are not. */
function isMixed(run: string): boolean {
  if (count(run, /[A-Z]/g) < 4 || count(run, /[a-z]/g) < 4) return false;
  return /\d/.test(run) || count(run, /[a-z][A-Z]|[A-Z]{2}[a-z]/g) >= 4;
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}
