import { Fault } from '@scrip/rpc';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testCall } from '../../../test/testkit/call.ts';
import { type Person, testWorld, type World } from '../../../test/testkit/world.ts';

interface Item {
  readonly id: string;
  readonly time: Date;
  readonly operator: string;
  readonly operator_id: string;
  readonly method: string;
  readonly params: Record<string, unknown>;
  readonly source: string;
  readonly outcome: string;
}

let world: World;
let ann: Person;
let last = '';

beforeAll(async () => {
  world = await testWorld();
  ann = await world.person('Ann', 10);
  await newItems();
});
afterAll(async () => {
  await world.check();
  await world.close();
});

async function items(after = '', limit = 1_000): Promise<Item[]> {
  return (await world.call('operator.log', [[world.operator], after, limit])) as Item[];
}
/** What was logged since this was called last. */
async function newItems(): Promise<Item[]> {
  const found = await items(last);
  last = found.at(-1)?.id ?? last;
  return found;
}
const codeOf = (result: Promise<unknown>) =>
  result.then(
    () => 'ok',
    (error: unknown) => (error instanceof Fault ? error.spec.code : String(error)),
  );
const add = async (name: string, ...scopes: string[]) => {
  const token = (await world.call('operator.addOperator', [[world.operator], name, scopes, 3_600])) as string;
  await newItems();
  return token;
};

/** No call can be written into the log. */
async function fillDisk(): Promise<void> {
  await world.database.pool.query(`CREATE FUNCTION test_full() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the disk is full' USING ERRCODE = '53100'; END $$`);
  await world.database.pool.query('CREATE TRIGGER test_full BEFORE INSERT ON operator_call FOR EACH ROW EXECUTE FUNCTION test_full()');
}
async function emptyDisk(): Promise<void> {
  await world.database.pool.query('DROP TRIGGER test_full ON operator_call; DROP FUNCTION test_full');
}

describe('a call of an operator is logged', () => {
  it('with who, what, when, from where and outcome', async () => {
    const token = await add('Mia', 'money');
    const before = Date.now() - 1_000;
    await world.call('operator.mint', [[token], ann.akey, 'working', 5, 'gift', 'once']);
    const [item, ...others] = await newItems();
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      operator: 'Mia',
      method: 'operator.mint',
      params: { akey: ann.akey, account_name: 'working', amount: 5, comment: 'gift', request_id: 'once' },
      source: '192.0.2.1',
      outcome: 'ok',
    });
    expect(item?.time.getTime()).toBeGreaterThan(before);
    const [listed] = (await world.call('operator.listOperators', [[world.operator]])) as { id: string }[];
    expect(item?.operator_id).toBe(listed?.id);
    await newItems();
  });

  it('as that of the root where it is the server’s own capability, whether it reads or writes', async () => {
    await world.call('operator.listAvatars', [[world.operator]]);
    await world.call('operator.setChallengeLogin', { capabilities: [world.operator], akey: ann.akey, enabled: 1 });
    expect((await newItems()).map(({ operator, method, outcome }) => [operator, method, outcome])).toEqual([
      ['root', 'operator.listAvatars', 'ok'],
      ['root', 'operator.setChallengeLogin', 'ok'],
    ]);
  });

  it('where it fails, with the code of its fault', async () => {
    expect(await codeOf(world.call('operator.mint', [[world.operator], 'Nobody', 'working', 5, '']))).toBe('general.unknown_avatar');
    expect(await newItems()).toMatchObject([{ method: 'operator.mint', outcome: 'general.unknown_avatar' }]);
  });

  it('where it is refused: the scope is wrong, or the parameters can not be read, of which nothing is kept', async () => {
    const token = await add('Rea', 'read');
    await codeOf(world.call('operator.mint', [[token], ann.akey, 'working', 5, '']));
    await codeOf(world.call('operator.addAvatar', [[token], 'Newcomer', 'hunter2', 'a', 'b', '', 'superfluous']));
    await codeOf(world.call('operator.addAvatar', { capabilities: [token], name: 'Newcomer', pass: 'hunter2' }));
    await codeOf(world.rpc.invoke(testCall(token), 'operator.mint', []));
    const found = await newItems();
    expect(found.map(({ operator, method, outcome }) => `${operator} ${method} ${outcome}`)).toEqual([
      'Rea operator.mint auth.forbidden',
      'Rea operator.addAvatar invalid_params',
      'Rea operator.addAvatar invalid_params',
      'Rea operator.mint invalid_params',
    ]);
    expect(found.slice(1).map(({ params }) => params)).toEqual([{}, {}, {}]);
  });

  it('once for each call in a multicall', async () => {
    const call = { methodName: 'operator.listAvatars', params: [[world.operator]] };
    const bad = { methodName: 'operator.freezeAccount', params: [[world.operator], ann.akey, 'nothing', 1] };
    await world.call('system.multicall', [[call, bad, call]]);
    expect((await newItems()).map(({ method, outcome }) => `${method} ${outcome}`).sort()).toEqual([
      'operator.freezeAccount bank.unknown_account',
      'operator.listAvatars ok',
      'operator.listAvatars ok',
    ]);
  });

  it('where it looks into an account as an operator, but not where its owner does', async () => {
    await world.call('bank.accountDetails', [[ann.login], ann.akey, 'working']);
    await world.call('bank.accountDetails', [[world.operator], ann.akey, 'working']);
    expect(await newItems()).toMatchObject([{ operator: 'root', method: 'bank.accountDetails' }]);
  });

  it('where somebody’s login comes beside the operator’s capability: it does not hide who looks', async () => {
    const [meg, stranger] = [await add('Meg', 'money'), await world.person('Stranger', 0)];
    const look = (...capabilities: string[]) => codeOf(world.call('bank.accountDetails', [capabilities, ann.akey, 'working']));
    expect(await look(stranger.login, world.operator)).toBe('ok');
    expect(await look(stranger.login, meg)).toBe('auth.forbidden');
    expect(await look(ann.login, meg)).toBe('ok');
    expect((await newItems()).map(({ operator, method, outcome }) => `${operator} ${method} ${outcome}`)).toEqual([
      'root bank.accountDetails ok',
      'Meg bank.accountDetails auth.forbidden',
    ]);
  });

  it('but not where it reads the log, and not where nobody or no operator calls', async () => {
    await items();
    for (const capabilities of [[], ['nonsense'], [ann.login]]) await codeOf(world.call('operator.listAvatars', [capabilities]));
    await codeOf(world.call('operator.mint', [['nonsense'], 'too few']));
    expect(await newItems()).toEqual([]);
  });
});

describe('the log', () => {
  it('comes in pages, oldest first', async () => {
    const all = await items();
    expect(all.map(({ time }) => time)).toEqual(all.map(({ time }) => time).toSorted((a, b) => a.getTime() - b.getTime()));
    const paged: Item[] = [];
    for (let page = await items('', 3); page.length > 0; page = await items(page.at(-1)?.id, 3)) paged.push(...page);
    expect(paged).toEqual(all);
  });

  it('has the call before anything is done, and does not know how it ended where the server dies', async () => {
    const { pool } = world.database;
    await pool.query(`CREATE FUNCTION test_dies() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.outcome = 'ok' THEN RAISE EXCEPTION 'as if the server had died'; END IF; RETURN NEW; END $$`);
    await pool.query('CREATE TRIGGER test_dies BEFORE INSERT ON operator_outcome FOR EACH ROW EXECUTE FUNCTION test_dies()');
    const minted = await world.call('operator.mint', [[world.operator], ann.akey, 'working', 1, '']);
    await pool.query('DROP TRIGGER test_dies ON operator_outcome; DROP FUNCTION test_dies');
    expect(minted).toMatch(/^[0-9a-f-]{36}$/);
    expect(await newItems()).toMatchObject([{ method: 'operator.mint', outcome: 'unknown' }]);
  });

  it('is written, or nothing is done and nothing is told', async () => {
    const balance = () => world.call('bank.accountBalance', [[ann.login], ann.akey, 'working']);
    const before = await balance();
    await fillDisk();
    const calls = [
      await codeOf(world.rpc.invoke(testCall(), 'operator.mint', [[world.operator], ann.akey, 'working', 1, ''])),
      await codeOf(world.rpc.invoke(testCall(), 'operator.listAvatars', [[world.operator]])),
    ];
    await emptyDisk();
    expect(calls).toEqual(['busy', 'busy']);
    expect(await balance()).toBe(before);
  });

  it('sums refused calls beyond 60 a minute, each operator’s apart', async () => {
    const [noisy, other] = [await add('Noisy', 'read'), await add('Other', 'read')];
    for (let n = 0; n < 75; n++) await codeOf(world.call('operator.rotateKey', [[noisy]]));
    await codeOf(world.call('operator.rotateKey', [[other]]));
    expect((await newItems()).map(({ operator }) => operator)).toEqual([...Array(60).fill('Noisy'), 'Other']);
    const sumUp = async () => world.jobs.find(({ name }) => name === "sum up operators' refused calls")?.run();
    await fillDisk();
    await expect(sumUp()).rejects.toThrow('the disk is full');
    await emptyDisk();
    await Promise.all([sumUp(), sumUp()]);
    expect(await newItems()).toMatchObject([
      { operator: 'Noisy', method: 'operator.rotateKey', params: { refused_calls: 15 }, outcome: 'auth.forbidden' },
    ]);
  });
});
