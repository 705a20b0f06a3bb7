import { createRpc, param, procedure, publicAuthority, t } from '@scrip/rpc';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { noGuard } from '../../test/testkit/call.ts';
import { answerOf } from '../../test/testkit/doors.ts';
import { jsonRpcCodec } from './index.ts';

const BATCH_LIMIT = 8;
const rpc = createRpc({
  guard: noGuard,
  batchLimit: BATCH_LIMIT,
  procedures: [
    procedure({
      name: 'test.echo',
      summary: 'Answers what came.',
      params: { value: param(t.any(), 'Anything.', null) },
      result: t.any(),
      resultDoc: 'The same.',
      faults: [],
      authority: publicAuthority('a test calls it'),
      handler: ({ value }) => value,
    }),
  ],
});
const codec = jsonRpcCodec(rpc);

/** Mostly what a request may hold in that place, and sometimes anything. */
const often = <T>(usual: fc.Arbitrary<T>) => fc.oneof({ weight: 4, arbitrary: usual }, { weight: 1, arbitrary: fc.jsonValue() });
const methods = fc.constantFrom('test.echo', 'system.listMethods', 'system.multicall', 'rpc.discover', 'rpc.x', 'none', '__proto__', '');
const requests = fc.record(
  {
    jsonrpc: often(fc.constant('2.0')),
    method: often(methods),
    params: often(fc.oneof(fc.array(fc.jsonValue(), { maxLength: 2 }), fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 2 }))),
    id: often(fc.oneof(fc.string(), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null))),
    ['__proto__']: fc.jsonValue(),
  },
  { requiredKeys: [] },
);
const members = fc.oneof({ weight: 5, arbitrary: requests }, { weight: 1, arbitrary: fc.jsonValue() });
const bodies = fc.oneof(members, fc.array(members, { maxLength: BATCH_LIMIT + 2 })).map((body) => JSON.stringify(body));

async function answer(body: Uint8Array): Promise<string> {
  const reply = await answerOf(codec, { body });
  expect(reply.status).toBe(reply.body === '' ? 204 : 200);
  return reply.body;
}

/** Whether this is a whole reply of JSON-RPC 1.0 or 2.0, and an error of it one that a client can match on. */
function expectReply(reply: Record<string, unknown>): void {
  const { id, error } = reply;
  expect(id === null || typeof id === 'string' || typeof id === 'number').toBe(true);
  const members = Object.keys(reply).sort().join();
  if (reply['jsonrpc'] === undefined) {
    expect(members).toBe('error,id,result');
    expect(reply['result'] === null || error === null).toBe(true);
  } else {
    expect(reply['jsonrpc']).toBe('2.0');
    expect(members).toBe(error === undefined ? 'id,jsonrpc,result' : 'error,id,jsonrpc');
  }
  if (!error) return;
  const { code, message, data } = error as { code: number; message: string; data: { code: string } };
  expect(Number.isInteger(code)).toBe(true);
  expect(message.startsWith(`${data.code}: `)).toBe(true);
  expect(data.code).not.toBe('internal');
}

/** The id of the reply that a request must get, or undefined where it is a notification: section 4 of the specification. */
function wantedId(request: unknown): unknown {
  const { jsonrpc, method, params, id } = (request ?? {}) as Record<string, unknown>;
  const idFits = id === null || typeof id === 'string' || typeof id === 'number';
  const paramsFit = params === undefined || (typeof params === 'object' && params !== null);
  const fits = typeof method === 'string' && paramsFit;
  if (fits && jsonrpc === '2.0' && id === undefined) return undefined;
  if (fits && jsonrpc === undefined && id === null) return undefined;
  return idFits ? id : null;
}

it('answers any JSON with valid replies, one for each request and none for a notification', async () => {
  await fc.assert(
    fc.asyncProperty(bodies, async (text) => {
      const body: unknown = JSON.parse(text);
      const written = await answer(new TextEncoder().encode(text));
      const replies = written === '' ? [] : [JSON.parse(written)].flat();
      for (const reply of replies) expectReply(reply);
      const isBatch = Array.isArray(body) && body.length > 0 && body.length <= BATCH_LIMIT;
      const refusedByParser = replies.length === 1 && replies[0].error?.code === -32700;
      if (refusedByParser || (Array.isArray(body) && !isBatch)) {
        expect(replies).toMatchObject([{ id: null, error: {} }]);
        return;
      }
      expect(written.startsWith('[')).toBe(isBatch && replies.length > 0);
      const wanted = (isBatch ? body : [body]).map(wantedId).filter((id) => id !== undefined);
      expect(replies.map((reply) => reply.id)).toEqual(JSON.parse(JSON.stringify(wanted)));
    }),
    { numRuns: 1000 },
  );
});

it('answers any bytes with one valid reply or a parse error', async () => {
  const cut = fc.tuple(bodies, fc.nat(), fc.uint8Array({ maxLength: 4 })).map(([text, at, junk]) => {
    const bytes = new TextEncoder().encode(text);
    const place = at % (bytes.length + 1);
    return Uint8Array.from([...bytes.subarray(0, place), ...junk, ...bytes.subarray(place + junk.length)]);
  });
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array(), cut), async (bytes) => {
      const written = await answer(bytes);
      for (const reply of written === '' ? [] : [JSON.parse(written)].flat()) expectReply(reply);
    }),
    { numRuns: 1000 },
  );
});
