import { type Fault, methodNotFound } from './faults.ts';
import { toJson } from './json.ts';
import type { Param, Procedure } from './procedure.ts';
import { type Type, xmlName, xmlNames } from './type.ts';

/** A procedure with what is worked out of it once, at start. */
export interface Entry {
  readonly procedure: Procedure;
  readonly params: readonly (readonly [name: string, param: Param<unknown>])[];
  /** How many leading parameters a positional call must give. */
  readonly required: number;
  /** Of its name, in lower case: what people remember. */
  readonly lastPart: string;
}

export interface Registry {
  /** Finds by canonical name, in any case, with `_` read as the first `.` (`general_getAvatarKey`). */
  find(name: string): Entry | undefined;
  /** All procedures in the order of their names. */
  readonly entries: readonly Entry[];
  /** Those that `system.listMethods` lists: all, or where there is a scope those in it. */
  readonly listed: readonly Entry[];
}

/** What a door with a document of its own shows of all procedures. */
export interface Scope {
  /** How their names begin, such as `gateway.`; they are found without it too. */
  readonly prefix: string;
  /** Further names, from the document's own to the canonical one, both without the prefix. */
  readonly aliases?: Readonly<Record<string, string>>;
}

function lookupKey(name: string): string {
  const lower = name.toLowerCase();
  return lower.includes('.') ? lower : lower.replace('_', '.');
}

/** A name that is there twice stops the start. With a scope, everything in it is found under its shorter names as well. */
export function createRegistry(procedures: readonly Procedure[], scope?: Scope): Registry {
  const byKey = new Map<string, Entry>();
  const enter = (name: string, entry: Entry) => {
    const key = lookupKey(name);
    if (byKey.has(key)) throw new Error(`procedure ${name} is declared twice`);
    byKey.set(key, entry);
  };
  const entries = procedures.map(entryOf).sort((a, b) => (a.procedure.name < b.procedure.name ? -1 : 1));
  for (const entry of entries) enter(entry.procedure.name, entry);
  const find = (name: string) => byKey.get(lookupKey(name));
  if (!scope) return { entries, listed: entries, find };
  const { prefix, aliases = {} } = scope;
  const listed = entries.filter(({ procedure }) => procedure.name.startsWith(prefix));
  for (const entry of listed) enter(entry.procedure.name.slice(prefix.length), entry);
  for (const [alias, canonical] of Object.entries(aliases)) {
    const entry = find(prefix + canonical);
    if (!entry) throw new Error(`${alias} is to be another name of ${prefix}${canonical}, which no procedure has`);
    enter(alias, entry);
    enter(prefix + alias, entry);
  }
  return { entries, listed, find };
}

function entryOf(procedure: Procedure): Entry {
  const params = Object.entries(procedure.params);
  return { procedure, params, required: params.findLastIndex(([, param]) => !param.default) + 1, lastPart: lastPart(procedure.name) };
}

/** The fault for a name that no procedure has, with those that may have been meant: `bank.balance` is in `bank.accountBalance`. */
export function unknownProcedure({ entries }: Registry, name: string): Fault {
  const asked = lastPart(name.slice(0, 128));
  const isMeant = ({ lastPart: known }: Entry) => asked.length > 2 && (known.includes(asked) || asked.includes(known));
  const meant = entries.filter(isMeant).map(({ procedure }) => procedure.name);
  const advice = meant.length > 0 ? `did you mean ${meant.slice(0, 3).join(' or ')}? ` : '';
  return methodNotFound(`no procedure is named ${JSON.stringify(name.slice(0, 80))}; ${advice}system.listMethods lists them`);
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}

/**
 * `system.methodSignature`: result type first, one signature for each optional tail. Those with amounts as they are usually
 * sent come first, then the same with amounts of their other types.
 */
export function signatures(entry: Entry): string[][] {
  const types = entry.params.map(([, param]) => xmlNames(param.type));
  const ways = Math.max(1, ...types.map((names) => names.length));
  const result: string[][] = [];
  for (let way = 0; way < ways; way++) {
    const names = [xmlName(entry.procedure.result), ...types.map((names) => names[way] ?? names[0] ?? '')];
    for (let given = entry.required; given <= entry.params.length; given++) result.push(names.slice(0, given + 1));
  }
  return result;
}

/** The default of a parameter as JSON has it, for documents; an amount's as a number. */
export function shownDefault({ type, default: fallback }: Param<unknown>): unknown {
  return type.kind === 'amount' ? Number(fallback?.value) : toJson(fallback?.value);
}

/** The call as people read it: `double bank.accountBalance(array capabilities, string akey, string account_name)`. */
export function declaration(entry: Entry): string {
  const params = entry.params.map(([name, param]) => {
    const fallback = param.default ? ` = ${JSON.stringify(shownDefault(param))}` : '';
    return `${typeText(param.type)} ${name}${fallback}`;
  });
  return `${typeText(entry.procedure.result)} ${entry.procedure.name}(${params.join(', ')})`;
}

/** A type in the notation of the Apez document: `[string*]`, `{name:string}`. */
export function typeText(type: Type<unknown>): string {
  if (type.kind === 'array' && type.element) return `[${typeText(type.element)}*]`;
  if (type.kind === 'tuple' && type.items) return `[${type.items.map(typeText).join(', ')}]`;
  if (type.kind === 'struct' && type.members) {
    return `{${[...type.members].map(([name, member]) => `${name}${member.optional ? '?' : ''}:${typeText(member.type)}`).join(', ')}}`;
  }
  return type.kind;
}

/** `system.methodHelp`: everything the definition says, as plain text. */
export function help(entry: Entry): string {
  const { procedure } = entry;
  const lines = [procedure.summary, '', declaration(entry), ''];
  for (const [name, param] of entry.params) lines.push(`  ${name}: ${param.doc}`);
  lines.push(`  returns: ${procedure.resultDoc}`, '');
  if (procedure.notes) lines.push(procedure.notes, '');
  const { authority } = procedure;
  lines.push(authority.kind === 'public' ? `Public: ${authority.why}` : `Needs: ${authority.needs}`);
  for (const fault of faultsOf(procedure)) lines.push(`Fault ${fault.fault} ${fault.code}: ${fault.doc}`);
  return lines.join('\n');
}

/** Every fault that this procedure may answer, beside the protocol's own. */
export function faultsOf(procedure: Procedure) {
  const guard = procedure.authority.kind === 'guarded' ? procedure.authority.faults : [];
  return [...new Set([...guard, ...procedure.faults])];
}
