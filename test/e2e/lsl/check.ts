import type { Builtins } from './builtin.ts';
import type { Program } from './syntax.ts';
import { ScriptError } from './tokens.ts';

const EVENTS: ReadonlySet<string> = new Set(
  (
    'attach changed dataserver http_response link_message linkset_data listen money on_rez run_time_permissions state_entry ' +
    'state_exit timer touch touch_end touch_start transaction_result'
  ).split(' '),
);

interface Called {
  readonly kind: 'call';
  readonly name: string;
  readonly line: number;
}

/** A script is refused as a whole, and not when it gets there, for a function or an event that nobody knows. */
export function check(program: Program, builtins: Builtins): void {
  for (const handlers of program.states.values()) {
    for (const { name, line } of handlers.values()) if (!EVENTS.has(name)) throw new ScriptError(line, `there is no event ${name}`);
  }
  for (const { name, line } of callsIn([program.globals, ...program.functions.values(), ...program.states.values()])) {
    if (!program.functions.has(name) && !Object.hasOwn(builtins, name)) throw new ScriptError(line, `there is no function ${name}`);
  }
}

function* callsIn(node: unknown): Generator<Called> {
  if (typeof node !== 'object' || node === null) return;
  if (isCall(node)) yield node;
  for (const inner of node instanceof Map ? node.values() : Object.values(node)) yield* callsIn(inner);
}

function isCall(node: object): node is Called {
  return 'kind' in node && node.kind === 'call';
}
