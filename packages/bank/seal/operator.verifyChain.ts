import { operatorAuthority } from '@scrip/capability';
import { invalidParams, type Procedure, param, procedure, t } from '@scrip/rpc';
import type { Bank } from '../bank.ts';
import * as params from '../params.ts';
import type { Anchor } from './verify.ts';

const ANCHOR = /^([1-9]\d{0,17}):([0-9a-f]{64})$/i;

export const verifyChain = (bank: Bank): Procedure =>
  procedure({
    name: 'operator.verifyChain',
    summary: "Tells whether the books and the operators' log are as they were sealed.",
    notes: [
      'What is booked is sealed within a second or two: each seal covers journals with all of their rows, what operators called, and the seal before it. This',
      'compares all of that, in one snapshot, and stops at the first row that was changed, removed or added behind the back of the',
      'ledger. Whoever can write to the database could make the whole chain anew; keep the newest seal somewhere else, and give it',
      'as `expect` later. Reads all entries: a million journals take up to a minute.',
    ].join('\n'),
    params: {
      capabilities: params.capabilities,
      expect: param(t.string({ max: 84 }), 'A seal that the chain must still hold, as NUMBER:HASH; empty: none.', ''),
    },
    result: t.struct({
      ok: t.boolean(),
      seals: t.int({ max: Number.MAX_SAFE_INTEGER }),
      journals: t.int({ max: Number.MAX_SAFE_INTEGER }),
      log_rows: t.int({ max: Number.MAX_SAFE_INTEGER }),
      unsealed: t.int({ max: Number.MAX_SAFE_INTEGER }),
      head_number: t.int({ max: Number.MAX_SAFE_INTEGER }),
      head_hash: t.string(),
      first_bad: t.string(),
    }),
    resultDoc: [
      "How many seals were found good, how many journals and rows of the operators' log they cover (a call and its outcome are a row",
      'each), and how many journals wait for a seal; number and hash of the newest',
      'seal (0 and zeros where there is none); which row is the first that is not as it was sealed, in words, empty if ok.',
    ].join(' '),
    faults: [],
    authority: operatorAuthority('read'),
    handler: async (input) => {
      const { headNumber, headHash, firstBad, logRows, ...numbers } = await bank.verifyChain(anchorOf(input.expect));
      return { ...numbers, log_rows: logRows, head_number: headNumber, head_hash: headHash, first_bad: firstBad };
    },
  });

function anchorOf(expect: string): Anchor | undefined {
  if (expect === '') return undefined;
  const [, number = '', hash = ''] = ANCHOR.exec(expect) ?? [];
  if (number === '') {
    throw invalidParams(
      `expect is ${JSON.stringify(expect)}; NUMBER:HASH is needed, as an earlier call returned them: 12:4f0a… with 64 hex digits`,
    );
  }
  return { number: BigInt(number), hash: hash.toLowerCase() };
}
