import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { inProcessServer } from '../../test/testkit/server.ts';
import { run } from './program.ts';
import { commands, type Outcome } from './testkit.ts';

const server = inProcessServer();
const { scrip, json, rpc, loginOf } = commands(server);

describe('avatar', () => {
  test('add takes a password from a pipe, and the avatar can log in with it', async () => {
    const { code, out } = await scrip(['avatar', 'add', 'Piped Person'], { input: 'pass word\r\nsecond line\n' });
    expect([code, out]).toEqual([0, expect.stringMatching(/^[0-9a-f-]{36}\n$/)]);
    await loginOf('Piped Person', 'pass word');
  });

  test('add takes key, e-mail address and password as options', async () => {
    const akey = '0b9c9417-6b10-594b-b7b0-7d21616aaf50';
    const options = ['--key', akey.toUpperCase(), '--email', 'given@example.org', '--password', 'x'];
    expect(await json('avatar', 'add', 'Given Person', ...options)).toEqual({ code: 0, akey });
    const { out } = await scrip(['avatar', 'list']);
    expect(out).toMatch(new RegExp(`^Given Person +${akey} +password, md5 +given@example.org +20`, 'm'));
  });

  test('add --no-login makes an avatar without a login and reads no password', async () => {
    expect((await scrip(['avatar', 'add', 'Robot', '--no-login'])).code).toBe(0);
    expect((await scrip(['avatar', 'list'])).out).toMatch(/^Robot +[0-9a-f-]{36} +none +- /m);
  });

  test.each([
    ['an empty pipe', ['avatar', 'add', 'Nobody']],
    ['an empty --password', ['avatar', 'add', 'Nobody', '--password', '']],
    ['--password beside --no-login', ['avatar', 'add', 'Nobody', '--no-login', '--password', 'x']],
  ])('add refuses %s as usage', async (_what, args) => {
    const { code, err } = await scrip(args);
    expect([code, err]).toEqual([2, expect.stringContaining('--no-login')]);
    await expect(rpc('general.getAvatarKey', ['Nobody'])).rejects.toThrow('general.unknown_avatar');
  });

  test('add tells the refusal of the server', async () => {
    const { code, out, err } = await scrip(['avatar', 'add', 'MATT', '--no-login']);
    expect([code, out, err]).toEqual([1, '', expect.stringMatching(/^scrip: general\.name_taken: /)]);
  });

  test('list pages, and tells that there is more', async () => {
    const { out } = await scrip(['avatar', 'list', '--limit', '2']);
    expect(out).toMatch(/^NAME +KEY +LOGIN/);
    expect(out).toContain('there may be more: --offset 2');
    expect((await scrip(['avatar', 'list', '--offset', '1000'])).out).toBe('no avatars\n');
  });

  test('list --json is what the server answers', async () => {
    const { out } = await scrip(['avatar', 'list', '--json', '--limit', '1']);
    expect(JSON.parse(out)).toEqual([expect.objectContaining({ name: 'An avatar', has_login: true })]);
  });
});

describe('an avatar that is there', () => {
  test('gets another password from a pipe, and what it held has ended', async () => {
    await scrip(['avatar', 'add', 'Forgetful'], { input: 'the first' });
    const login = await loginOf('Forgetful', 'the first');
    const { code, out } = await scrip(['avatar', 'password', 'Forgetful'], { input: 'the second\n' });
    expect([code, out]).toEqual([0, expect.stringContaining('has ended')]);
    await expect(rpc('bank.accountBalance', [[login], await rpc('general.getAvatarKey', ['Forgetful']), 'working'])).rejects.toThrow(
      'auth.capability_revoked',
    );
    await loginOf('Forgetful', 'the second');
    await expect(loginOf('Forgetful', 'the first')).rejects.toThrow('auth.login_failed');
  });

  test('keeps its password where none is given', async () => {
    await scrip(['avatar', 'add', 'Keeping'], { input: 'kept' });
    expect((await scrip(['avatar', 'password', 'Keeping'])).code).toBe(2);
    expect((await scrip(['avatar', 'password', 'Keeping', 'as an argument'], { input: 'x' })).code).toBe(2);
    await loginOf('Keeping', 'kept');
  });

  test('is renamed, and found by both names', async () => {
    const { akey } = await json('avatar', 'add', 'Former', '--no-login');
    expect(await json('avatar', 'rename', 'former', 'Present')).toEqual({ code: 0, avatar: 'former', name: 'Present' });
    for (const name of ['Former', 'Present']) expect(await rpc('general.getAvatarKey', [name])).toBe(akey);
    expect((await scrip(['avatar', 'rename', 'Present', 'Matt'])).err).toMatch(/^scrip: general\.name_taken: /);
  });

  test('is disabled and enabled', async () => {
    await scrip(['avatar', 'add', 'Suspect'], { input: 'password' });
    expect(await json('avatar', 'disable', 'Suspect')).toEqual({ code: 0, avatar: 'Suspect', disabled: true });
    await expect(loginOf('Suspect', 'password')).rejects.toThrow('auth.login_failed');
    expect((await scrip(['avatar', 'list'])).out).toMatch(/^Suspect +[0-9a-f-]{36} +disabled /m);
    expect(await json('avatar', 'enable', 'Suspect')).toEqual({ code: 0, avatar: 'Suspect', disabled: false });
    await loginOf('Suspect', 'password');
  });
});

describe('a password that is typed', () => {
  /** A terminal at which somebody types a line whenever it asks. */
  async function typing(lines: string[]): Promise<Outcome> {
    const outcome: Outcome = { code: 0, out: '', err: '' };
    const stdin = Object.assign(new PassThrough(), { isTTY: true });
    const stderr = {
      write(text: string) {
        outcome.err += text;
        if (text.endsWith(': ')) setImmediate(() => stdin.write(lines.shift() ?? ''));
      },
    };
    const stdout = { write: (text: string) => (outcome.out += text) };
    const env = { SCRIP_URL: server.url, SCRIP_DATA: server.dataDir };
    outcome.code = await run(['avatar', 'add', 'Typing Person'], { env, stdin, stdout, stderr });
    return outcome;
  }

  test('is refused where the second time differs', async () => {
    const { code, err } = await typing(['hunter2\r', 'hunter3\r']);
    expect([code, err]).toEqual([2, expect.stringContaining('differ')]);
  });

  test('is given up with Ctrl-C', async () => {
    const { code, err } = await typing(['hunt\x03']);
    expect([code, err]).toEqual([1, expect.stringContaining('nothing was done')]);
  });

  test('is asked for twice and never shown', async () => {
    const { code, out, err } = await typing(['hunter2\r', 'hunter2\r']);
    expect(code).toBe(0);
    expect(err).toBe('Password: \nThe same again: \n');
    expect(out).not.toContain('hunter2');
    await loginOf('Typing Person', 'hunter2');
  });
});
