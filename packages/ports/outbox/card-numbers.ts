/** Digits with at most three characters between them that are neither letters nor digits: `4242 4242-4242.4242`. */
const RUN = /\d(?:[^\p{L}\p{N}]{0,3}\d)*/gu;
const LONGEST = 19;

/** How the numbers of an issuer begin, and how long they are. */
const ISSUERS: readonly RegExp[] = [
  // Visa
  /^4(?:\d{12}|\d{15}|\d{18})$/,
  // Mastercard
  /^(?:5[1-5]|2[2-7])\d{14}$/,
  // American Express
  /^3[47]\d{13}$/,
  // Diners Club
  /^3[0689]\d{12,17}$/,
  // JCB
  /^(?:35\d{14,17}|(?:1800|2131)\d{11})$/,
  // Discover, UnionPay, Maestro, RuPay
  /^(?:5[06-8]|6)\d{11,17}$/,
  // Mir
  /^220[0-4]\d{12,15}$/,
];

/**
 * Whether a card number is in the text, in whatever groups that people write. It begins and ends where a group of digits does,
 * so that few dates and amounts that stand beside each other look like one.
 */
export function holdsCardNumber(text: string): boolean {
  for (const [run] of text.matchAll(RUN)) {
    const groups = run.match(/\d+/g) ?? [];
    for (let first = 0; first < groups.length; first++) {
      let digits = '';
      for (let last = first; last < groups.length && digits.length < LONGEST; last++) {
        digits += groups[last];
        if (isCardNumber(digits) && areWritten(groups.slice(first, last + 1))) return true;
      }
    }
  }
  return false;
}

function isCardNumber(digits: string): boolean {
  return ISSUERS.some((issuer) => issuer.test(digits)) && passesLuhn(digits);
}

/** Groups of one size, or of three digits and more behind the first: `1 2 … 9 10 11` are many numbers. */
function areWritten(groups: readonly string[]): boolean {
  return groups.every(({ length }) => length === groups[0]?.length) || groups.slice(1).every(({ length }) => length > 2);
}

/** ISO/IEC 7812-1, annex B: every second digit from the right is doubled, and the sum of all digits ends in 0. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 1; place <= digits.length; place++) {
    const digit = Number(digits.at(-place));
    sum += place % 2 === 1 ? digit : 2 * digit - (digit > 4 ? 9 : 0);
  }
  return sum % 10 === 0;
}
