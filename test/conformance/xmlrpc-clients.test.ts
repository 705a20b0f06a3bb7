import { execFile, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { callDoor } from '@scrip/http';
import { xmlRpcCodec } from '@scrip/protocol-xmlrpc';
import { createRpc, param, procedure, publicAuthority, t } from '@scrip/rpc';
import { describe, expect, it } from 'vitest';
import { noGuard } from '../testkit/call.ts';
import { doorServer } from '../testkit/doors.ts';
import { present } from '../testkit/tools.ts';

/** Clients that people really use, each calling the XML-RPC face over HTTP. */
const load = createRequire(import.meta.url);
const authority = publicAuthority('a test calls it');

const codec = xmlRpcCodec(
  createRpc({
    guard: noGuard,
    batchLimit: 50,
    procedures: [
      procedure({
        name: 'examples.describe',
        summary: 'Says what came.',
        params: {
          text: param(t.string(), 'Text.'),
          whole: param(t.int(), 'A whole number.'),
          part: param(t.double(), 'A number.'),
          yes: param(t.boolean(), 'Yes or no.'),
        },
        result: t.struct({ text: t.string(), whole: t.int(), part: t.double(), yes: t.boolean(), list: t.array(t.string()) }),
        resultDoc: 'The same, and a list.',
        faults: [],
        authority,
        handler: (input) => ({ ...input, list: ['a', 'b & c'] }),
      }),
    ],
  }),
);

const GIVEN = ['é <&> ]]> 😀', -7, 1.5, true] as const;
const [text, whole, part, yes] = GIVEN;
const RESULT = { text, whole, part, yes, list: ['a', 'b & c'] };

const server = doorServer([callDoor({ name: 'xmlrpc', addresses: ['POST /xmlrpc'], codecs: [codec] })]);

describe.each(['xml', 'json'])('davexmlrpc, in %s', (format) => {
  const call = (name: string, params: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      load('davexmlrpc').client(`${server.url}/xmlrpc`, name, params, format, (fault: unknown, value: unknown) =>
        fault ? reject(fault) : resolve(value),
      );
    });

  it('gets results', async () => {
    expect(await call('examples.describe', GIVEN)).toEqual(RESULT);
  });

  it('gets faults', async () => {
    await expect(call('examples.none', [])).rejects.toMatchObject({
      faultCode: -32601,
      message: expect.stringMatching(/^method_not_found: /),
    });
  });
});

describe('npm xmlrpc', () => {
  const call = (name: string, params: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const client = load('xmlrpc').createClient(`${server.url}/xmlrpc`);
      client.methodCall(name, params, (fault: unknown, value: unknown) => (fault ? reject(fault) : resolve(value)));
    });

  it('gets results', async () => {
    expect(await call('examples.describe', GIVEN)).toEqual(RESULT);
  });

  it('gets faults', async () => {
    await expect(call('examples.describe', [])).rejects.toMatchObject({ faultCode: -32602 });
  });
});

const hasPython = present('python3', spawnSync('python3', ['-c', 'import xmlrpc.client']).status === 0);

describe.skipIf(!hasPython)("Python's xmlrpc.client (skipped where python3 is missing)", () => {
  const SCRIPT = `
import json, sys, xmlrpc.client
server = xmlrpc.client.ServerProxy(sys.argv[1])
print(json.dumps(server.examples.describe(*json.loads(sys.argv[2]))))
batch = xmlrpc.client.MultiCall(server)
batch.system.listMethods()
batch.system.listMethods()
print(json.dumps([len(names) for names in batch()]))
try:
    server.examples.none()
except xmlrpc.client.Fault as fault:
    print(json.dumps(fault.faultCode))
`;
  it('gets results, multicalls and faults', async () => {
    const { stdout } = await promisify(execFile)('python3', ['-c', SCRIPT, `${server.url}/xmlrpc`, JSON.stringify(GIVEN)]);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([RESULT, [6, 6], -32601]);
  });
});
