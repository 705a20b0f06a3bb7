import { describe, expect, test } from 'vitest';
import { inProcessServer } from '../../test/testkit/server.ts';
import { commands } from './testkit.ts';

const server = inProcessServer();
const { scrip, json, rpc, loginOf } = commands(server);

describe('currency', () => {
  test('adds one, and lists it behind the default', async () => {
    expect((await scrip(['currency', 'add', 'EUR', '2'])).out).toBe('EUR is there, with 2 decimal places\n');
    expect(await json('currency', 'add', 'EUR', '2')).toMatchObject({ code: 'EUR', scale: 2 });
    const { out } = await scrip(['currency', 'list']);
    expect(out).toBe('CODE  SCALE  DEFAULT\nL$    0      yes\nEUR   2\n');
  });

  test('is not changed', async () => {
    const { code, err } = await scrip(['currency', 'add', 'EUR', '3']);
    expect([code, err]).toEqual([1, expect.stringContaining('EUR has the scale 2')]);
  });

  test('refuses a scale of 7 before it asks the server', async () => {
    const { code, err } = await scrip(['currency', 'add', 'USD', '7'], { env: { SCRIP_URL: 'http://127.0.0.1:9' } });
    expect([code, err]).toEqual([2, expect.stringContaining('from 0 to 6')]);
  });
});

describe('account', () => {
  test('show tells what is there', async () => {
    const { out } = await scrip(['account', 'show', 'ImSoCool Mann', 'savings']);
    expect(out).toMatch(
      /^state +open\nbalance +250 L\$\navailable +250 L\$\nheld +0 L\$ out, 0 L\$ in\noverdraft +0 L\$\nmaximum +no limit\n/,
    );
    expect(await json('account', 'show', 'imsocool mann', 'savings')).toMatchObject({ balance: 250, state: 'open', maximum: -1 });
    const { code, err } = await scrip(['account', 'show', 'Matt', 'nowhere']);
    expect([code, err]).toEqual([1, expect.stringContaining('bank.unknown_account')]);
  });

  test('freeze and unfreeze', async () => {
    const login = await loginOf('Matt', 'matt');
    const akey = await rpc('general.getAvatarKey', ['Matt']);
    await scrip(['mint', 'Matt', 'working', '5']);
    const pay = () => rpc('bank.pay', [[login], 1, akey, 'working', 'Chad', 'working', '', 0]);
    expect((await scrip(['account', 'freeze', 'Matt', 'working'])).out).toBe('frozen: nothing leaves the account\n');
    await expect(pay()).rejects.toThrow('bank.account_frozen');
    expect(await json('account', 'unfreeze', 'Matt', 'working')).toMatchObject({ code: 0, frozen: false });
    await pay();
  });

  test('limits sets one and keeps the other', async () => {
    const limits = (...options: string[]) => json('account', 'limits', 'Matt', 'working', ...options);
    expect(await limits('--overdraft', '500')).toMatchObject({ overdraft: 500, maximum: -1 });
    expect(await limits('--maximum', '1000')).toMatchObject({ overdraft: 500, maximum: 1_000 });
    expect(await limits('--maximum', 'none', '--overdraft', '0')).toMatchObject({ overdraft: 0, maximum: -1 });
  });

  test.each([[[]], [['--overdraft', '-5']], [['--maximum', 'lots']]])('limits refuses %j', async (options) => {
    expect((await scrip(['account', 'limits', 'Matt', 'working', ...options])).code).toBe(2);
  });
});
