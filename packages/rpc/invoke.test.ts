import { beforeEach, describe, expect, it } from 'vitest';
import { testCall } from '../../test/testkit/call.ts';
import {
  busy,
  createInvoke,
  createRegistry,
  defineFault,
  Fault,
  type Finished,
  type Guard,
  param,
  procedure,
  publicAuthority,
  t,
} from './index.ts';

const declaredFault = defineFault({ code: 'invoke_test.declared', fault: 9201, kind: 'refused', doc: 'Declared.' });
const undeclaredFault = defineFault({ code: 'invoke_test.undeclared', fault: 9202, kind: 'refused', doc: 'Not declared.' });
const noKey = defineFault({ code: 'invoke_test.no_key', fault: 9203, kind: 'unauthenticated', doc: 'No key.' });

/** What happened, in order; a step throws what stands for it here. */
let steps: string[];
let throwing: { decide?: unknown; handle?: unknown; returned?: unknown };
let finished: Finished[];

function step(name: 'decide' | 'handle'): void {
  steps.push(name);
  if (throwing[name] !== undefined) throw throwing[name];
}

const registry = createRegistry([
  procedure({
    name: 'test.guarded',
    summary: 'Goes through every step.',
    params: {
      capabilities: param(t.array(t.string()), 'Capabilities.'),
      amount: param(t.int(), 'How much.'),
      comment: param(t.string(), 'Why.', 'none'),
    },
    result: t.string(),
    resultDoc: 'What came.',
    faults: [declaredFault],
    authority: {
      kind: 'guarded',
      needs: 'a key',
      holders: [],
      faults: [noKey],
      async decide(_input, verified: unknown) {
        step('decide');
        return verified;
      },
    },
    handler({ amount, comment }, authority) {
      step('handle');
      return (throwing.returned ?? `${authority} ${amount} ${comment}`) as string;
    },
  }),
  procedure({
    name: 'test.public',
    summary: 'Takes a string first.',
    params: { name: param(t.string(), 'A name.') },
    result: t.string(),
    resultDoc: 'The name.',
    faults: [],
    authority: publicAuthority('a test calls it'),
    handler: ({ name }) => name,
  }),
]);

/** How often the guard was asked. */
let asked: number;
/** Tells what came. */
const guard: Guard = {
  async verify({ credentials }, tokens) {
    asked++;
    return [...tokens, credentials[0]?.kind === 'capability' ? credentials[0].token : 'no bearer'].join('+');
  },
};
const invoke = createInvoke(registry, { guard, onFinished: (one) => finished.push(one) });

beforeEach(() => {
  steps = [];
  throwing = {};
  finished = [];
  asked = 0;
});

async function fault(...given: Parameters<typeof invoke>): Promise<Fault> {
  const outcome = await invoke(...given).then(
    (result) => result,
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(Fault);
  return outcome as Fault;
}

describe('the order of a call', () => {
  it('checks the parameters, decides, handles', async () => {
    const result = await invoke(testCall(), 'test.guarded', [['cap'], 5]);
    expect(result.value).toBe('cap+no bearer 5 none');
    expect(result.type.kind).toBe('string');
    expect(steps).toEqual(['decide', 'handle']);
    expect(finished).toMatchObject([{ method: 'test.guarded', fault: undefined }]);
    expect(finished[0]?.duration_ms).toBeGreaterThanOrEqual(0);
  });

  it('asks the guard once for a guarded call, and not for a public one', async () => {
    await invoke(testCall(), 'test.public', ['x']);
    expect(asked).toBe(0);
    await invoke(testCall(), 'test.guarded', [['cap', 'another'], 5]);
    expect(asked).toBe(1);
  });

  it('decides nothing where a parameter is wrong', async () => {
    throwing.decide = noKey('a key is needed');
    expect((await fault(testCall(), 'test.guarded', [['cap'], 'abc'])).spec.code).toBe('invalid_params');
    expect(steps).toEqual([]);
  });

  it('handles nothing where authority says no', async () => {
    throwing.decide = noKey('a key is needed');
    throwing.handle = declaredFault('never reached');
    expect((await fault(testCall(), 'test.guarded', [['cap'], 5])).spec.code).toBe('invoke_test.no_key');
    expect(steps).toEqual(['decide']);
  });

  it('names an unknown procedure, and counts it under one name', async () => {
    const error = await fault(testCall(), 'test.nothing', []);
    expect(error.faultString).toContain('method_not_found: no procedure is named "test.nothing"');
    expect(finished).toMatchObject([{ method: 'unknown', fault: error }]);
  });

  it.each([
    ['guarded', 'did you mean test.guarded? '],
    ['bank.GUARD', 'did you mean test.guarded? '],
    ['test.guardedNow', 'did you mean test.guarded? '],
    ['test.ed', '; system.listMethods'],
    ['', '; system.listMethods'],
  ])('tells of %j what may have been meant', async (name, advice) => {
    expect((await fault(testCall(), name, [])).message).toContain(advice);
  });

  it('quotes only the beginning of an unknown name', async () => {
    expect((await fault(testCall(), 'x'.repeat(100_000), [])).faultString.length).toBeLessThan(200);
  });
});

describe('faults', () => {
  it('lets the server say what an error that nobody caught means', async () => {
    const lost = new Error('connection lost');
    const translating = createInvoke(registry, {
      guard,
      onFinished: (one) => finished.push(one),
      asFault: (error) => (error === lost ? busy('the database does not answer') : undefined),
    });
    const call = testCall();
    throwing.handle = lost;
    await expect(translating(call, 'test.guarded', [[], 5])).rejects.toThrow('the database does not answer');
    expect(finished).toMatchObject([{ fault: { spec: { code: 'busy' } }, cause: lost }]);
    expect(call.logged).toEqual([]);
    throwing.handle = new Error('another');
    await expect(translating(call, 'test.guarded', [[], 5])).rejects.toMatchObject({ spec: { code: 'internal' } });
  });

  it('lets a declared one through', async () => {
    throwing.handle = declaredFault('the rules say no');
    const call = testCall();
    expect(await fault(call, 'test.guarded', [[], 5])).toBe(throwing.handle);
    expect(call.logged).toEqual([]);
    expect(finished).toMatchObject([{ fault: throwing.handle }]);
  });

  it.each([
    ['an undeclared fault', undeclaredFault('secret detail')],
    ['an error', new Error('secret detail')],
    ['something that is no error', 'secret detail'],
  ])('turns %s into internal, which tells the request id and nothing else', async (_, thrown) => {
    throwing.handle = thrown;
    const call = testCall();
    const error = await fault(call, 'test.guarded', [['secret key'], 5]);
    expect(error.spec.code).toBe('internal');
    expect(error.faultString).toContain('request-1');
    expect(error.faultString).not.toContain('secret');
    expect(call.logged).toMatchObject([{ level: 'error', err: thrown, requestId: 'request-1', method: 'test.guarded' }]);
    expect(finished).toMatchObject([{ fault: error, cause: thrown }]);
  });

  it('hides what authority throws without declaring it', async () => {
    throwing.decide = declaredFault('declared by the handler as well');
    expect((await fault(testCall(), 'test.guarded', [[], 5])).spec.code).toBe('invoke_test.declared');
    throwing.decide = new Error('secret detail');
    expect((await fault(testCall(), 'test.guarded', [[], 5])).spec.code).toBe('internal');
  });

  it('answers internal where a handler returns what it does not declare', async () => {
    throwing.returned = 17;
    const call = testCall();
    const error = await fault(call, 'test.guarded', [[], 5]);
    expect(error.spec.code).toBe('internal');
    expect(String(call.logged[0]?.['err'])).toContain('test.guarded returned what it does not declare: no string');
  });
});

describe('positional parameters', () => {
  it.each([
    [[], 'takes 2 to 3 parameters (capabilities, amount, comment); 0 came'],
    [[[]], '1 came'],
    [[[], 1, 'a', 'b'], '4 came'],
  ])('refuses %j', async (params, text) => {
    expect((await fault(testCall(), 'test.guarded', params)).message).toContain(text);
    expect(steps).toEqual([]);
  });

  it('says how many where none is optional', async () => {
    expect((await fault(testCall(), 'test.public', [])).message).toContain('takes 1 parameter (name); 0 came');
  });

  it('lets a bearer stand for the capabilities array', async () => {
    const bearer = testCall('token');
    expect((await invoke(bearer, 'test.guarded', [5])).value).toBe('token 5 none');
    expect((await invoke(bearer, 'test.guarded', [5, 'rent'])).value).toBe('token 5 rent');
    expect((await invoke(bearer, 'test.guarded', [['cap'], 5])).value).toBe('cap+token 5 none');
    expect((await invoke(bearer, 'test.public', ['x'])).value).toBe('x');
    await expect(invoke(bearer, 'test.guarded', ['', 5, 'rent'])).rejects.toThrow('capabilities is ""; an array is needed');
  });

  it('takes no other first parameter for the array without a bearer', async () => {
    expect((await fault(testCall(), 'test.guarded', [5, 'rent'])).message).toContain('capabilities is 5; an array');
  });
});

describe('parameters by name', () => {
  it('takes them in any order, with defaults', async () => {
    expect((await invoke(testCall(), 'test.guarded', { amount: 5, capabilities: ['cap'] })).value).toBe('cap+no bearer 5 none');
    expect((await invoke(testCall(), 'test.guarded', { comment: 'rent', amount: 5 })).value).toBe('no bearer 5 rent');
  });

  it('refuses an unknown one', async () => {
    const error = await fault(testCall(), 'test.guarded', { amount: 5, amout: 6 });
    expect(error.message).toBe('test.guarded has no parameter "amout"; it takes capabilities, amount, comment');
  });

  it('refuses a missing one', async () => {
    expect((await fault(testCall(), 'test.guarded', { capabilities: [] })).message).toBe(
      'test.guarded needs the parameter amount: How much.',
    );
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('takes %s for the name of a parameter that is none', async (name) => {
    const params = JSON.parse(`{"name":"x","${name}":{"name":"y"}}`);
    expect((await fault(testCall(), 'test.public', params)).message).toContain(`no parameter "${name}"`);
  });
});
