import type { Fault } from '@scrip/rpc';

/** A fault as a document has it. */
export type WriteFault = (fault: Fault) => unknown;

export interface FaultTable<F> {
  /** What the document has for a fault's code: its number, its word. */
  readonly byCode: Readonly<Record<string, F>>;
  readonly otherwise: F;
  reply(documented: F, fault: Fault): unknown;
}

/** The one way from our faults to a document's: a row for each code. */
export function faultTable<F>({ byCode, otherwise, reply }: FaultTable<F>): WriteFault {
  const known = new Map(Object.entries(byCode));
  return (fault) => reply(known.get(fault.spec.code) ?? otherwise, fault);
}
