import { busy, Fault, type FaultType, internal, invalidParams, methodNotFound, rateLimited } from './faults.ts';
import type { Call, Guard } from './procedure.ts';
import type { Recorder, Recording } from './recorder.ts';
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
  readonly recorder?: Recorder;
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
export function createInvoke(registry: Registry, options: InvokeOptions): Invoke {
  const { guard, recorder, onFinished = () => {}, asFault = () => undefined } = options;
  const allowed = new Map(registry.entries.map((entry) => [entry, allowedCodes(entry)]));
  const recorded = new Set(registry.entries.filter(({ procedure }) => recorder?.records(procedure)));
  /** What is thrown as the caller may see it; undefined where that is `internal` and nothing more. */
  const visible = (entry: Entry | undefined, thrown: unknown): Fault | undefined => {
    const error = thrown instanceof Fault ? thrown : asFault(thrown);
    return error && (!entry || allowed.get(entry)?.has(error.spec.code)) ? error : undefined;
  };
  return async (call, method, params) => {
    const start = performance.now();
    const entry = registry.find(method);
    const name = entry?.procedure.name ?? 'unknown';
    const finish = (fault?: Fault, cause?: unknown) =>
      onFinished({ method: name, call, fault, cause, duration_ms: performance.now() - start });
    try {
      if (!entry) throw unknownProcedure(registry, method);
      const recording = recorded.has(entry) ? recorder?.open(entry.procedure, call) : undefined;
      const result = await (recording
        ? recordedly(
            recording,
            () => run(entry, guard, call, params, recording),
            (thrown) => (visible(entry, thrown)?.spec ?? internal).code,
          )
        : run(entry, guard, call, params));
      finish();
      return result;
    } catch (thrown) {
      const fault = visible(entry, thrown);
      if (fault) {
        finish(fault, fault === thrown ? undefined : thrown);
        throw fault;
      }
      if (call.budget.logs(internal.code)) call.log.error({ err: thrown, requestId: call.requestId, method: name }, 'internal error');
      const hidden = internal(`the server failed; its log tells more under request ${call.requestId}`);
      finish(hidden, thrown);
      throw hidden;
    }
  };
}

function allowedCodes(entry: Entry): ReadonlySet<string> {
  return new Set([...COMMON, ...faultsOf(entry.procedure)].map((fault) => fault.code));
}

/** Runs a call and records how it ended, before anybody is told. */
async function recordedly(recording: Recording, work: () => Promise<Typed>, codeOf: (thrown: unknown) => string): Promise<Typed> {
  let result: Typed;
  try {
    result = await work();
  } catch (thrown) {
    await recording.end(codeOf(thrown));
    throw thrown;
  }
  await recording.end('ok');
  return result;
}

async function run(entry: Entry, guard: Guard, call: Call, params: CallParams, recording?: Recording): Promise<Typed> {
  const { procedure } = entry;
  const { authority } = procedure;
  const input = recording ? await readRecorded(entry, guard, call, params, recording) : read(entry, call, params);
  let decided: unknown;
  if (authority.kind === 'guarded') {
    const verified = await guard.verify(call, tokensOf(input));
    recording?.caller(verified, input);
    decided = await authority.decide(input, verified);
  }
  if (recording) await recording.begin();
  const value = await procedure.handler(input, decided, call);
  const problem = procedure.result.check(value);
  if (problem) throw new Error(`${procedure.name} returned what it does not declare: ${problem}`);
  return new Typed(procedure.result, value);
}

function read(entry: Entry, call: Call, params: CallParams): Record<string, unknown> {
  return Array.isArray(params) ? positional(entry, call, params) : byName(entry, params as Readonly<Record<string, unknown>>);
}

/** As `read`; where that is refused, the record gets to know who called all the same. */
async function readRecorded(
  entry: Entry,
  guard: Guard,
  call: Call,
  params: CallParams,
  recording: Recording,
): Promise<Record<string, unknown>> {
  try {
    return read(entry, call, params);
  } catch (fault) {
    const first: unknown = Array.isArray(params) ? params[0] : (params as Readonly<Record<string, unknown>>)['capabilities'];
    const texts = Array.isArray(first) ? first.filter((text) => typeof text === 'string') : [];
    recording.caller(await guard.verify(call, texts), undefined);
    throw fault;
  }
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
