import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lines, type SentCall } from '../../test/testkit/lines.ts';
import { inProcessServer } from '../../test/testkit/server.ts';
import { BEGIN, LOGGED_IN, needsPython, python } from './testkit.ts';

const server = inProcessServer();
const line = lines(() => server.url);

beforeEach(({ skip }) => needsPython(skip));

const run = async (program: string, url = server.url): Promise<unknown[]> =>
  (await python(program, url)).split('\n').map((text) => JSON.parse(text));

describe('calls', () => {
  it('take parameters by position, by name and mixed, and fill in the rest', async () => {
    const [before, paid, byName, after, parts] = await run(`${LOGGED_IN}
show(left())
show(pay(3))
show(client.bank.pay(amount="2", from_akey=COOL, from_account_name="working", to_akey="Matt", to_account_name="working", comment="", notify=True))
show(left())
show(client.bank.transaction(COOL, client.bank.transactions(COOL, "working", limit=1)[0]["transaction_id"])["parts"][0]["amount"])`);
    expect([paid, byName]).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), expect.stringMatching(/^[0-9a-f-]{36}$/)]);
    expect([after, parts]).toEqual([(before as number) - 5, 2]);
  });

  it('say what is wrong with them', async () => {
    expect(
      await run(`${LOGGED_IN}
def error(call):
    try: return call()
    except (TypeError, ValueError) as error: return str(error)
show(error(lambda: client.bank.accountBalance(COOL, "working", 1)))
show(error(lambda: client.bank.accountBalance(COOL, akey=COOL)))
show(error(lambda: pay(float("nan"))))
show(error(lambda: pay(object())))
show(fault(lambda: client.bank.accountBalance(COOL)))
show(fault(lambda: client.bank.nothing()))
show(fault(lambda: client.bank.accountBalance(COOL, "nothing")))`),
    ).toEqual([
      'bank.accountBalance takes 2 parameters (akey, account_name); 3 came',
      'bank.accountBalance got akey twice',
      'nan is no number that can be sent',
      'object can not be sent; a text, number, bool, list, dict or datetime is needed',
      ['invalid_params', -32602, false],
      ['method_not_found', -32601, false],
      ['bank.unknown_account', 1200, false],
    ]);
  });

  it('carry every value', async () => {
    const values = `["Zoë 日本 😀", 7, -2.5, True, False, None, {"a": [1, {}]}, [], "a::b"]`;
    expect(
      await run(`${BEGIN}
import datetime, decimal
show([client.general.getAvatarKey("ImSoCool Mann"), client.general.siteStatus(timeout=5)])
from scrip._values import encode
show(json.loads(encode(${values})))
show([encode(2**53), encode(decimal.Decimal("0.10")), encode(decimal.Decimal("1E+3")), encode(datetime.datetime(2006, 10, 23, 5, 8, tzinfo=datetime.timezone(datetime.timedelta(hours=2))))])
show(sorted(dir(client.bank))[:2])
show(client.vend.search.__doc__.splitlines()[0])`),
    ).toEqual([
      ['e4b4f1b3-f9fb-ceb4-b031-1a128795d26b', [expect.any(Boolean), true]],
      ['Zoë 日本 😀', 7, -2.5, true, false, null, { a: [1, {}] }, [], 'a::b'],
      ['"9007199254740992"', '"0.10"', '"1000"', '"2006-10-23T03:08:00Z"'],
      ['accountBalance', 'accountDetails'],
      expect.any(String),
    ]);
  });

  it('may be named by what Python keeps for itself', async () => {
    expect(await run(`${LOGGED_IN}show(client.vend.myOrders(as_="recipient"))`)).toEqual([[]]);
  });

  it('of several threads share a client', async () => {
    const [before, after, ids] = (await run(`${LOGGED_IN}
from concurrent.futures import ThreadPoolExecutor
show(left())
with ThreadPoolExecutor(8) as pool: ids = list(pool.map(lambda _: pay(1), range(24)))
show(left())
show(len(set(ids)))`)) as number[];
    expect([after, ids]).toEqual([(before ?? 0) - 24, 24]);
  });
});

describe('retries', () => {
  const busy = (calls: readonly SentCall[]) => ({
    body: JSON.stringify({ jsonrpc: '2.0', id: calls[0]?.id, error: { code: 1002, message: 'busy: later', data: { code: 'busy' } } }),
  });

  it('pay once where answers and requests are lost, under one id', async () => {
    for (const fates of [
      ['answer lost', 'lost', 'answer lost'],
      [busy, 'answer lost'],
      [
        { status: 503, body: '' },
        { status: 429, body: '' },
      ],
    ] as const) {
      const other = await line();
      // The login and the balance come first.
      other.next('passes', 'passes', 'passes', ...fates);
      const [was, is] = (await run(`${LOGGED_IN}show(left())\npay(3)\nshow(left())`, other.url)) as number[];
      expect(is).toBe((was ?? 0) - 3);
      const payments = other.calls('bank.pay');
      expect(payments).toHaveLength(fates.length + 1);
      expect(new Set(payments.map(({ params }) => params['request_id'])).size).toBe(1);
    }
  });

  it('are not made of what is not safe to repeat', async () => {
    const open = await line();
    open.next('passes', 'passes', 'answer lost');
    expect(await run(`${LOGGED_IN}show(fault(lambda: client.bank.openAccount("python")))`, open.url)).toEqual([
      ['client.connection', 0, true],
    ]);
    expect(open.calls('bank.openAccount')).toHaveLength(1);
  });

  it('end in time', async () => {
    const open = await line();
    open.next('passes', 'passes', 'never answered');
    const [fault, secs] = await run(
      `${LOGGED_IN}at = time.monotonic()
show(fault(lambda: pay(1, timeout=0.5)))
show(time.monotonic() - at < 5)`,
      open.url,
    );
    expect([fault, secs]).toEqual([['client.timeout', 0, true], true]);
  });

  it('begin anew where the server has closed a kept connection', async () => {
    const [status] = await run(`${LOGGED_IN}
client._transport._local.connection.sock.shutdown(2)
show(client.general.siteStatus()[1])`);
    expect(status).toBe(true);
  });
});

describe('logins', () => {
  it('never send the password, and are refused without a second try', async () => {
    const open = await line();
    await run(`${LOGGED_IN}show(1)`, open.url);
    expect(JSON.stringify(open.requests)).not.toContain('yourpasswordhere');
    expect(
      await run(
        `${BEGIN}
try: client.login("ImSoCool Mann", "wrong")
except ScripError as error: show([error.code, "wrong" in str(error)])`,
        open.url,
      ),
    ).toEqual([['auth.login_failed', false]]);
  });

  it('are renewed before they end, and where they were revoked', async () => {
    const open = await line();
    expect(
      await run(
        `${BEGIN}
asked = []
def password(): asked.append(1); return "yourpasswordhere"
first = client.login("ImSoCool Mann", password, 2)
time.sleep(1.8)
client.bank.accountList("ImSoCool Mann")
show(len(asked))
client.login("ImSoCool Mann", password)
revoked = client._capabilities()[0]
client.general.revokeCapability(revoked)
show("working" in client.bank.accountList("ImSoCool Mann"))
show(len(asked))`,
        open.url,
      ),
    ).toEqual([2, true, 4]);
  });

  it('stand beside grants', async () => {
    expect(
      await run(`${LOGGED_IN}
other = Client(os.environ["SCRIP_URL"])
other.login("Secret2 Linden", "secret2")
grant = client.bank.grantAllAccountsReadCapability("Secret2 Linden", 600)
show(other.with_capabilities(grant).bank.accountBalance(COOL, "working") == left())
try: other.bank.accountBalance(COOL, "working")
except ScripError as error: show(error.code)
try: client.bank.accountList(COOL, capabilities=[])
except ScripError as error: show(error.code)`),
    ).toEqual([true, 'auth.forbidden', 'auth.capability_required']);
  });
});

describe('hostile servers', () => {
  const open: Server[] = [];
  afterEach(() => {
    for (const one of open.splice(0)) one.close().closeAllConnections();
  });

  async function answering(answer: (write: import('node:http').ServerResponse) => void): Promise<string> {
    const one = createServer((_request, response) => answer(response));
    open.push(one);
    await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(one.address() as AddressInfo).port}`;
  }

  it.each([
    ['no JSON', 'hello'],
    ['deep JSON', '['.repeat(100_000)],
    ['a list', '[]'],
    ['another id', '{"jsonrpc":"2.0","id":2,"result":1}'],
    ['an error without a word', '{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"x"}}'],
    ['neither', '{"jsonrpc":"2.0","id":1}'],
  ])('%s', async (_what, body) => {
    const url = await answering((response) => response.end(body));
    const program = `${BEGIN}
try: client.general.siteStatus()
except ScripError as error: show([error.code, error.fault])`;
    expect(await run(program, url)).toEqual([['client.bad_answer', 0]]);
  });

  it('an endless answer, a redirect, a slow one', async () => {
    const program = `${BEGIN}
try: client.general.siteStatus(timeout=20)
except ScripError as error: show(error.code)`;
    const endless = await answering((response) => {
      const piece = Buffer.alloc(1024 * 1024, 'x');
      const more = () => {
        while (!response.destroyed && response.write(piece));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    expect(await run(program, endless)).toEqual(['client.bad_answer']);
    const redirect = await answering((response) => response.writeHead(307, { location: `${server.url}/jsonrpc` }).end());
    expect(await run(program, redirect)).toEqual(['client.bad_answer']);
    const slow = await answering((response) => {
      const timer = setInterval(() => response.write(' '), 100);
      response.on('close', () => clearInterval(timer));
    });
    expect(await run(program.replace('timeout=20', 'timeout=1'), slow)).toEqual(['client.timeout']);
  });

  it('addresses that are none are refused at once', async () => {
    expect(
      await run(`${BEGIN}
for url in ["ftp://x", "localhost:1", "http://u:p@host", "http://host/?a=1"]:
    try: Client(url)
    except ValueError as error: show(str(error)[:20])`),
    ).toHaveLength(4);
  });
});
