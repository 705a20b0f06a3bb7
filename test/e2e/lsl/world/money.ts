/** Why a payment of a script did not go, as `transaction_result` words it. */
export type Failure =
  | 'GENERIC'
  | 'INVALID_AMOUNT'
  | 'INVALID_DESTINATION'
  | 'LINDENDOLLAR_INSUFFICIENTFUNDS'
  | 'MISSING_PERMISSION_DEBIT'
  | 'SERVICE_ERROR'
  | 'THROTTLED'
  | 'EXPIRED';

/** What becomes of a payment: whether the money moves, and what the script hears: `ok`, a failure, or nothing. */
export interface Fate {
  readonly moves: boolean;
  readonly says: 'ok' | Failure | undefined;
}

export interface Transfer {
  readonly from: string;
  readonly to: string;
  readonly amount: number;
}

const DONE: Fate = { moves: true, says: 'ok' };

/** The grid's own money. */
export class Money {
  readonly balances = new Map<string, number>();
  /** A test may decide otherwise on a payment that could be made. */
  decide: (transfer: Transfer) => Fate = () => DONE;
  /** When each owner's scripts paid. */
  readonly paid = new Map<string, readonly number[]>();

  balanceOf(akey: string): number {
    return this.balances.get(akey) ?? 0;
  }

  /** Raises an Error where it is not there, or nobody is there to get it. */
  move(from: string, to: string, amount: number): void {
    if (!this.balances.has(to) || this.balanceOf(from) < amount) throw new Error(`${from} can't pay ${amount} to ${to}`);
    this.balances.set(from, this.balanceOf(from) - amount);
    this.balances.set(to, this.balanceOf(to) + amount);
  }
}
