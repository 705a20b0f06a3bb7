export { capabilitiesParam as capabilities } from '@scrip/capability';

import { type Decimal, isUuid, ZERO } from '@scrip/kernel';
import { commentParam, idParam, invalidParams, type Param, param, requestIdParam, type Type, t } from '@scrip/rpc';

// Parameters that many of the bank's procedures share, in the words of the Apez document.

/** One of an owner's accounts. */
export function accountName(doc: string, ...usual: [] | [string]): Param<string> {
  return param(t.string({ max: 63, min: 1 }), doc, ...usual);
}
export const avatar = (doc: string) => param(t.string({ max: 63, min: 1 }), `${doc} A name is taken too.`);
export const amount = param(t.amount(), 'Major units of the currency of the account that pays, in its decimal places; above zero.');
const COMMENT = 'Shown in the history of both accounts. Cut at 64 characters.';
export const comment = commentParam(COMMENT);
export const optionalComment = commentParam(COMMENT, '');
export const requestId = requestIdParam('booked');
export const transactionId = idParam('The transaction id.');
export const holdId = idParam('The id that bank.hold returned.');
export const refunded = param<Decimal>(t.amount({ min: 0 }), 'Major units; 0: all that was not refunded yet.', ZERO);
export const leg: Param<number> = param(
  t.int({ min: 0, max: 32_767 }),
  'Which transfer of the transaction, as operator.listPayouts tells it.',
  0,
);

const TEXT = t.string({ max: 42 });
/** An id, and a number behind a slash, which may be left out. */
const numbered = (write: (id: string, number: string | undefined) => string): Type<string> => ({
  ...TEXT,
  parse(value, path) {
    const given = TEXT.parse(value, path).toLowerCase();
    if (given === '') return '';
    const [, id = '', number] = /^([^/]*)(?:\/([0-9]{1,5}))?$/.exec(given) ?? [];
    if (isUuid(id)) return write(id, number);
    throw invalidParams(`${path} is ${JSON.stringify(given)}; an id from the list is needed, or an empty text`);
  },
});
const transfer = numbered((id, leg = '0') => `${id}/${Number(leg)}`);
const line = numbered((id, count) => (count === undefined ? id : `${id}/${Number(count)}`));

/** Where a page begins, in a list of transfers: a transaction can have several. */
export const afterLeg = (which: string): Param<string> =>
  param(
    transfer,
    `The ${which} of the last one of the page before, with a slash and its leg where that is not 0; empty for the first page.`,
    '',
  );

/** Where a page of an account's history begins: a transaction can have several lines there. */
export const afterLine: Param<string> = param(
  line,
  'The transaction_id of the last line before the page; where the transaction has several lines, with a slash and how many of them came. Empty for the first page.',
  '',
);
