import fc, { type Arbitrary } from 'fast-check';
import { bankWords } from './bank-words.ts';
import { generalWords } from './general-words.ts';
import { GIFTS_WORDS } from './gifts-words.ts';
import { LEASE_WORDS } from './lease-words.ts';
import type { Known } from './prepare.ts';
import { ROOM_WORDS } from './room-words.ts';
import { STUDIO_WORDS } from './studio-words.ts';
import type { Vocabulary } from './values.ts';
import { vendWords } from './vend-words.ts';
import { cool, mostly, number, type Words } from './words.ts';

/** The words that mean something in the demo world. */
export function vocabularyOf(known: Known, procedures: readonly string[]): Vocabulary {
  const words = [
    ...GIFTS_WORDS,
    ...LEASE_WORDS,
    ...ROOM_WORDS,
    ...STUDIO_WORDS,
    ...vendWords(known),
    ...bankWords(known),
    ...generalWords(known, procedures),
    ...EVERYWHERE,
  ];
  return (procedure, param) => {
    if (param === 'capabilities') return capabilities(known, procedure);
    return words.find(([pattern]) => pattern.test(`${procedure} ${param}`))?.[1];
  };
}

/** What Secret2 Linden does, who rents from ImSoCool Mann and buys there. */
const CUSTOMERS =
  /^lease\.(rent|extend|extendFree|setPayer|transfer|myLeases|quote)$|^vend\.(buy|quote|vote|buyGiftCard|redeemGiftCard|my\w+|credits)$/;

function capabilities(known: Known, procedure: string): Arbitrary<unknown> {
  const { operator, secret2, chad, expired, revoked, grants } = known;
  const usual = procedure.startsWith('operator.') ? operator : CUSTOMERS.test(procedure) ? secret2 : known.cool;
  const bad = [[], [''], ['nonsense'], [expired], [revoked], [expired, usual], Array(17).fill(usual), usual];
  return fc.oneof(
    { arbitrary: fc.constant([usual]), weight: 22 },
    { arbitrary: fc.constantFrom([secret2], [chad], [operator], [known.cool]), weight: 3 },
    { arbitrary: fc.constantFrom(...grants).map((grant) => [secret2, grant]), weight: 3 },
    { arbitrary: fc.constantFrom<unknown[]>(...bad), weight: 2 },
    { arbitrary: fc.shuffledSubarray([usual, secret2, chad, expired, revoked, ...grants], { maxLength: 4 }), weight: 2 },
  );
}

const EVERYWHERE: Words = [
  [/realm$/, number(0, 15).map((n) => (n === 0 ? 'elsewhere' : ''))],
  [/(akey|avatar_name|merchant)$/, cool],
  [/amount$/, number(1, 20)],
  [/secs$/, mostly(86_400, 3_600, 604_800, '86400', 2_592_000)],
  [/percent$/, number(0, 60)],
  [/ (offset|leg)$/, mostly(0, 1, '0')],
  [/ limit$/, mostly(100, 10, 1, '5')],
  [/ request_id$/, mostly('', 'r1', 'r2')],
  [/ (from|to)_time$/, mostly('', '2006-10-23T03:08:00Z', '20991231T00:00:00')],
  [/ (text|comment|note|description|tags)$/, mostly('', 'Zoë & <日本> "😀"', 'demo world')],
];
