import { createRpc, type Fault, param, procedure, publicAuthority, t } from '@scrip/rpc';
import { describe, expect, it } from 'vitest';
import { noGuard, testBudget, testCall } from '../../test/testkit/call.ts';
import { doorServer, httpRequest } from '../../test/testkit/doors.ts';
import { answerCalls, callDoor, type Exchange, type MediaCodec, textReply } from './index.ts';

const rpc = createRpc({
  batchLimit: 5,
  guard: noGuard,
  procedures: [
    procedure({
      name: 'test.double',
      summary: 'Doubles a number.',
      params: { number: param(t.int(), 'A number.') },
      result: t.int(),
      resultDoc: 'Twice as much.',
      faults: [],
      authority: publicAuthority('a test calls it'),
      // The greatest number is done first.
      handler: async ({ number }) => {
        await new Promise((resolve) => setTimeout(resolve, 30 - number));
        return number * 2;
      },
    }),
  ],
});

/** A line for each call: a procedure and its one parameter, `quiet` before those that want no answer. */
const lines: MediaCodec = {
  name: 'lines',
  mediaTypes: ['text/lines', ''],
  open: ({ body }): Exchange<readonly string[], string> => ({
    read: () => {
      const text = Buffer.from(body).toString();
      if (text === 'broken') throw new Error('hunter2');
      return text.split('\n').map((line) => line.split(' '));
    },
    async run([quiet, ...rest], call) {
      const [method = '', value] = quiet === 'quiet' ? rest : [quiet, ...rest];
      const result = await rpc.invoke(call, method, [value]);
      return quiet === 'quiet' ? undefined : String(result.value);
    },
    writeResult: (_line, result) => {
      if (result === '26') throw new Error('thirteen is bad luck');
      return result;
    },
    writeFault: (fault: Fault, line) => `${line?.join(' ') ?? 'all'}: ${fault.spec.code}`,
    reply: (answers) => textReply('text/lines', answers.join('\n')),
  }),
};

const ask = async (body: string, call = testCall()) => (await answerCalls(lines, httpRequest({ body, call }))).body;

describe('the way of calls', () => {
  it('answers in the order of the calls', async () => {
    expect(await ask('test.double 1\ntest.double 20\ntest.double 30')).toBe('2\n40\n60');
  });

  it('writes a fault in the place of its call', async () => {
    expect(await ask('test.double 1\ntest.none 1\ntest.double x\ntest.double 2')).toBe(
      '2\ntest.none 1: method_not_found\ntest.double x: invalid_params\n4',
    );
  });

  it('leaves out what wants no answer', async () => {
    expect(await ask('quiet test.double 1\ntest.double 2')).toBe('4');
  });

  it('hides an error of reading or of writing, and logs it', async () => {
    for (const [body, answer] of [
      ['broken', 'all: internal'],
      ['test.double 13', 'test.double 13: internal'],
    ] as const) {
      const call = testCall();
      expect(await ask(body, call)).toBe(answer);
      expect(call.logged).toMatchObject([{ level: 'error', requestId: call.requestId, err: expect.any(Error) }]);
    }
  });
});

describe('a batch', () => {
  /** A codec of so many calls, each of which takes a turn of the event loop and answers with a text of that length. */
  const batch = (count: number, length: number, onBegin: (underWay: number) => void = () => {}): MediaCodec => {
    let underWay = 0;
    return {
      ...lines,
      open: () => ({
        read: () => Array.from({ length: count }, (_, n) => n),
        async run() {
          onBegin(++underWay);
          await new Promise((resolve) => setImmediate(resolve));
          underWay--;
          return 'x'.repeat(length);
        },
        writeResult: (_read, result) => String(result),
        writeFault: (fault: Fault) => fault.spec.code,
        reply: (answers) => textReply('text/lines', answers.join('\n')),
      }),
    };
  };
  const answers = async (codec: MediaCodec, call = testCall()) =>
    String((await answerCalls(codec, httpRequest({ body: 'x', call }))).body).split('\n');

  it('has at most sixteen of its calls under way', async () => {
    const seen: number[] = [];
    const given = await answers(batch(50, 1, (underWay) => seen.push(underWay)));
    expect(given).toEqual(Array(50).fill('x'));
    expect(Math.max(...seen)).toBe(16);
  });

  it('begins none once the reply is long, and answers all that it has begun', async () => {
    let begun = 0;
    const given = await answers(batch(50, 200_000, () => begun++));
    expect(given.filter((answer) => answer !== 'reply_too_large').map(({ length }) => length)).toEqual(Array(begun).fill(200_000));
    expect(given.length).toBe(50);
    expect(begun).toBeLessThanOrEqual(6 + 16);
  });

  it('begins none for a caller who has left', async () => {
    const caller = { destroyed: false, readableEnded: false };
    let begun = 0;
    const codec = batch(50, 1, () => {
      caller.destroyed = ++begun === 20;
    });
    await answers(codec, { ...testCall(), budget: testBudget(caller) });
    expect(begun).toBe(20);
  });
});

describe('credentials beside the parameters', () => {
  const seen = async (authorization?: string | string[]) => {
    let credentials: unknown;
    const codec: MediaCodec = {
      ...lines,
      open: (request) => ({
        ...lines.open(request),
        async run(_read, call) {
          credentials = call.credentials;
          return undefined;
        },
      }),
    };
    await answerCalls(codec, { ...httpRequest({ body: 'x' }), headers: authorization === undefined ? {} : { authorization } });
    return credentials;
  };

  it.each([
    ['Bearer a.b.c', [{ kind: 'capability', token: 'a.b.c' }]],
    ['bearer  a.b.c ', [{ kind: 'capability', token: 'a.b.c' }]],
    ['Basic eDp5', []],
    ['Bearer', []],
    ['Bearer a b', []],
    [`Bearer ${'x'.repeat(4_097)}`, []],
    [undefined, []],
  ])('%j', async (header, wanted) => {
    expect(await seen(header)).toEqual(wanted);
  });
});

describe('a door over HTTP', () => {
  const server = doorServer([
    callDoor({
      name: 'lines',
      addresses: ['POST /lines'],
      codecs: [lines, { ...lines, mediaTypes: ['text/other', 'text/lines'] }],
      chosenBy: (body) => (body.length === 1 ? { ...lines, open: () => ({ ...lines.open(httpRequest({})), read: () => [] }) } : undefined),
    }),
  ]);
  const post = (body: string, type?: string) =>
    fetch(`${server.url}/lines`, { method: 'POST', body: Buffer.from(body), headers: type === undefined ? {} : { 'content-type': type } });

  it.each(['text/lines', 'TEXT/Lines; charset=x', 'text/other', undefined])('takes %s', async (type) => {
    const reply = await post('test.double 4', type);
    expect([reply.status, reply.headers.get('content-type'), await reply.text()]).toEqual([200, 'text/lines', '8']);
  });

  it('refuses other media types and names its own, each once', async () => {
    const reply = await post('test.double 4', 'Text/Odd; charset=utf-8');
    expect(reply.status).toBe(415);
    expect(await reply.json()).toEqual({
      error: 'unsupported_media_type',
      message: 'the Content-Type is "text/odd"; /lines takes text/lines, text/other',
    });
  });

  it('lets the body choose its codec', async () => {
    expect(await (await post('x', 'text/unknown')).text()).toBe('');
  });
});
