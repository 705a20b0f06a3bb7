import { type FaultType, KINDS } from './faults.ts';
import { type Entry, faultsOf, type Registry, shownDefault } from './registry.ts';
import type { JsonSchema, Type } from './type.ts';

/** What the document says of itself; the version is the one of the root package.json. */
export const API = { title: 'Scrip', version: '0.1.0' } as const;

/**
 * The registry as an OpenRPC 1.3 document (https://spec.open-rpc.org), for `rpc.discover`, `GET /openrpc.json` and
 * docs/openrpc.json. The schemas are JSON Schema draft 7, as OpenRPC asks for, and say how values should be sent; the
 * server also takes numbers and booleans written as strings.
 */
export function openRpcDocument(registry: Registry, info: { title: string; version: string } = API) {
  return {
    openrpc: '1.3.2',
    info: { title: info.title, version: info.version },
    methods: registry.entries.map(methodObject),
  };
}

function methodObject(entry: Entry) {
  const { procedure } = entry;
  const { authority } = procedure;
  return {
    name: procedure.name,
    summary: procedure.summary,
    ...(procedure.notes && { description: procedure.notes }),
    tags: [{ name: groupOf(procedure.name) }],
    ...(procedure.isRepeatable === true && { 'x-repeatable': true }),
    paramStructure: 'either',
    params: entry.params.map(([name, param], index) => ({
      name,
      description: param.doc,
      // By position a default counts only where no parameter after it is needed, and required ones must come first.
      required: index < entry.required,
      schema: param.default ? { ...param.type.schema, default: shownDefault(param) } : param.type.schema,
    })),
    result: { name: 'result', description: procedure.resultDoc, required: true, schema: resultSchema(procedure.result) },
    errors: faultsOf(procedure).map(errorObject),
    'x-authority': authority.kind === 'public' ? { kind: 'public', why: authority.why } : { kind: 'guarded', needs: authority.needs },
  };
}

/** A type's schema without the lengths that only bound what callers may send. */
function resultSchema(type: Type<unknown>): JsonSchema {
  if (type.kind === 'string') return { type: 'string' };
  if (type.kind === 'array' && type.element) return { type: 'array', items: resultSchema(type.element) };
  if (type.kind === 'tuple' && type.items) return { ...type.schema, items: type.items.map(resultSchema) };
  if (type.kind === 'struct' && type.members) {
    const properties = [...type.members].map(([name, member]) => [name, resultSchema(member.type)]);
    return { ...type.schema, properties: Object.fromEntries(properties) };
  }
  return type.schema;
}

function errorObject({ code, fault, kind, doc }: FaultType) {
  return { code: fault, message: doc, data: { code, kind, retry: KINDS[kind].retry } };
}

/** The part of a name before its first dot, under which the documents gather procedures and faults. */
export function groupOf(name: string): string {
  return name.split('.', 1)[0] ?? name;
}
