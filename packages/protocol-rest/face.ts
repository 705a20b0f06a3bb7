import type { Address } from '@scrip/http';
import type { Rpc } from '@scrip/rpc';
import type { WriteFault } from './faults.ts';
import type { Source } from './fields.ts';
import type { Output } from './outputs.ts';
import type { ParamSource } from './params.ts';

/** One function of a document: where it is called, what it runs, and what its reply is made of. */
export interface Row {
  /** As the document writes them: `POST /v1/app/<APP_ID>/gifts/<MODE>/<USER_ID>/request/new`. */
  readonly addresses: readonly Address[];
  /** What a field has to say where several functions share an address: `['function', 'joinRoom']`. */
  readonly when?: readonly [field: string, value: string];
  readonly procedure: string;
  /** Where each parameter of the procedure comes from; those that are not here have their defaults. */
  readonly params: Readonly<Record<string, ParamSource>>;
  /** The document's reply, of the result as JSON carries it; without it the result is the reply. */
  reply?(result: unknown): unknown;
  /** Where this function's replies or faults are written in another way than the face's. */
  readonly outputs?: readonly Output[];
  readonly faults?: WriteFault;
}

/** A document's functions over HTTP, as a table. Nothing is decided here: procedures do that. */
export interface Face {
  /** `Call.protocol` of its calls. */
  readonly name: string;
  readonly rows: readonly Row[];
  /** The order in which sources of fields count: the first that has a field is taken. */
  readonly sources: readonly Source[];
  /** The last one is taken where none is asked for. */
  readonly outputs: readonly Output[];
  readonly faults: WriteFault;
  /** Whether faults and refusals are HTTP 200 too, as some documents have it; otherwise faults have the status of their kind. */
  readonly alwaysOk: boolean;
  /** Whether paths are taken in any case. */
  readonly anyCase?: boolean;
  /** Whether two letters of a language may stand before every path: `/en/rest/login`. */
  readonly language?: boolean;
  /** Whether pages of any origin may call it. */
  readonly cors?: boolean;
}

/** Stops the start where a row runs what is not there, reads what nobody sends, or lacks what its procedure needs. */
export function checkFace({ name, rows, outputs }: Face, { registry }: Rpc): void {
  if (outputs.length === 0) throw new Error(`the face ${name} has no output`);
  for (const row of rows) {
    const entry = registry.find(row.procedure);
    const wrong = (why: string) => new Error(`the face ${name}: ${row.addresses[0]} ${why}`);
    if (!entry) throw wrong(`runs ${row.procedure}, which no procedure is named`);
    for (const param of Object.keys(row.params)) {
      if (!Object.hasOwn(entry.procedure.params, param)) throw wrong(`gives ${row.procedure} the parameter ${param}, which it has not`);
    }
    for (const [param, { default: fallback }] of entry.params) {
      const given = param === 'capabilities' || fallback || Object.hasOwn(row.params, param);
      if (!given) throw wrong(`does not give ${row.procedure} the parameter ${param}`);
    }
    const fields = new Set(Object.values(row.params).map((source) => (source.kind === 'field' ? source.name : '')));
    for (const [, part = ''] of row.addresses.join(' ').matchAll(/<(\w+)(?::[^>]*)?>/g)) {
      if (!fields.has(part)) throw wrong(`has <${part}> in its path, and no parameter comes from there`);
    }
  }
}
