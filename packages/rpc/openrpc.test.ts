import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { noGuard } from '../../test/testkit/call.ts';
import { API, createRpc, defineFault, openRpcDocument, param, procedure, publicAuthority, t } from './index.ts';

const tooPoor = defineFault({ code: 'openrpc_test.too_poor', fault: 9301, kind: 'refused', doc: 'The account holds less.' });
const noKey = defineFault({ code: 'openrpc_test.no_key', fault: 9302, kind: 'unauthenticated', doc: 'A key is needed.' });

const { registry } = createRpc({
  guard: noGuard,
  batchLimit: 5,
  procedures: [
    procedure({
      name: 'bank.pay',
      summary: 'Pays.',
      notes: 'Whole amounts only.',
      params: {
        capabilities: param(t.array(t.string()), 'Capabilities.'),
        format: param(t.string({ max: 8 }), 'A format before what is needed.', 'full'),
        to: param(t.tuple(t.string(), t.int()), 'To whom.'),
        at: param(t.dateTime(), 'When.', new Date('2006-10-23T03:08:00Z')),
      },
      result: t.array(t.struct({ id: t.string(), pair: t.tuple(t.string(), t.double()), note: t.optional(t.string()) })),
      resultDoc: 'Receipts.',
      faults: [tooPoor],
      authority: { kind: 'guarded', needs: 'a full capability', holders: [], faults: [noKey], decide: async () => undefined },
      handler: () => [],
    }),
    procedure({
      name: 'ping',
      summary: 'Answers.',
      params: {},
      result: t.any(),
      resultDoc: 'Anything.',
      faults: [],
      authority: publicAuthority('it does nothing'),
      handler: () => 1,
    }),
  ],
});

const document = openRpcDocument(registry);

function method(name: string) {
  const found = document.methods.find((one) => one.name === name);
  if (!found) throw new Error(`no method ${name}`);
  return found;
}

/** Fields that OpenRPC 1.3 knows of each object; a letter more makes the document invalid. */
const FIELDS = {
  document: ['openrpc', 'info', 'servers', 'methods', 'components', 'externalDocs'],
  method: 'name tags summary description externalDocs params result deprecated servers errors links paramStructure examples'.split(' '),
  descriptor: ['name', 'summary', 'description', 'required', 'schema', 'deprecated'],
  error: ['code', 'message', 'data'],
};

function expectFields(object: object, fields: readonly string[]): void {
  expect(Object.keys(object).filter((name) => !fields.includes(name) && !name.startsWith('x-'))).toEqual([]);
}

describe('the structure of every method', () => {
  it('is a whole document', () => {
    expectFields(document, FIELDS.document);
    expect(document.openrpc).toMatch(/^1\.3\.\d+$/);
    expect(document.info).toEqual({ title: 'Scrip', version: expect.any(String) });
    expect(document.methods.map((one) => one.name)).toEqual(registry.entries.map((entry) => entry.procedure.name));
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  it.each(document.methods.map((one) => [one.name, one] as const))('%s', (_, one) => {
    expectFields(one, FIELDS.method);
    expect(one.paramStructure).toBe('either');
    for (const descriptor of [...one.params, one.result]) {
      expectFields(descriptor, FIELDS.descriptor);
      expect(descriptor).toMatchObject({ name: expect.stringMatching(/./), required: expect.any(Boolean), schema: expect.any(Object) });
    }
    const names = one.params.map((descriptor) => descriptor.name);
    expect(new Set(names).size).toBe(names.length);
    const firstOptional = one.params.findIndex((descriptor) => !descriptor.required);
    if (firstOptional >= 0) expect(one.params.slice(firstOptional).every((descriptor) => !descriptor.required)).toBe(true);
    const codes = one.errors.map((error) => error.code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const error of one.errors) {
      expectFields(error, FIELDS.error);
      expect(error).toMatchObject({ code: expect.any(Number), message: expect.any(String), data: { code: expect.any(String) } });
    }
  });
});

it('has the version of the project', () => {
  const root = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
  expect(API.version).toBe(root.version);
  expect(openRpcDocument(registry, { title: 'Another', version: '2.0.0' }).info).toEqual({ title: 'Another', version: '2.0.0' });
});

it('gives parameters with their schemas and defaults, the needed ones first', () => {
  expect(method('bank.pay').params).toEqual([
    { name: 'capabilities', description: 'Capabilities.', required: true, schema: expect.objectContaining({ type: 'array' }) },
    {
      name: 'format',
      description: 'A format before what is needed.',
      required: true,
      schema: { type: 'string', maxLength: 8, default: 'full' },
    },
    {
      name: 'to',
      description: 'To whom.',
      required: true,
      schema: {
        type: 'array',
        items: [{ type: 'string', maxLength: 1024 }, expect.objectContaining({ type: 'integer' })],
        minItems: 2,
        maxItems: 2,
      },
    },
    {
      name: 'at',
      description: 'When.',
      required: false,
      schema: { type: 'string', format: 'date-time', default: '2006-10-23T03:08:00Z' },
    },
  ]);
});

it('bounds what callers send, and no result', () => {
  expect(method('bank.pay').result.schema).toEqual({
    type: 'array',
    items: {
      type: 'object',
      properties: {
        id: { type: 'string' },
        pair: { type: 'array', items: [{ type: 'string' }, { type: 'number' }], minItems: 2, maxItems: 2 },
        note: { type: 'string' },
      },
      required: ['id', 'pair'],
      additionalProperties: false,
    },
  });
});

it('gives the faults of authority and handler with their codes', () => {
  expect(method('bank.pay').errors).toEqual([
    { code: 9302, message: 'A key is needed.', data: { code: 'openrpc_test.no_key', kind: 'unauthenticated', retry: false } },
    { code: 9301, message: 'The account holds less.', data: { code: 'openrpc_test.too_poor', kind: 'refused', retry: false } },
  ]);
});

it('says who may call', () => {
  expect(method('bank.pay')['x-authority']).toEqual({ kind: 'guarded', needs: 'a full capability' });
  expect(method('ping')['x-authority']).toEqual({ kind: 'public', why: 'it does nothing' });
});
