import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faultOf } from '../../test/testkit/faults.ts';
import { testWorld, type World } from '../../test/testkit/world.ts';

let world: World;
let ann: { akey: string; login: string };
let bob: { akey: string; login: string };
let cyd: { akey: string; login: string };

beforeAll(async () => {
  world = await testWorld();
  ann = await world.person('Ann Able', 1_000);
  bob = await world.person('Bob Best', 100);
  cyd = await world.person('Cyd Cole');
});
afterEach(() => world.check());
afterAll(() => world.close());

const pay = (params: unknown[]) => world.call('bank.pay', params);
const balance = (who: { akey: string; login: string }, account = 'working') =>
  world.call('bank.accountBalance', [[who.login], who.akey, account]);

describe('bank.pay', () => {
  it('moves money between the working accounts and tells both sides', async () => {
    const id = await pay([[ann.login], 10, ann.akey, 'working', bob.akey, 'working', 'for the chair', 1]);
    expect(await balance(ann)).toBe(990);
    expect(await balance(bob)).toBe(110);
    const [line] = (await world.call('bank.transactions', [[bob.login], bob.akey, 'working'])) as object[];
    expect(line).toMatchObject({
      transaction_id: id,
      type: 'pay',
      amount: 10,
      balance: 110,
      other_akey: ann.akey,
      other_name: 'Ann Able',
      comment: 'for the chair',
    });
    const [notice] = (await world.call('general.notifications', [[bob.login]])) as object[];
    expect(notice).toMatchObject({ kind: 'payment', text: 'Ann Able paid you 10 L$: for the chair', reference: id });
  });

  it('books a request id once, whatever the spelling of its parameters', async () => {
    const before = await balance(ann);
    const first = await pay([[ann.login], 7, ann.akey, 'working', bob.akey, 'working', 'again', 1, 'id-1']);
    const second = await pay([[ann.login], '7', ann.akey.toUpperCase(), 'Working', 'bob best', 'WORKING', 'again', true, 'id-1']);
    expect(second).toBe(first);
    expect(await balance(ann)).toBe((before as number) - 7);
    expect(await world.call('general.notifications', [[bob.login]])).toHaveLength(2);
    expect(await faultOf(pay([[ann.login], 8, ann.akey, 'working', bob.akey, 'working', 'again', 1, 'id-1']))).toMatch(
      /^bank\.request_conflict: /,
    );
    // The id belongs to who used it: somebody else may have the same one.
    expect(await pay([[bob.login], 7, bob.akey, 'working', ann.akey, 'working', 'back', 0, 'id-1'])).not.toBe(first);
  });

  it('does not use a request id up where the payment was refused', async () => {
    const params = [[cyd.login], 50, cyd.akey, 'working', bob.akey, 'working', 'later', 0, 'id-2'];
    expect(await faultOf(pay(params))).toBe('bank.insufficient_funds: working holds 0, 50 needed');
    await pay([[ann.login], 50, ann.akey, 'working', cyd.akey, 'working', 'here', 0]);
    expect(await pay(params)).toMatch(/^[0-9a-f-]{36}$/);
    expect(await balance(cyd)).toBe(0);
  });

  it('pays into working unless the caller has full access to the payee', async () => {
    await world.call('bank.openAccount', [[bob.login], 'shop']);
    const before = await balance(bob);
    await pay([[ann.login], 3, ann.akey, 'working', bob.akey, 'shop', '', 0]);
    expect([await balance(bob), await balance(bob, 'shop')]).toEqual([(before as number) + 3, 0]);
    const grant = await world.call('bank.grantAllAccountsFullCapability', [[bob.login], ann.akey, 60]);
    await pay([[ann.login, grant], 3, ann.akey, 'working', bob.akey, 'shop', '', 0]);
    await pay([[bob.login], 2, bob.akey, 'working', bob.akey, 'shop', 'to myself', 0]);
    expect([await balance(bob), await balance(bob, 'shop')]).toEqual([(before as number) + 1, 5]);
    const read = await world.call('bank.grantAllAccountsReadCapability', [[bob.login], ann.akey, 60]);
    await pay([[ann.login, read], 3, ann.akey, 'working', bob.akey, 'shop', '', 0]);
    expect(await balance(bob, 'shop')).toBe(5);
    expect(await faultOf(pay([[ann.login, grant], 3, ann.akey, 'working', bob.akey, 'nowhere', '', 0]))).toMatch(
      /^bank\.unknown_account: /,
    );
  });

  it.each([
    ['the account name avatar', () => bob.akey, 'avatar'],
    ['a key that nobody is registered under', () => '11111111-2222-4333-8444-555555555555', 'working'],
  ])('holds what goes in-world: %s', async (_name, payee, account) => {
    const before = (await balance(ann)) as number;
    const id = await pay([[ann.login], 4, ann.akey, 'working', payee(), account, 'cash', 1]);
    expect(await balance(ann)).toBe(before - 4);
    expect(await world.database.prisma.payout.findFirst({ where: { journalId: id as string } })).toMatchObject({
      akey: payee(),
      state: 'queued',
    });
    expect(await world.database.prisma.hold.findMany({ where: { journalId: id as string } })).toMatchObject([
      { amount: 4n, state: 'open' },
    ]);
    // What is held can not be spent.
    expect(await faultOf(pay([[ann.login], before, ann.akey, 'working', bob.akey, 'working', '', 0]))).toMatch(/insufficient_funds/);
  });

  it('holds a payment to an avatar who is registered without a login', async () => {
    const akey = await world.avatars.register({ name: 'Only Inworld', password: null });
    await pay([[ann.login], 4, ann.akey, 'working', 'only inworld', 'working', '', 0]);
    expect(await world.database.prisma.payout.count({ where: { akey } })).toBe(1);
    expect(await world.database.prisma.account.count({ where: { owner: akey } })).toBe(0);
  });

  it('cuts a comment at 64 characters, and none of them in half', async () => {
    await pay([[ann.login], 1, ann.akey, 'working', bob.akey, 'working', '🙂'.repeat(70), 0]);
    const [line] = (await world.call('bank.transactions', [[ann.login], ann.akey, 'working', 0, 1])) as { comment: string }[];
    expect(line?.comment).toBe('🙂'.repeat(64));
  });

  it.each([
    ['zero', 0, 'bank.invalid_amount'],
    ['negative', -5, 'bank.invalid_amount'],
    ['a fraction of what can not be divided', 1.5, 'bank.invalid_amount'],
    ['a word', 'ten', 'invalid_params'],
    ['true', true, 'invalid_params'],
    ['more than an int, and than there is', 2 ** 31, 'bank.insufficient_funds'],
    ['more than an account can hold', '9007199254740992', 'bank.invalid_amount'],
    ['more digits than any amount has', 1e21, 'invalid_params'],
    ['nil', null, 'invalid_params'],
  ])('refuses an amount that is %s', async (_name, amount, code) => {
    const before = await balance(ann);
    const fault = await faultOf(pay([[ann.login], amount, ann.akey, 'working', bob.akey, 'working', '', 0]));
    expect(fault.startsWith(`${code}: `), fault).toBe(true);
    expect(await balance(ann)).toBe(before);
  });

  it('refuses to pay an account from itself', async () => {
    expect(await faultOf(pay([[ann.login], 1, ann.akey, 'working', ann.akey, 'working', '', 0]))).toMatch(/^bank\.same_account: /);
  });

  it('books a request id once, in whatever order the grants for it came', async () => {
    const grants = await Promise.all(
      [ann, bob].map(async ({ akey }) => world.call('bank.grantAllAccountsFullCapability', [[cyd.login], akey, 60])),
    );
    await pay([[ann.login], 2, ann.akey, 'working', cyd.akey, 'working', '', 0]);
    const capabilities = [ann.login, bob.login, ...grants];
    const one = (held: unknown[]) => pay([held, 1, cyd.akey, 'working', bob.akey, 'working', 'once', 0, 'either']);
    expect(await one(capabilities.toReversed())).toBe(await one(capabilities));
    expect(await pay([[cyd.login], 1, cyd.akey, 'working', ann.akey, 'working', '', 0])).toMatch(/-/);
  });

  it('looks for the payee only where the payer may be charged', async () => {
    expect(await faultOf(pay([[ann.login], 1, bob.akey, 'working', 'No Body', 'working', '', 0]))).toMatch(/^auth\.forbidden: /);
  });

  it('names a payee that nobody is called', async () => {
    expect(await faultOf(pay([[ann.login], 1, ann.akey, 'working', 'No Body', 'working', '', 0]))).toMatch(/^general\.unknown_avatar: /);
  });
});

describe('grants', () => {
  it('work only beside the login of the avatar that they were given to', async () => {
    const full = await world.call('bank.grantAllAccountsFullCapability', [[bob.login], ann.akey, 60]);
    const params = (capabilities: unknown[]) => [capabilities, 1, bob.akey, 'working', cyd.akey, 'working', 'granted', 0];
    expect(await faultOf(pay(params([full])))).toMatch(/^auth\.capability_required: /);
    expect(await faultOf(pay(params([full, cyd.login])))).toMatch(/^auth\.forbidden: /);
    expect(await pay(params([full, ann.login]))).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('of reading allow balance, list and history, and nothing else', async () => {
    const read = await world.call('bank.grantAllAccountsReadCapability', [[bob.login], 'ann able', 60]);
    const both = [ann.login, read];
    expect(await world.call('bank.accountBalance', [both, bob.akey, 'working'])).toBe(await balance(bob));
    expect(await world.call('bank.accountList', [both, bob.akey])).toEqual(['working', 'shop']);
    expect(await world.call('bank.transactions', [both, bob.akey, 'working', 0, 1])).toHaveLength(1);
    expect(await faultOf(pay([both, 1, bob.akey, 'working', ann.akey, 'working', '', 0]))).toMatch(/^auth\.forbidden: /);
    expect(await faultOf(world.call('bank.transfer', [both, bob.akey, 1, 'working', 'shop', '']))).toMatch(/^auth\.forbidden: /);
  });

  it('end when they are revoked', async () => {
    const full = await world.call('bank.grantAllAccountsFullCapability', [[bob.login], ann.akey, 60]);
    expect(await world.call('general.revokeCapability', [[bob.login], full])).toBe(1);
    expect(await faultOf(world.call('bank.accountBalance', [[ann.login, full], bob.akey, 'working']))).toMatch(
      /^auth\.capability_revoked: /,
    );
  });

  it('keep the limits that they were narrowed to', async () => {
    const full = (await world.call('bank.grantAllAccountsFullCapability', [[bob.login], ann.akey, 60])) as string;
    const narrow = async (limits: object) => [ann.login, (await world.capabilities.narrow(full, limits)).token];
    const params = (capabilities: unknown[], amount: number, from: string, to: string) => [
      capabilities,
      amount,
      bob.akey,
      from,
      to,
      'working',
      '',
      0,
    ];
    const small = await narrow({ maxEach: 2, payees: [cyd.akey], accounts: ['shop'] });
    expect(await faultOf(pay(params(small, 3, 'shop', cyd.akey)))).toMatch(/^auth\.forbidden: .*2 at a time/);
    expect(await faultOf(pay(params(small, 2, 'shop', ann.akey)))).toMatch(/^auth\.forbidden: /);
    expect(await faultOf(pay(params(small, 2, 'working', cyd.akey)))).toMatch(/^auth\.forbidden: /);
    expect(await faultOf(world.call('bank.accountBalance', [small, bob.akey, 'working']))).toMatch(/^auth\.forbidden: /);
    expect(await world.call('bank.accountList', [small, bob.akey])).toEqual(['shop']);
    expect(await pay(params(small, 2, 'shop', cyd.akey))).toMatch(/^[0-9a-f-]{36}$/);
    const counted = await narrow({ total: 1 });
    expect(await pay(params(counted, 1, 'shop', cyd.akey))).toMatch(/^[0-9a-f-]{36}$/);
    expect(await faultOf(pay(params(counted, 1, 'shop', cyd.akey)))).toMatch(/^bank\.grant_exhausted: 0 is left/);
    expect(await pay(params(await narrow({ payees: [cyd.akey.toUpperCase()] }), 1, 'shop', cyd.akey))).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('open only those accounts of the payee that they reach', async () => {
    await world.call('bank.openAccount', [[bob.login], 'private']);
    const full = (await world.call('bank.grantAllAccountsFullCapability', [[bob.login], ann.akey, 60])) as string;
    const { token } = await world.capabilities.narrow(full, { accounts: ['shop'] });
    const before = [await balance(bob, 'working'), await balance(bob, 'shop')] as [number, number];
    for (const account of ['Shop', 'private', 'nowhere']) await pay([[ann.login, token], 1, ann.akey, 'working', bob.akey, account, '', 0]);
    expect([await balance(bob, 'working'), await balance(bob, 'shop')]).toEqual([before[0] + 2, before[1] + 1]);
    expect(await balance(bob, 'private')).toBe(0);
  });

  it.each([
    ['amounts', { maxEach: 1 }],
    ['time', {}],
  ])('are not given by a login that was narrowed in %s, which would have more through them', async (_what, limits) => {
    const { token } = await world.capabilities.narrow(bob.login, { ...limits, validForSecs: 10 });
    for (const what of ['Full', 'Read']) {
      const grant = world.call(`bank.grantAllAccounts${what}Capability`, [[token], ann.akey, 60]);
      expect(await faultOf(grant)).toMatch(/^auth\.forbidden: /);
    }
    expect(await world.call('bank.grantAllAccountsReadCapability', [[token, bob.login], ann.akey, 60])).toMatch(/\./);
  });
});

describe('accounts', () => {
  it('are opened once, in one spelling, in one currency', async () => {
    expect(await world.call('bank.openAccount', [[cyd.login], 'Holiday fund'])).toBe('Holiday fund');
    expect(await world.call('bank.openAccount', [[cyd.login], 'holiday FUND', 'L$'])).toBe('Holiday fund');
    expect(await faultOf(world.call('bank.openAccount', [[cyd.login], 'Euros', 'EUR']))).toMatch(/^bank\.unknown_currency: .*L\$/);
    expect(await world.call('bank.accountList', [[cyd.login], cyd.akey])).toEqual(['working', 'Holiday fund']);
  });

  it.each(['a,b', ' a', 'a ', 'a#b', 'a::b', 'avatar', 'AVATAR', 'a\nb'])('can not be called %j', async (name) => {
    expect(await faultOf(world.call('bank.openAccount', [[cyd.login], name]))).toMatch(/^bank\.invalid_account_name: /);
  });

  it('are limited in number', async () => {
    const many = await world.person('Many Accounts');
    for (let at = 1; at < 100; at++) await world.call('bank.openAccount', [[many.login], `account ${at}`]);
    expect(await faultOf(world.call('bank.openAccount', [[many.login], 'one more']))).toMatch(/^bank\.too_many_accounts: /);
  });

  it('are limited in number however many are opened at once', async () => {
    const hasty = await world.person('Hasty Hal');
    // Few are left to open: a crowd that waits for as many connections is told `busy` where the machine is slow.
    await world.database.pool.query(
      `INSERT INTO account (id, owner, name, currency, floor)
       SELECT gen_random_uuid(), $1, 'there ' || n, 'L$', 0 FROM generate_series(1, 90) n`,
      [hasty.akey],
    );
    const opened = await Promise.all(
      Array.from({ length: 25 }, (_, at) => faultOf(world.call('bank.openAccount', [[hasty.login], `n ${at}`]))),
    );
    expect(await world.database.prisma.account.count({ where: { owner: hasty.akey } })).toBe(100);
    expect(opened.filter((fault) => fault.startsWith('bank.too_many_accounts: '))).toHaveLength(16);
  });

  it('are nobody else’s to see, whether or not they are there', async () => {
    for (const account of ['working', 'nowhere']) {
      expect(await faultOf(world.call('bank.accountBalance', [[ann.login], bob.akey, account]))).toMatch(/^auth\.forbidden: /);
    }
    expect(await faultOf(world.call('bank.accountBalance', [[ann.login], ann.akey, 'nowhere']))).toMatch(/^bank\.unknown_account: /);
    expect(await faultOf(world.call('bank.accountBalance', [[], ann.akey, 'working']))).toMatch(/^auth\.capability_required: /);
  });

  it('show their history page by page, with every balance following from the one before', async () => {
    const dee = await world.person('Dee Dunn', 100);
    for (let at = 1; at <= 12; at++) await pay([[dee.login], at, dee.akey, 'working', bob.akey, 'working', `payment ${at}`, 0]);
    type Line = { amount: number; balance: number; comment: string };
    const page = async (offset: number, limit: number) =>
      (await world.call('bank.transactions', [[dee.login], dee.akey, 'working', offset, limit])) as Line[];
    const all = await page(0, -1);
    expect(all).toHaveLength(13);
    expect([...(await page(0, 5)), ...(await page(5, 5)), ...(await page(10, 5))]).toEqual(all);
    expect(all[0]).toMatchObject({ comment: 'payment 12', amount: -12, balance: 22 });
    expect(all.at(-1)).toMatchObject({ comment: 'start', amount: 100, balance: 100 });
    expect(await page(13, 5)).toEqual([]);
  });
});

describe('bank.transfer', () => {
  it('moves money between accounts of one avatar, once for a request id', async () => {
    await world.call('bank.openAccount', [[ann.login], 'savings']);
    const before = (await balance(ann)) as number;
    const params = [[ann.login], ann.akey, 20, 'working', 'savings', 'put by', 't-1'];
    const id = await world.call('bank.transfer', params);
    expect(await world.call('bank.transfer', params)).toBe(id);
    expect([await balance(ann), await balance(ann, 'savings')]).toEqual([before - 20, 20]);
    expect(await faultOf(world.call('bank.transfer', [[ann.login], ann.akey, 1, 'savings', 'Savings', '']))).toMatch(
      /^bank\.same_account: /,
    );
    expect(await faultOf(world.call('bank.transfer', [[ann.login], ann.akey, 1, 'savings', 'nowhere', '']))).toMatch(
      /^bank\.unknown_account: /,
    );
    expect(await faultOf(world.call('bank.transfer', [[ann.login], ann.akey, 21, 'savings', 'working', '']))).toBe(
      'bank.insufficient_funds: savings holds 20, 21 needed',
    );
  });
});

describe('operator.audit', () => {
  it('is for operators', async () => {
    expect(await faultOf(world.call('operator.audit', [[ann.login]]))).toMatch(/^auth\.forbidden: /);
    expect(await faultOf(world.call('operator.mint', [[ann.login], ann.akey, 'working', 1, '']))).toMatch(/^auth\.forbidden: /);
    expect(await world.call('operator.audit', [[world.operator]])).toMatchObject({ ok: true, difference: 0, problems: [] });
  });

  // Each of these is a way in which books go wrong; the audit has to see it, and the test puts it right again.
  it.each([
    [
      'an amount that was changed',
      `UPDATE entry SET amount = amount + 1 WHERE seq = 1 AND account_id = $1`,
      `UPDATE entry SET amount = amount - 1 WHERE seq = 1 AND account_id = $1`,
    ],
    [
      'a balance that was changed',
      `UPDATE entry SET balance = balance + 5 WHERE seq = 1 AND account_id = $1`,
      `UPDATE entry SET balance = balance - 5 WHERE seq = 1 AND account_id = $1`,
    ],
    [
      'totals that were changed',
      `UPDATE account SET posted_credits = posted_credits + 9 WHERE id = $1`,
      `UPDATE account SET posted_credits = posted_credits - 9 WHERE id = $1`,
    ],
    [
      'a hold that nobody asked for',
      `UPDATE account SET held_debits = held_debits + 2 WHERE id = $1`,
      `UPDATE account SET held_debits = held_debits - 2 WHERE id = $1`,
    ],
    [
      'a gap in the numbers',
      `UPDATE entry SET seq = seq + 1000 WHERE seq = 1 AND account_id = $1`,
      `UPDATE entry SET seq = seq - 1000 WHERE seq = 1001 AND account_id = $1`,
    ],
    [
      'an entry that points elsewhere',
      `UPDATE entry SET leg = 7 WHERE seq = 1 AND account_id = $1`,
      `UPDATE entry SET leg = 0 WHERE seq = 1 AND account_id = $1`,
    ],
    [
      'a payment of tomorrow',
      `UPDATE journal SET created_at = created_at + interval '1 day' WHERE id IN (SELECT journal_id FROM entry WHERE seq = 1 AND account_id = $1)`,
      `UPDATE journal SET created_at = created_at - interval '1 day' WHERE id IN (SELECT journal_id FROM entry WHERE seq = 1 AND account_id = $1)`,
    ],
  ])('sees %s', async (_name, damage, repair) => {
    const { id } = await world.bank.accounts.get(ann.akey, 'working');
    await world.database.pool.query(damage, [id]);
    const audit = await world.bank.audit();
    await world.database.pool.query(repair, [id]);
    expect(audit.ok).toBe(false);
    expect(audit.problems.length).toBeGreaterThan(0);
  });

  it('tells that the mint has reached its end, not that the account has', async () => {
    const mint = world.call('operator.mint', [[world.operator], bob.akey, 'working', Number.MAX_SAFE_INTEGER, '']);
    expect(await faultOf(mint)).toMatch(/^bank\.limit_exceeded: the bank's own account /);
  });

  it('takes its time where the books are long', async () => {
    const { pool } = world.database;
    // The check that reads the holds, twice, takes longer than any call may wait for the database.
    await pool.query(`ALTER TABLE hold RENAME TO hold_kept;
      CREATE VIEW hold AS SELECT * FROM hold_kept
        WHERE (SELECT CASE WHEN current_query() LIKE '%its open holds%' THEN pg_sleep(3.3)::text END) IS DISTINCT FROM 'never'`);
    const audit = await world.bank.audit().finally(() => pool.query('DROP VIEW hold; ALTER TABLE hold_kept RENAME TO hold'));
    expect(audit.ok).toBe(true);
  });

  it.each([
    [
      'a hold of accounts that are not there',
      `UPDATE hold SET debit_id = gen_random_uuid() WHERE journal_id = $1`,
      `UPDATE hold SET debit_id = $2 WHERE journal_id = $1`,
    ],
    [
      'a payout whose money is not held',
      `UPDATE payout SET journal_id = gen_random_uuid() WHERE journal_id = $1`,
      `UPDATE payout SET journal_id = $1 WHERE journal_id NOT IN (SELECT journal_id FROM hold)`,
    ],
  ])('sees %s', async (what, damage, repair) => {
    const fay = await world.person(`Fay ${what.length}`, 5);
    const id = await pay([[fay.login], 5, fay.akey, 'working', bob.akey, 'avatar', '', 0]);
    const account = await world.bank.accounts.get(fay.akey, 'working');
    await world.database.pool.query(damage, [id]);
    const audit = await world.bank.audit();
    await world.database.pool.query(repair, repair.includes('$2') ? [id, account.id] : [id]);
    expect(audit.problems).toContainEqual(expect.stringContaining('is not there'));
  });

  it('sees entries without a journal', async () => {
    const { rows } = await world.database.pool.query('DELETE FROM journal WHERE id = (SELECT journal_id FROM entry LIMIT 1) RETURNING *');
    const audit = await world.bank.audit();
    await world.database.pool.query('INSERT INTO journal SELECT * FROM json_populate_recordset(null::journal, $1)', [JSON.stringify(rows)]);
    expect(audit.problems).toEqual([expect.stringContaining('is not there')]);
  });
});
