import { defineFault, type Fault } from './faults.ts';

export const requestConflict = defineFault({
  code: 'bank.request_conflict',
  fault: 1204,
  kind: 'conflict',
  doc: 'This request id was used for another request. A retry repeats the very same parameters; a new payment takes a new id.',
});

/** bank.request_conflict, in the one text that it has. */
export function conflictOf(requestId: string): Fault {
  return requestConflict(
    `the request id ${JSON.stringify(requestId)} was used for another request; a retry must repeat it exactly, a new request needs a new id`,
  );
}
