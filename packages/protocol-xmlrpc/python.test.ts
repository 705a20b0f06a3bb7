import { deepStrictEqual } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { Fault } from '@scrip/rpc';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { present } from '../../test/testkit/tools.ts';
import { parseCall } from './codec.ts';
import { writeCall } from './writer.ts';

const hasPython = present('python3', spawnSync('python3', ['-c', 'import xmlrpc.client']).status === 0);

/** Reads each line's document with xmlrpc.client and writes it again; `null` where it does not take it. */
const ECHO = `
import json, sys, xmlrpc.client
for line in sys.stdin:
    try:
        params, method = xmlrpc.client.loads(json.loads(line), use_builtin_types=True)
        print(json.dumps(xmlrpc.client.dumps(params, methodname=method, allow_none=True)))
    except Exception:
        print("null")
`;

function throughPython(documents: readonly string[]): (string | null)[] {
  const input = documents.map((document) => JSON.stringify(document)).join('\n');
  const { stdout, status } = spawnSync('python3', ['-c', ECHO], { input, encoding: 'utf8', maxBuffer: 1 << 27 });
  expect(status).toBe(0);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function ours(document: string): readonly unknown[] | null {
  try {
    return parseCall(Buffer.from(document)).params;
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

// What Python can not hold or write: the year 0, ints beyond 32 bits, a carriage return (it does not escape it).
const text = fc.string({ unit: 'binary' }).map((text) => text.replace(/[^ -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\n'));
const moment = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date) => new Date(Math.trunc(date.getTime() / 1000) * 1000));
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    moment,
    fc.uint8Array().map((array) => Buffer.from(array)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(text, tie('value')), { maxLength: 4 }).map((members) => {
      const struct = Object.create(null);
      for (const [name, member] of members) struct[name] = member;
      return struct;
    }),
  ),
}));

describe.skipIf(!hasPython)("beside Python's xmlrpc.client (skipped where python3 is missing)", () => {
  it('reads what we write, and we read what it writes', () => {
    const values = fc.sample(fc.array(value, { maxLength: 4 }), { numRuns: 500, seed: 20_061_023 });
    const documents = throughPython(values.map((params) => writeCall('m', params, { nil: true })));
    for (const [index, document] of documents.entries()) deepStrictEqual(ours(document ?? ''), values[index]);
  });

  it('takes and refuses the same scalars', () => {
    const scalars = {
      int: ['0', '-1', '+1', ' 1 ', '\n1\n', '007', '', ' ', '1.0', '1e3', '0x1', '1 1', '--1', '+', 'a', '1a'],
      double: ['0', '-1.5', '+1.5', ' 1.5 ', '1.', '.5', '1e3', '1E-3', '', ' ', '.', 'e3', '1,5', '1.5.5', '0x1', 'a'],
      boolean: ['0', '1', '', '2', 'yes'],
      string: ['', ' ', ' a ', '&lt;', '&#65;', '&unknown;', '<![CDATA[<]]>', '<!-- a -->b', ']]>'],
      'dateTime.iso8601': ['20061023T03:08:00', '20061323T03:08:00', '20060230T00:00:00', '', 'a', '20061023', '20061023T24:00:00'],
      base64: ['', 'YWJj', 'YW\nJj', ' YWJj ', 'YQ==', 'YQ', 'Y'],
    };
    const cases = Object.entries(scalars).flatMap(([type, texts]) => texts.map((inside) => `<value><${type}>${inside}</${type}></value>`));
    const documents = cases.map((inside) => `<methodCall><methodName>m</methodName><params><param>${inside}</param></params></methodCall>`);
    const written = throughPython(documents);
    const read = (document: string | null) => (document === null ? null : ours(document));
    expect(documents.map((document, index) => [cases[index], ours(document)])).toEqual(
      written.map((document, index) => [cases[index], read(document)]),
    );
  });
});
