import type { HttpRequest } from '@scrip/http';
import { invalidRequest } from '@scrip/rpc';
import { readBody } from './body.ts';
import type { FieldMap } from './body-fields.ts';
import { LIMITS } from './limits.ts';

/** Where a field may stand. Fields of headers have no case. */
export type Source = 'path' | 'query' | 'body' | 'headers';

/** What a request brought, in the order in which its sources count. */
export type Fields = readonly (readonly [source: Source, values: FieldMap])[];

const NONE: FieldMap = new Map();

/** What can be read without the body, and can not fail but by the number of its fields. */
export function headFields(request: HttpRequest, sources: readonly Source[]): Fields {
  return sources.map((source) => [source, headSource(request, source)]);
}

/** All fields. Raises invalid_request or parse_error for a body that can not be read, or holds too much. */
export async function allFields(request: HttpRequest, sources: readonly Source[]): Promise<Fields> {
  const fields = headFields(request, sources);
  for (const [source, values] of fields) {
    if (source === 'query' && values.size > LIMITS.fields)
      throw invalidRequest(`the query has ${values.size} fields; at most ${LIMITS.fields} are taken`);
  }
  if (!sources.includes('body')) return fields;
  const body = await readBody(request);
  return fields.map(([source, values]) => [source, source === 'body' ? body : values]);
}

function headSource({ params, query, headers }: HttpRequest, source: Source): FieldMap {
  if (source === 'body') return NONE;
  return toMap(source === 'path' ? params : source === 'query' ? query : headers);
}

function toMap(record: Readonly<Record<string, string | readonly string[] | undefined>>): FieldMap {
  const values = new Map<string, readonly string[]>();
  for (const [name, value] of Object.entries(record)) {
    if (value !== undefined) values.set(name, typeof value === 'string' ? [value] : value);
  }
  return values;
}

export function valuesOf([source, values]: Fields[number], name: string): readonly unknown[] {
  return values.get(source === 'headers' ? name.toLowerCase() : name) ?? [];
}
