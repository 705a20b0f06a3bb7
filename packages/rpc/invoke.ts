import { busy, Fault, type FaultType, internal, invalidParams, methodNotFound, rateLimited } from './faults.ts';
import type { Call, Guard } from './procedure.ts';
import { type Entry, faultsOf, type Registry, unknownProcedure } from './registry.ts';
import { Typed } from './type.ts';

/** Positional parameters, or by name. */
export type CallParams = readonly unknown[] | Readonly<Record<string, unknown>>;

export interface Finished {
  readonly method: string;
  readonly call: Call;
  /** Undefined where it succeeded. */
  readonly fault: Fault | undefined;
  /** What was behind an `internal` fault, or one that `asFault` made. */
  readonly cause?: unknown;
  readonly duration_ms: number;
}

export interface InvokeOptions {
  readonly guard: Guard;
  readonly onFinished?: (finished: Finished) => void;
  /** What an error that no slice caught means to callers, such as `busy` for a database that does not answer. */
  readonly asFault?: (error: unknown) => Fault | undefined;
}

export type Invoke = (call: Call, method: string, params: CallParams) => Promise<Typed>;

/** Any procedure may answer these without declaring them. */
const COMMON: readonly FaultType[] = [invalidParams, methodNotFound, busy, rateLimited, internal];

/**
 * The one way into a procedure, the same for every protocol: look up, check the parameters, verify and decide who calls, handle,
 * check the result. Rejects with a Fault and nothing else: what was not declared becomes `internal` with the request id,
 * and its cause goes to the log and to `onFinished`, never to the caller.
 */
export function createInvoke(registry: Registry, { guard, onFinished = () => {}, asFault = () => undefined }: InvokeOptions): Invoke {
  const allowed = new Map(registry.entries.map((entry) => [entry, allowedCodes(entry)]));
  return async (call, method, params) => {
    const start = performance.now();
    const entry = registry.find(method);
    const name = entry?.procedure.name ?? 'unknown';
    const finish = (fault?: Fault, cause?: unknown) =>
      onFinished({ method: name, call, fault, cause, duration_ms: performance.now() - start });
    try {
      if (!entry) throw unknownProcedure(registry, method);
      const result = await run(entry, guard, call, params);
      finish();
      return result;
    } catch (thrown) {
      const error = thrown instanceof Fault ? thrown : (asFault(thrown) ?? thrown);
      if (error instanceof Fault && (!entry || allowed.get(entry)?.has(error.spec.code))) {
        finish(error, error === thrown ? undefined : thrown);
        throw error;
      }
      call.log.error({ err: error, requestId: call.requestId, method: name }, 'internal error');
      const hidden = internal(`the server failed; its log tells more under request ${call.requestId}`);
      finish(hidden, error);
      throw hidden;
    }
  };
}

function allowedCodes(entry: Entry): ReadonlySet<string> {
  return new Set([...COMMON, ...faultsOf(entry.procedure)].map((fault) => fault.code));
}

async function run(entry: Entry, guard: Guard, call: Call, params: CallParams): Promise<Typed> {
  const { procedure } = entry;
  const input = Array.isArray(params) ? positional(entry, call, params) : byName(entry, params as Readonly<Record<string, unknown>>);
  const { authority } = procedure;
  const decided = authority.kind === 'guarded' ? await authority.decide(input, await guard.verify(call, tokensOf(input))) : undefined;
  const value = await procedure.handler(input, decided, call);
  const problem = procedure.result.check(value);
  if (problem) throw new Error(`${procedure.name} returned what it does not declare: ${problem}`);
  return new Typed(procedure.result, value);
}

function tokensOf({ capabilities }: Readonly<Record<string, unknown>>): readonly string[] {
  return Array.isArray(capabilities) ? capabilities : [];
}

function positional(entry: Entry, call: Call, given: readonly unknown[]): Record<string, unknown> {
  const { params, required, procedure } = entry;
  // A capability beside the parameters may stand for the capabilities array: it is the only leading array there is.
  const lacksArray = !Array.isArray(given[0]) && given.length < params.length;
  const brought = call.credentials.some(({ kind }) => kind === 'capability');
  const bare = brought && params[0]?.[0] === 'capabilities' && lacksArray;
  const values = bare ? [[], ...given] : given;
  if (values.length < required || values.length > params.length) {
    const wanted = required === params.length ? `${required}` : `${required} to ${params.length}`;
    const noun = wanted === '1' ? 'parameter' : 'parameters';
    const names = params.map(([name]) => name).join(', ') || 'none';
    throw invalidParams(`${procedure.name} takes ${wanted} ${noun} (${names}); ${given.length} came`);
  }
  const input: Record<string, unknown> = {};
  for (const [index, [name, param]] of params.entries()) {
    input[name] = index < values.length ? param.type.parse(values[index], name) : param.default?.value;
  }
  return input;
}

function byName(entry: Entry, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(entry.procedure.params, name)) {
      const known = entry.params.map(([known]) => known).join(', ') || 'none';
      throw invalidParams(`${entry.procedure.name} has no parameter ${JSON.stringify(name.slice(0, 40))}; it takes ${known}`);
    }
  }
  for (const [name, param] of entry.params) {
    if (Object.hasOwn(given, name)) input[name] = param.type.parse(given[name], name);
    else if (param.default) input[name] = param.default.value;
    // Whatever capability is needed may have come beside the parameters; authority says so if not.
    else if (name === 'capabilities') input[name] = [];
    else throw invalidParams(`${entry.procedure.name} needs the parameter ${name}: ${param.doc}`);
  }
  return input;
}
