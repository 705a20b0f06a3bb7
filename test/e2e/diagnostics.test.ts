import { describe, expect, it } from 'vitest';
import { inProcessServer } from '../testkit/server.ts';
import { jsonRpc, xmlRpc } from '../testkit/transports.ts';
import { needsTool, runClient } from './clients/run.ts';
import { must, refusal } from './demo-world.ts';

describe('without SCRIP_DIAGNOSTICS', () => {
  const server = inProcessServer();

  it.each(['diagnostics.echo', 'validator1.easyStructTest'])('%s is not there', async (name) => {
    const invoke = jsonRpc(`${server.url}/jsonrpc`);
    expect(await refusal(invoke, name, {})).toMatch(/^method_not_found: /);
    expect(await must(invoke, 'system.listMethods')).not.toContain(name);
  });
});

describe('with SCRIP_DIAGNOSTICS=1', () => {
  const server = inProcessServer({ env: { SCRIP_DIAGNOSTICS: '1' } });

  it("the validator's eight methods answer Python's client as the validator wants it", async ({ skip }) => {
    needsTool('python3', skip);
    expect(await runClient('python3', 'validator.py', { url: `${server.url}/xmlrpc` })).toEqual({
      arrayOfStructsTest: 24,
      countTheEntities: { ctLeftAngleBrackets: 3, ctRightAngleBrackets: 2, ctAmpersands: 4, ctApostrophes: 1, ctQuotes: 2 },
      easyStructTest: 13,
      echoStructTest: true,
      manyTypesTest: true,
      moderateSizeArrayCheck: 'first日本last😀',
      nestedStructTest: 4,
      simpleStructReturnTest: { times10: 70, times100: 700, times1000: 7000 },
      echo: true,
    });
  });

  it('a nil comes back where it was asked for, and is a fault where it was not', async () => {
    expect(await must(xmlRpc(`${server.url}/xmlrpc?nil=1`), 'diagnostics.echo', { a: null })).toEqual({ a: null });
    expect(await refusal(xmlRpc(`${server.url}/xmlrpc`), 'diagnostics.echo', null)).toMatch(/^not_representable: /);
    expect(await must(jsonRpc(`${server.url}/jsonrpc`), 'diagnostics.echo', null)).toBeNull();
  });

  it.each([
    ['validator1.easyStructTest', { moe: 2_000_000_000, larry: 2_000_000_000, curly: 0 }],
    ['validator1.easyStructTest', { moe: 1, larry: 0.5, curly: 0 }],
    ['validator1.arrayOfStructsTest', [{ curly: 2_000_000_000 }, { curly: 2_000_000_000 }]],
    ['validator1.nestedStructTest', { 2000: { '04': { '01': { moe: 1e300, larry: 0, curly: 0 } } } }],
  ])('%s refuses numbers whose sum is no int: %j', async (method, numbers) => {
    expect(await refusal(jsonRpc(`${server.url}/jsonrpc`), method, numbers)).toMatch(/^invalid_params: .*sum/);
  });

  it('a struct without the wanted number is a fault that names it', async () => {
    expect(await refusal(jsonRpc(`${server.url}/jsonrpc`), 'validator1.easyStructTest', { moe: 1, larry: 2 })).toMatch(
      /^invalid_params: .*curly/,
    );
  });
});
