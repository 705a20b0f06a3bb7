import { expect, it } from 'vitest';
import { inProcessServer } from '../../testkit/server.ts';
import { xmlRpc } from '../../testkit/transports.ts';
import { needsTool } from '../clients/run.ts';
import { COOL, logIn, md5, must, SECRET2 } from '../demo-world.ts';
import { evaluate, listen } from './php.ts';

const server = inProcessServer();
const OPEN = `$client = new Scrip\\Client(getenv('APEZ_URL')); $client->login('${COOL.name}', '${COOL.password}');`;
const PAY = `$client->bank->pay(3, '${COOL.akey}', 'working', '${SECRET2.akey}', 'working'`;

async function balance(): Promise<number> {
  const invoke = xmlRpc(`${server.url}/xmlrpc`);
  return must<number>(invoke, 'bank.accountBalance', [await logIn(invoke, SECRET2)], SECRET2.akey, 'working');
}

/** Stands before the server; `spoil` is told what is asked, and with an answer of its own keeps the server's from the caller. */
function proxy(spoil: (call: string) => 'drop' | 'busy' | undefined): Promise<string> {
  return listen(async (request, reply) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    const body = Buffer.concat(pieces);
    const how = spoil(body.toString());
    if (how === 'busy') return reply.end(BUSY);
    const answer = await fetch(`${server.url}${request.url}`, { method: 'POST', body, headers: { 'content-type': 'text/xml' } });
    const text = await answer.text();
    if (how === 'drop') return reply.destroy();
    return reply.end(text);
  });
}

const BUSY = `<methodResponse><fault><value><struct>
  <member><name>faultCode</name><value><int>1002</int></value></member>
  <member><name>faultString</name><value>busy: try again</value></member></struct></value></fault></methodResponse>`;

it('logs in, pays, and reads typed results', { timeout: 60_000 }, async ({ skip }) => {
  needsTool('php', skip);
  const before = await balance();
  const code = `${OPEN}
    $id = ${PAY}, 'from PHP');
    $list = $client->bank->transactions('${COOL.akey}', 'working', 0, 1);
    echo json_encode(array($id === $list[0]['transaction_id'], get_class($list[0]['time']), $list[0]['amount'],
      is_float($client->bank->accountBalance('${COOL.akey}', 'working')), preg_match('/^\\d{4}-\\d\\d-\\d\\dT.*Z$/', (string) $list[0]['time'])));`;
  expect(await evaluate(`${server.url}/api.php`, code)).toEqual([true, 'Scrip\\Time', -3, true, 1]);
  expect(await balance()).toBe(before + 3);
});

it('takes the base address, and names of parameters where PHP has them', { timeout: 60_000 }, async ({ skip }) => {
  needsTool('php', skip);
  const code = `if (PHP_MAJOR_VERSION < 8) { echo 'true'; return; }
    ${OPEN} echo json_encode($client->bank->pay(amount: '1.00', from_akey: '${COOL.akey}', from_account_name: 'working',
      to_akey: '${SECRET2.akey}', to_account_name: '', comment: '', request_id: 'php-named') !== '');`;
  expect(await evaluate(server.url, code)).toBe(true);
});

it('raises faults with the word, the number and the text', { timeout: 60_000 }, async ({ skip }) => {
  needsTool('php', skip);
  const code = `${OPEN}
    try { $client->bank->pay(1e6, '${COOL.akey}', 'savings', '${SECRET2.akey}', 'working', ''); }
    catch (Scrip\\Fault $fault) { echo json_encode(array($fault->code, $fault->fault, $fault->getMessage())); }`;
  expect(await evaluate(server.url, code)).toEqual(['bank.insufficient_funds', 1203, expect.stringMatching(/^bank\.insufficient_funds: /)]);
});

it('pays once where the answer is lost, twice, or the server is busy', { timeout: 60_000 }, async ({ skip }) => {
  needsTool('php', skip);
  const before = await balance();
  const spoiled = ['drop', 'busy', 'drop'] as const;
  const ids = new Set<string>();
  let asked = 0;
  const url = await proxy((call) => {
    if (!call.includes('<methodName>bank.pay<')) return undefined;
    ids.add(/<string>([0-9a-f]{32})<\/string>/.exec(call)?.[1] ?? '');
    return spoiled[asked++];
  });
  expect(await evaluate(url, `${OPEN} echo json_encode(${PAY}, 'lost') !== '');`)).toBe(true);
  expect([asked, ids.size, await balance()]).toEqual([4, 1, before + 3]);
});

it('gives up after four tries, and what has no request id is sent once', { timeout: 60_000 }, async ({ skip }) => {
  needsTool('php', skip);
  const asked = { pay: 0, openAccount: 0 };
  const url = await proxy((call) => {
    const [, name] = /<methodName>bank\.(pay|openAccount)</.exec(call) ?? [];
    if (name !== 'pay' && name !== 'openAccount') return undefined;
    asked[name]++;
    return 'drop';
  });
  const code = `${OPEN} $codes = array();
    try { ${PAY}, 'never'); } catch (Scrip\\Fault $fault) { $codes[] = $fault->code; }
    try { $client->bank->openAccount('php'); } catch (Scrip\\Fault $fault) { $codes[] = $fault->code; }
    echo json_encode($codes);`;
  expect(await evaluate(url, code)).toEqual(['client.no_answer', 'client.no_answer']);
  expect(asked).toEqual({ pay: 4, openAccount: 1 });
});

it('renews the login before it ends, and sends neither the password nor its hash', { timeout: 60_000 }, async ({ skip }) => {
  needsTool('php', skip);
  const calls: string[] = [];
  const url = await proxy((call) => {
    calls.push(call);
    return undefined;
  });
  const code = `$client = new Scrip\\Client(getenv('APEZ_URL')); $first = $client->login('${COOL.name}', '${COOL.password}', 2);
    sleep(3);
    $balance = $client->bank->accountBalance('${COOL.akey}', 'savings');
    echo json_encode(array($balance, $client->capabilities() !== array($first)));`;
  expect(await evaluate(url, code)).toEqual([250, true]);
  expect(calls.filter((call) => call.includes('getLoginCapability'))).toHaveLength(2);
  expect(calls.join()).not.toMatch(new RegExp(`${COOL.password}|password`));
});

it('carries grants beside the login, and leaves the client that it came from as it was', { timeout: 60_000 }, async ({ skip }) => {
  needsTool('php', skip);
  const invoke = xmlRpc(`${server.url}/xmlrpc`);
  const grant = await must<string>(invoke, 'bank.grantAllAccountsReadCapability', [await logIn(invoke, SECRET2)], COOL.akey, 60);
  const code = `${OPEN} $other = $client->withCapabilities($input);
    $seen = $other->bank->accountBalance('${SECRET2.akey}', 'working');
    try { $client->bank->accountBalance('${SECRET2.akey}', 'working'); } catch (Scrip\\Fault $fault) { echo json_encode(array($seen, $fault->code)); }`;
  expect(await evaluate(server.url, code, grant)).toEqual([await balance(), expect.stringMatching(/^auth\./)]);
});

it('says so where an answer is not of the documented type', { timeout: 60_000 }, async ({ skip }) => {
  needsTool('php', skip);
  const url = await listen((_request, reply) => {
    reply.end('<methodResponse><params><param><value><array><data/></array></value></param></params></methodResponse>');
  });
  const code = `try { (new Scrip\\Client($input))->general->getAvatarKey('x'); } catch (Scrip\\Fault $fault) { echo json_encode(array($fault->getMessage(), general_login('x', 'y', 1))); }`;
  expect(await evaluate(url, code, url)).toEqual([
    'client.bad_answer: general.getAvatarKey answered with the type array where string is documented',
    '',
  ]);
});

it('gives nothing away where it is printed or put into a session', { timeout: 60_000 }, async ({ skip }) => {
  needsTool('php', skip);
  const code = `${OPEN} ob_start(); var_dump($client->withCapabilities('secret-grant')); print_r($client); var_export($client);
    $shown = ob_get_clean();
    try { $shown .= serialize($client); } catch (Exception $refused) { $shown .= ' refused'; }
    echo json_encode($shown);`;
  const shown = await evaluate(server.url, code);
  expect(shown).toMatch(/ refused$/);
  expect(shown).not.toMatch(new RegExp(`${COOL.password}|${md5(COOL.password)}|secret-grant`));
});
