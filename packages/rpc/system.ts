import { Fault, invalidParams } from './faults.ts';
import type { Invoke } from './invoke.ts';
import { type Call, type Procedure, param, procedure, publicAuthority } from './procedure.ts';
import { type Entry, help, type Registry, signatures, unknownProcedure } from './registry.ts';
import { roughSize } from './rough-size.ts';
import { isStruct, type Struct, type Type, Typed } from './type.ts';
import { t } from './types.ts';

/** As it came: the types of the procedure that is called read what is in it. */
const CALL: Type<unknown> = { ...t.any(), parse: (value) => value };
const PUBLIC = publicAuthority('it tells what the documentation tells');

/** The introspection and multicall procedures that XML-RPC clients expect, the same on every protocol. */
export function systemProcedures(late: () => { registry: Registry; invoke: Invoke }, batchLimit: number): Procedure[] {
  const find = (name: string): Entry => {
    const { registry } = late();
    const entry = registry.find(name);
    if (!entry) throw unknownProcedure(registry, name);
    return entry;
  };
  // Made once for each procedure: a text of many lines.
  const helps = new Map<Entry, string>();
  const helpOf = (entry: Entry): string => {
    const known = helps.get(entry) ?? help(entry);
    helps.set(entry, known);
    return known;
  };
  const methodName = param(t.string({ max: 128 }), 'A procedure, in any spelling that a call may use.');

  return [
    procedure({
      name: 'system.listMethods',
      summary: 'Lists the procedures of this server by their canonical names.',
      params: {},
      result: t.array(t.string()),
      resultDoc: 'All names, sorted.',
      faults: [],
      authority: PUBLIC,
      handler: () => late().registry.listed.map((entry) => entry.procedure.name),
    }),
    procedure({
      name: 'system.methodSignature',
      summary: 'Lists the ways in which a procedure may be called.',
      params: { name: methodName },
      result: t.array(t.array(t.string())),
      resultDoc: "Signatures: each is the result's type and then the parameters' types.",
      faults: [],
      authority: PUBLIC,
      handler: ({ name }) => signatures(find(name)),
    }),
    procedure({
      name: 'system.methodHelp',
      summary: 'Describes a procedure in plain text.',
      params: { name: methodName },
      result: t.string(),
      resultDoc: 'What it does, its parameters, what it needs and its faults.',
      faults: [],
      authority: PUBLIC,
      handler: ({ name }) => helpOf(find(name)),
    }),
    procedure({
      name: 'system.getCapabilities',
      summary: 'Tells which specifications this server follows.',
      params: {},
      result: t.any(),
      resultDoc: 'A struct: for each specification a struct of specUrl and specVersion.',
      faults: [],
      authority: PUBLIC,
      handler: () => ({
        xmlrpc: { specUrl: 'http://xmlrpc.com/spec.md', specVersion: 1 },
        'json-rpc': { specUrl: 'https://www.jsonrpc.org/specification', specVersion: 2 },
        introspection: { specUrl: 'http://xmlrpc-c.sourceforge.net/introspection.html', specVersion: 1 },
        'system.multicall': { specUrl: 'http://www.xmlrpc.com/discuss/msgReader$1208', specVersion: 1 },
        faults_interop: { specUrl: 'http://xmlrpc-epi.sourceforge.net/specs/rfc.fault_codes.php', specVersion: 20010516 },
      }),
    }),
    procedure({
      name: 'system.multicall',
      summary: 'Runs several calls, one after the other, and answers them all.',
      notes: [
        `At most ${batchLimit} calls, those of all multicalls of a batch together; each stands alone, and one that fails changes nothing for`,
        'the others. Where the request has used up its time or its reply is long enough, the calls that are left are refused and not run.',
      ].join(' '),
      params: {
        calls: param(t.array(CALL, { max: batchLimit }), 'Structs of methodName (string) and params (array).'),
      },
      result: t.array(t.any()),
      resultDoc: 'For each call an array of its one result, or a struct of faultCode and faultString.',
      faults: [],
      authority: publicAuthority('each call inside is checked on its own'),
      async handler({ calls }, _authority, call) {
        const results: unknown[] = [];
        let spent = 0;
        for (const one of calls) {
          const result = await callOne(late().invoke, call, one, batchLimit);
          const size = roughSize(result);
          spent += size;
          call.budget.spend(size);
          results.push(result);
        }
        // From here on they count as what is written of them.
        call.budget.spend(-spent);
        return results;
      },
    }),
  ];
}

/** Reads the calls one by one: a malformed one is answered in its place, and the others still run. */
async function callOne(invoke: Invoke, call: Call, one: unknown, most: number): Promise<unknown> {
  try {
    const turn = call.budget.beginInner(most);
    if (turn) await turn;
    const { method, params } = readCall(one);
    if (/^system[._]multicall$/i.test(method)) throw invalidParams('system.multicall can not be called inside itself');
    return [await invoke(call, method, params)];
  } catch (error) {
    if (error instanceof Fault) return faultStruct(error);
    throw error;
  }
}

function readCall(one: unknown): { method: string; params: unknown[] } {
  const call: Struct = isStruct(one) ? one : {};
  const method = call['methodName'];
  const params = call['params'] ?? [];
  if (typeof method !== 'string' || !Array.isArray(params)) {
    throw invalidParams('each call is a struct of methodName (a string) and params (an array)');
  }
  return { method, params };
}

const FAULT = t.struct({ faultCode: t.int(), faultString: t.string() });

/** A fault as XML-RPC and system.multicall carry it. */
export function faultStruct(fault: Fault): Typed {
  return new Typed(FAULT, { faultCode: fault.spec.fault, faultString: fault.faultString });
}
