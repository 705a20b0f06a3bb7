import type { Address, Exchange, HttpRequest } from '@scrip/http';
import { KINDS, methodNotFound, type Rpc, type Typed, toJson } from '@scrip/rpc';
import type { Face, Row } from './face.ts';
import { allFields, type Fields, headFields } from './fields.ts';
import { chooseWriter } from './outputs.ts';
import { readParams, single } from './params.ts';

export interface RestCall {
  readonly row: Row;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Answers requests to a face: one call each. */
export function openExchange(rpc: Rpc, face: Face, rows: ReadonlyMap<Address, readonly Row[]>) {
  const cors = face.cors ? { 'access-control-allow-origin': '*' } : {};
  return (request: HttpRequest): Exchange<RestCall, Typed> => {
    // What is known so far. A fault is written by what the head of the request asks for until the body has been read.
    let row: Row | undefined;
    let fields: Fields = headFields(request, face.sources);
    let status = 200;
    const writer = () => chooseWriter(row?.outputs ?? face.outputs, fields, request);
    return {
      async read() {
        fields = await allFields(request, face.sources);
        row = chooseRow(rows.get(request.address) ?? [], fields);
        const declared = rpc.registry.find(row.procedure)?.procedure.params ?? {};
        return [{ row, params: readParams(row.params, fields, declared) }];
      },
      run: ({ row, params }, call) => rpc.invoke(call, row.procedure, params),
      writeResult({ row }, result) {
        const value = toJson(result);
        return writer().write(row.reply ? row.reply(value) : value);
      },
      writeFault(fault) {
        if (!face.alwaysOk) status = KINDS[fault.spec.kind].httpStatus;
        return writer().write((row?.faults ?? face.faults)(fault));
      },
      reply: ([body = '']) => ({ status, headers: { 'content-type': writer().contentType, ...cors }, body }),
    };
  };
}

/** The row of this address that the request names. */
function chooseRow(rows: readonly Row[], fields: Fields): Row {
  const found = rows.find(({ when }) => !when || single(fields, { name: when[0], agree: false }) === when[1]);
  if (found) return found;
  const names = [...new Set(rows.map(({ when }) => when?.[0]))].join(', ');
  const values = rows.map(({ when }) => when?.[1]).join(', ');
  throw methodNotFound(`the field ${names} says which function is called: ${values}`);
}
