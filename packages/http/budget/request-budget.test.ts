import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { testBudget, testCall } from '../../../test/testkit/call.ts';
import { RequestBudget, Sources } from '../index.ts';

const MIB = 1024 * 1024;
const code = (act: () => unknown): string | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    return (error as { spec: { code: string } }).spec.code;
  }
};

describe('a request', () => {
  beforeEach(() => {
    // The one clock that it reads; the event loop stays as it is.
    vi.useFakeTimers({ toFake: ['performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('begins no call once its replies have a MiB', () => {
    const budget = testBudget();
    budget.spend(MIB - 1);
    expect(code(() => budget.check())).toBeUndefined();
    budget.spend(1);
    expect(code(() => budget.check())).toBe('reply_too_large');
  });

  it('begins no call after 15 seconds', () => {
    const budget = testBudget();
    vi.advanceTimersByTime(14_999);
    expect(code(() => budget.check())).toBeUndefined();
    vi.advanceTimersByTime(1);
    expect(code(() => budget.check())).toBe('busy');
  });

  it.each([[{ destroyed: true, readableEnded: false }], [{ destroyed: false, readableEnded: true }]])(
    'begins no call for a caller who has left: %j',
    (caller) => {
      expect(code(() => testBudget(caller).check())).toBe('busy');
    },
  );

  it('counts calls inside of others together', async () => {
    const budget = testBudget();
    for (let n = 0; n < 3; n++) await budget.beginInner(3);
    await expect((async () => budget.beginInner(3))()).rejects.toMatchObject({ spec: { code: 'invalid_request' } });
  });

  it('gives twenty refusals a line each and sums up the rest', () => {
    const budget = testBudget();
    const { log, logged } = testCall();
    const lines = Array.from({ length: 50 }, (_, n) => budget.logs(n % 2 === 0 ? 'busy' : 'internal'));
    expect(lines).toEqual([...Array(20).fill(true), ...Array(30).fill(false)]);
    budget.logSum(log, 'request-1');
    expect(logged).toEqual([
      { level: 'info', message: 'more calls of this request refused', requestId: 'request-1', faults: { busy: 15, internal: 15 } },
    ]);
    testBudget().logSum(log, 'request-2');
    expect(logged.length).toBe(1);
  });
});

describe('a source', () => {
  const caller = { destroyed: false, readableEnded: false };

  it('is an IPv4 address or an IPv6 network', () => {
    const sources = new Sources(MIB / 4);
    expect(sources.of('192.0.2.1')).toBe(sources.of('::ffff:192.0.2.1'));
    expect(sources.of('192.0.2.1')).not.toBe(sources.of('192.0.2.2'));
    expect(sources.of('2001:db8::1')).toBe(sources.of('2001:db8::ffff:1'));
    expect(sources.of('2001:db8::1')).not.toBe(sources.of('2001:db8:0:1::1'));
  });

  it('may have 16 MiB of replies unread, and others go on', () => {
    const sources = new Sources(MIB / 4);
    const heavy = Array.from({ length: 32 }, () => new RequestBudget(sources.of('192.0.2.1'), caller));
    for (const budget of heavy) budget.spend(MIB / 2);
    const next = new RequestBudget(sources.of('192.0.2.1'), caller);
    expect(code(() => next.check())).toBe('busy');
    expect(code(() => new RequestBudget(sources.of('192.0.2.2'), caller).check())).toBeUndefined();
    heavy[0]?.release();
    expect(code(() => next.check())).toBeUndefined();
  });

  it('may have 1 MiB where all together have 64 MiB unread, so that four others do not keep it out', () => {
    const sources = new Sources(MIB / 4);
    for (let n = 0; n < 4; n++) sources.of(`192.0.2.${n}`).hold(16 * MIB);
    const honest = sources.of('192.0.2.99');
    honest.hold(MIB - 1);
    expect(honest.full).toBe(false);
    honest.hold(1);
    expect(honest.full).toBe(true);
    sources.of('192.0.2.0').release(2 * MIB);
    expect(honest.full).toBe(false);
  });

  it('may have nothing more where all together have 256 MiB unread', () => {
    const sources = new Sources(MIB / 4);
    for (let n = 0; n < 255; n++) sources.of(`192.0.2.${n}`).hold(MIB);
    expect(sources.of('198.51.100.1').full).toBe(false);
    sources.of('192.0.2.0').hold(MIB);
    expect(sources.of('198.51.100.1').full).toBe(true);
  });

  it('is not full by one body, however long a body may be', () => {
    const sources = new Sources(64 * MIB);
    const source = sources.of('192.0.2.1');
    for (let n = 0; n < 3; n++) source.hold(64 * MIB);
    expect(source.full).toBe(false);
    source.hold(64 * MIB);
    expect(source.full).toBe(true);
    expect(sources.of('192.0.2.2').full).toBe(false);
  });

  it('is forgotten only where nothing is done for it', () => {
    const sources = new Sources(MIB / 4);
    const busy = sources.of('192.0.2.1');
    busy.hold(1);
    const idle = sources.of('192.0.2.2');
    for (let n = 0; n < 1_000; n++) sources.of(`10.0.${n >> 8}.${n & 255}`);
    expect(sources.of('192.0.2.1')).toBe(busy);
    expect(sources.of('192.0.2.2')).not.toBe(idle);
  });
});
