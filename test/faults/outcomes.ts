import type { Answer } from './caller.ts';
import { isDeed } from './deals.ts';
import type { Outcome, Request } from './history.ts';

export const INTERNAL = -32_603;
/** Faults that leave it open whether the request is in the books: rate_limited, busy and internal. */
const OPEN = [1001, 1002, INTERNAL];

/** What procedures return that tell more than the transaction id, or something else. */
interface Told {
  readonly transaction_id?: string;
  /** Of a gift card: also the id of the transaction. */
  readonly card_id?: string;
  readonly code?: string;
  readonly lease_id?: string;
  readonly balance?: number;
}

/** What tells no transaction has the one that it had to have, or none. */
function tellsNoId({ effect: { deal } }: Request): boolean {
  return deal !== undefined && (isDeed(deal) || deal.what === 'redeemed');
}

function readResult(value: unknown, request: Request): { id: string; told: string } {
  if (typeof value === 'string') return { id: value, told: '' };
  const { transaction_id, card_id, code, lease_id, balance } = (typeof value === 'object' ? (value ?? {}) : {}) as Told;
  const id = tellsNoId(request) ? request.journal : (transaction_id ?? card_id ?? 'none');
  return { id, told: String(code ?? lease_id ?? balance ?? '') };
}

export function outcomeOf(answer: Answer, request: Request): Outcome {
  if (answer.kind === 'none') return { kind: 'unknown', why: answer.why };
  if (answer.kind === 'result') return { kind: 'acknowledged', ...readResult(answer.value, request) };
  const { fault, text } = answer;
  if (OPEN.includes(fault)) return { kind: 'unknown', why: `${fault} ${text}` };
  return { kind: 'refused', fault, text };
}
