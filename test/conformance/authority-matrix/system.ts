import { PUBLIC, type Row } from './rows.ts';

const row = (procedure: string, ...params: unknown[]): Row => ({ procedure, on: 'the server', may: PUBLIC, params: () => params });
const STOOGES = { moe: 1, larry: 2, curly: 3 };

/** What describes the server, and what SCRIP_DIAGNOSTICS adds. */
export const SYSTEM: readonly Row[] = [
  row('diagnostics.echo', 'text'),
  row('system.getCapabilities'),
  row('system.listMethods'),
  row('system.methodHelp', 'bank.pay'),
  row('system.methodSignature', 'bank.pay'),
  row('system.multicall', []),
  row('validator1.arrayOfStructsTest', [STOOGES]),
  row('validator1.countTheEntities', '<'),
  row('validator1.easyStructTest', STOOGES),
  row('validator1.echoStructTest', STOOGES),
  row('validator1.manyTypesTest', 1, true, 'text', 1.5, new Date(0), new Uint8Array([1])),
  row('validator1.moderateSizeArrayCheck', ['a', 'b']),
  row('validator1.nestedStructTest', { '2000': { '04': { '01': STOOGES } } }),
  row('validator1.simpleStructReturnTest', 2),
];
