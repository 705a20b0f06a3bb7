import { describe, expect, test } from 'vitest';
import { inProcessServer } from '../../test/testkit/server.ts';
import { commands } from './testkit.ts';

const server = inProcessServer();
const { scrip, json, rpc, loginOf } = commands(server);
const SECRET2 = '3d9c9417-6b10-594b-b7b0-7d21616aaf50';

describe('capability', () => {
  test('show tells in words what a login is', async () => {
    const { code, out } = await scrip(['capability', 'show', await loginOf('Secret2 Linden', 'secret2')]);
    expect(code).toBe(0);
    expect(out).toMatch(/^status +valid$/m);
    expect(out).toMatch(/^kind +login$/m);
    expect(out).toMatch(new RegExp(`^holder +Secret2 Linden \\(${SECRET2}\\)$`, 'm'));
    expect(out).toMatch(/^limits +none$/m);
    expect(out).toMatch(/^expires +\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC, in (1 hour|59 minutes.*)$/m);
  });

  test('show tells what was spent of a total', async () => {
    const login = await loginOf('Secret2 Linden', 'secret2');
    const token = (await rpc('general.narrowCapability', [[login], login, { total: 50 }])) as string;
    await rpc('bank.pay', [[token], 12, SECRET2, 'working', 'ImSoCool Mann', '', 'on a total', 0]);
    const { out } = await scrip(['capability', 'show', token]);
    expect(out).toMatch(/^limits +at most 50 in all payments together$/m);
    expect(out).toMatch(/^spent +12, and 38 left$/m);
    expect(await json('capability', 'show', token)).toMatchObject({ spent: 12, left: 38 });
  });

  test('show reads a capability from a pipe, and reports as JSON', async () => {
    const { code, out } = await scrip(['capability', 'show', '-', '--json'], { input: `${server.operator}\n` });
    expect([code, JSON.parse(out)]).toEqual([0, expect.objectContaining({ status: 'valid', kind: 'operator', holder: 'operator' })]);
  });

  test('revoke by the capability itself, seen by show at once', async () => {
    const login = await loginOf('Secret2 Linden', 'secret2');
    expect((await scrip(['capability', 'revoke', '-'], { input: login })).code).toBe(0);
    expect(await json('capability', 'show', login)).toMatchObject({ code: 0, status: 'revoked' });
  });

  test('revoke by jti', async () => {
    const login = await loginOf('Secret2 Linden', 'secret2');
    const { jti } = await json('capability', 'show', login);
    expect(await json('capability', 'revoke', String(jti).toUpperCase())).toEqual({ code: 0, jti, revoked: true });
    expect(await json('capability', 'show', login)).toMatchObject({ status: 'revoked' });
  });

  test('a bad one is told as a wrong parameter, without advice about the own capability', async () => {
    const { code, err } = await scrip(['capability', 'show', 'x.y.z']);
    expect([code, err]).toEqual([1, expect.stringContaining('cut or changed on its way')]);
    expect(err).not.toContain('SCRIP_DATA');
  });
});
