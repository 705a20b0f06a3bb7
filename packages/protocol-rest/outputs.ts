import type { HttpRequest } from '@scrip/http';
import type { Fields } from './fields.ts';
import { single } from './params.ts';
import type { Writer } from './writers.ts';

/** A writer, and when it is asked for: by a field that has this value, or by a media type in the header Accept. */
export interface Output {
  readonly writer: Writer;
  readonly field?: readonly [name: string, value: string];
  readonly accept?: string;
}

/** The first that is asked for; the last, which asks for nothing, where none is. */
export function chooseWriter(outputs: readonly Output[], fields: Fields, request: HttpRequest): Writer {
  const chosen = outputs.find((output) => isAsked(output, fields, request)) ?? outputs.at(-1);
  if (!chosen) throw new Error('a face has at least one output');
  return chosen.writer;
}

function isAsked({ field, accept }: Output, fields: Fields, { headers }: HttpRequest): boolean {
  if (field && fieldText(fields, field[0]) !== field[1]) return false;
  return accept === undefined || accepted(headers['accept']).includes(accept);
}

function fieldText(fields: Fields, name: string): unknown {
  try {
    return single(fields, { name, agree: false });
  } catch {
    return undefined;
  }
}

function accepted(header: string | readonly string[] | undefined): string[] {
  if (typeof header !== 'string') return [];
  return header.split(',').map((part) => (part.split(';', 1)[0] ?? '').trim().toLowerCase());
}
