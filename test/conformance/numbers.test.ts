import { expect, it } from 'vitest';
import { inProcessServer } from '../testkit/server.ts';

// How amounts and members are read, over HTTP and in each of the protocols: what is no exact amount is refused before anything runs.

const server = inProcessServer();
const MATT = 'Matt';

const post = async (path: string, type: string, body: string) => {
  const reply = await fetch(`${server.url}${path}`, { method: 'POST', headers: { 'content-type': type }, body });
  return reply.text();
};
const json = (text: string) => post('/jsonrpc', 'application/json', text);
const mint = (amount: string) => `["${server.operator}"],"${MATT}","working",${amount},"x"`;
const call = (params: string, id = 1) => `{"jsonrpc":"2.0","id":${id},"method":"operator.mint","params":${params}}`;

/** A minting of an amount that is written so. */
const PROTOCOLS: readonly (readonly [string, (amount: string) => Promise<string>])[] = [
  ['JSON-RPC', (amount) => json(call(`[${mint(amount)}]`))],
  [
    'JSON-RPC by name',
    (amount) =>
      json(call(`{"capabilities":["${server.operator}"],"akey":"${MATT}","account_name":"working","amount":${amount},"comment":"x"}`)),
  ],
  ['a batch', (amount) => json(`[${call(`[${mint(amount)}]`)}]`)],
  ["davexmlrpc's JSON", (amount) => post('/RPC2', 'text/xml', `{"methodCall":{"methodName":"operator.mint","params":[${mint(amount)}]}}`)],
  [
    'system.multicall',
    (amount) =>
      json(`{"jsonrpc":"2.0","id":1,"method":"system.multicall","params":[[{"methodName":"operator.mint","params":[${mint(amount)}]}]]}`),
  ],
  [
    'XML-RPC',
    (amount) =>
      post(
        '/xmlrpc',
        'text/xml',
        `<?xml version="1.0"?><methodCall><methodName>operator.mint</methodName><params><param><value><array><data><value>${server.operator}</value></data></array></value></param><param><value>${MATT}</value></param><param><value>working</value></param><param><value><double>${amount}</double></value></param><param><value>x</value></param></params></methodCall>`,
      ),
  ],
];

/** How many transactions are in the books. */
async function journals(): Promise<number> {
  const reply = JSON.parse(await json(`{"jsonrpc":"2.0","id":1,"method":"operator.audit","params":[["${server.operator}"]]}`));
  expect(reply.result.ok).toBe(true);
  return reply.result.journals;
}

it.each(PROTOCOLS)('an amount whose text is that of a double is taken over %s', async (_, minted) => {
  const before = await journals();
  for (const amount of ['3', '3.0', '3.000', '12e0']) expect(await minted(amount)).toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  expect((await journals()) - before).toBe(4);
});

it.each(PROTOCOLS)('an amount whose text says more than a double is refused over %s', async (_, minted) => {
  const before = await journals();
  for (const amount of ['0.99999999999999999999', '2.9999999999999999', '1.00000000000000000001', '1e-400', '9007199254740993.0']) {
    expect(await minted(amount)).toContain(`amount is ${amount}; a number that a double carries`);
  }
  expect(await minted('1e400')).toMatch(/parse_error|invalid_request/);
  expect(await journals()).toBe(before);
});

const NAMED = [
  '"amount":1,"amount":2',
  '"amount":1,"am\\u006funt":1',
  '"comment":"x","__proto__":1,"__proto__":2',
  '"amount":1,"comment":"x","comment":"x"',
];

it.each(NAMED)('an object with %s is refused, alone and with its whole batch', async (members) => {
  const before = await journals();
  const twice = call(`{"capabilities":["${server.operator}"],"akey":"${MATT}","account_name":"working",${members}}`, 7);
  const refused = { jsonrpc: '2.0', id: null, error: { code: -32600, message: expect.stringContaining('an object has two members "') } };
  expect(JSON.parse(await json(twice))).toMatchObject(refused);
  // Which of the two counts is each reader's own choice, so such a text is no one document, and nothing of it runs.
  expect(JSON.parse(await json(`[${call(`[${mint('1')}]`)},${twice}]`))).toMatchObject(refused);
  const multicall = `{"methodCall":{"methodName":"system.multicall","params":[[{"methodName":"operator.mint","params":[${mint('1')}],"params":[${mint('2')}]}]]}}`;
  expect(await post('/RPC2', 'text/xml', multicall)).toContain('an object has two members \\"params\\"');
  expect(await journals()).toBe(before);
});

it('a member twice is refused in a struct of XML-RPC', async () => {
  const member = '<member><name>total</name><value><int>1</int></value></member>';
  const body = `<methodCall><methodName>bank.grantAllAccountsFullCapability</methodName><params><param><value><struct>${member}${member}</struct></value></param></params></methodCall>`;
  expect(await post('/xmlrpc', 'text/xml', body)).toContain('a struct has two members "total"');
});

it('other numbers are taken as the nearest double, since C programs print 0.1 with seventeen digits', async () => {
  const asked = '{"jsonrpc":"2.0","id":0.10000000000000001,"method":"vend.search","params":{"low_price":0.10000000000000001}}';
  const reply = JSON.parse(await json(asked));
  expect(reply).toMatchObject({ id: 0.1, result: { total: expect.any(Number) } });
});
