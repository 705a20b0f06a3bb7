import { Fault } from '@scrip/rpc';

/** What a call says that must be refused: the fault's code and text, or that there was none. */
export function faultOf(call: Promise<unknown>): Promise<string> {
  return saidBy(call, (fault) => fault.faultString);
}

/** The code alone. */
export function codeOf(call: Promise<unknown>): Promise<string> {
  return saidBy(call, (fault) => fault.spec.code);
}

function saidBy(call: Promise<unknown>, tell: (fault: Fault) => string): Promise<string> {
  return call.then(
    () => 'no fault',
    (error: unknown) => (error instanceof Fault ? tell(error) : String(error)),
  );
}
