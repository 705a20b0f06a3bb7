import { parseResponse, xmlRpcCodec } from '@scrip/protocol-xmlrpc';
import { createRpc, defineFault, type Params, param, procedure, publicAuthority, type Type, t } from '@scrip/rpc';
import { beforeEach, describe, expect, it } from 'vitest';
import { noGuard, testCall } from '../testkit/call.ts';
import { answerOf } from '../testkit/doors.ts';

/** http://xmlrpc.com/spec.md, its examples and its rules, against the whole XML-RPC face. */
function declare<P extends Params, R>(name: string, params: P, result: Type<R>, handler: (input: never) => R) {
  return procedure<P, R, undefined>({
    name,
    summary: 'From the examples of the specification.',
    params,
    result,
    resultDoc: 'As in the examples.',
    faults: [tooMany],
    authority: publicAuthority('a test calls it'),
    handler: (input) => {
      runs++;
      return handler(input as never);
    },
  });
}

const tooMany = defineFault({ code: 'example.too_many', fault: 4, kind: 'invalid', doc: 'From the example of a fault.' });
const any = param(t.any(), 'Anything.');
let runs = 0;

const rpc = createRpc({
  guard: noGuard,
  batchLimit: 50,
  procedures: [
    declare('examples.getStateName', { number: param(t.int(), 'Which.') }, t.string(), ({ number }: { number: number }) => {
      return number === 41 ? 'South Dakota' : 'another state';
    }),
    declare('examples.fail', {}, t.string(), () => {
      throw tooMany('Too many parameters.');
    }),
    declare('examples.crash', {}, t.string(), () => {
      throw new Error('password hunter2');
    }),
    declare('examples.echo', { value: any }, t.any(), ({ value }: { value: unknown }) => value),
    declare('examples.balance', {}, t.double(), () => 1000),
    declare('examples.unwritable', {}, t.any(), () => () => {}),
  ],
});
const codec = xmlRpcCodec(rpc);

async function post(body: string | Uint8Array, options: { contentType?: string; query?: Record<string, string> } = {}) {
  const reply = await answerOf(codec, { body, ...options });
  expect(reply.status).toBe(200);
  return reply;
}

async function answer(body: string | Uint8Array, options: { contentType?: string; query?: Record<string, string> } = {}) {
  const reply = await post(body, options);
  expect(reply.contentType).toBe('text/xml; charset=utf-8');
  expect(reply.body.startsWith('<?xml version="1.0" encoding="utf-8"?>\n<methodResponse>')).toBe(true);
  return parseResponse(new TextEncoder().encode(reply.body));
}

const call = (name: string, ...values: string[]) =>
  `<?xml version="1.0"?><methodCall><methodName>${name}</methodName><params>${values.map((value) => `<param><value>${value}</value></param>`).join('')}</params></methodCall>`;
const echo = async (value: string, query?: Record<string, string>) => answer(call('examples.echo', value), query ? { query } : {});
const fault = (faultCode: number, faultString: unknown) => ({ kind: 'fault', faultCode, faultString });

beforeEach(() => {
  runs = 0;
});

describe("the specification's examples", () => {
  it('answers the request example with the response example', async () => {
    const request = `<?xml version="1.0"?>
<methodCall>
   <methodName>examples.getStateName</methodName>
   <params>
      <param>
         <value><i4>41</i4></value>
         </param>
      </params>
   </methodCall>
`;
    expect((await post(request)).body).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n<methodResponse><params><param><value><string>South Dakota</string></value></param></params></methodResponse>\n',
    );
  });

  it('answers the fault example', async () => {
    expect(await answer(call('examples.fail'))).toEqual(fault(4, 'example.too_many: Too many parameters.'));
    const { body } = await post(call('examples.fail'));
    expect(body).toContain('<methodResponse><fault><value><struct><member><name>faultCode</name><value><int>4</int></value></member>');
  });

  it.each([
    [
      'a struct',
      '<struct><member><name>lowerBound</name><value><i4>18</i4></value></member><member><name>upperBound</name><value><i4>139</i4></value></member></struct>',
      { lowerBound: 18, upperBound: 139 },
    ],
    [
      'an array',
      '<array><data><value><i4>12</i4></value><value><string>Egypt</string></value><value><boolean>0</boolean></value><value><i4>-31</i4></value></data></array>',
      [12, 'Egypt', false, -31],
    ],
    ['base64', '<base64>eW91IGNhbid0IHJlYWQgdGhpcyE=</base64>', Buffer.from("you can't read this!")],
    ['a date', '<dateTime.iso8601>19980717T14:08:55</dateTime.iso8601>', new Date('1998-07-17T14:08:55Z')],
    ['a double', '<double>-12.214</double>', -12.214],
    ['a boolean', '<boolean>1</boolean>', true],
    ['a string', '<string>hello world</string>', 'hello world'],
    ['a value without a type: a string', 'hello world', 'hello world'],
    ['a string with its white space', '<string> hello  world\n</string>', ' hello  world\n'],
    ['markup in a string', '<string>a &lt; b &amp; c</string>', 'a < b & c'],
  ])('carries %s there and back', async (_name, value, expected) => {
    expect(await echo(value)).toEqual({ kind: 'result', value: expected });
  });

  it('carries structs in arrays in structs', async () => {
    const inner = '<array><data><value><struct><member><name>a</name><value/></member></struct></value></data></array>';
    expect(await echo(`<struct><member><name>list</name><value>${inner}</value></member></struct>`)).toEqual({
      kind: 'result',
      value: { list: [{ a: '' }] },
    });
  });

  it('takes a call without params', async () => {
    expect(await answer('<methodCall><methodName>examples.balance</methodName></methodCall>')).toEqual({ kind: 'result', value: 1000 });
  });

  it('writes a double as its declared type', async () => {
    expect((await post(call('examples.balance'))).body).toContain('<double>1000.0</double>');
  });

  it('brings the types of the results inside a multicall', async () => {
    const member = (name: string, value: string) => `<member><name>${name}</name><value>${value}</value></member>`;
    const one = (name: string) =>
      `<value><struct>${member('methodName', name)}${member('params', '<array><data/></array>')}</struct></value>`;
    const calls = `<array><data>${one('examples.balance')}${one('examples.fail')}</data></array>`;
    const { body } = await post(call('system.multicall', calls));
    expect(body).toContain('<value><array><data><value><double>1000.0</double></value></data></array></value>');
    expect(body).toContain('<name>faultCode</name><value><int>4</int></value>');
  });
});

describe('faults', () => {
  it.each([
    ['no such method', call('examples.none'), -32601, /^method_not_found: /],
    ['too many params', call('examples.balance', 'x'), -32602, /^invalid_params: /],
    ['a param of the wrong type', call('examples.getStateName', 'abc'), -32602, /^invalid_params: .*number/],
    ['no XML', 'hello', -32700, /^parse_error: /],
    ['a DOCTYPE', `<!DOCTYPE a>${call('examples.balance')}`, -32700, /^parse_error: /],
    ['an unknown charset', call('examples.balance').replace('?>', ' encoding="koi8-r"?>'), -32700, /^parse_error: .*koi8-r/],
    ['no call', '<html/>', -32600, /^invalid_request: /],
    ['an int that is none', call('examples.getStateName', '<int>1.5</int>'), -32600, /^invalid_request: /],
  ])('%s', async (_name, body, faultCode, faultString) => {
    expect(await answer(body)).toEqual(fault(faultCode, expect.stringMatching(faultString)));
    expect(runs).toBe(0);
    // And the server goes on.
    expect(await answer(call('examples.getStateName', '<int>41</int>'))).toEqual({ kind: 'result', value: 'South Dakota' });
  });

  it('hides what is not declared', async () => {
    const response = await answer(call('examples.crash'));
    expect(response).toEqual(fault(-32603, expect.stringMatching(/^internal: .*request-1/)));
    expect(JSON.stringify(response)).not.toContain('hunter2');
  });

  it('answers a result that can not be written, and logs it', async () => {
    const wire = testCall();
    const reply = await answerOf(codec, { body: call('examples.unwritable'), call: wire });
    expect(reply.body).toContain('internal: ');
    expect(wire.logged).toMatchObject([{ level: 'error', requestId: 'request-1' }]);
  });
});

describe('beyond the specification', () => {
  it('takes nil, and sends it where ?nil=1 asks for it', async () => {
    expect(await echo('<nil/>')).toEqual(fault(1003, expect.stringContaining('?nil=1')));
    expect(await echo('<ex:nil/>', { nil: '1' })).toEqual({ kind: 'result', value: null });
  });

  it('takes i8, and sends it where ?i8=1 asks for it', async () => {
    expect(await echo('<i8>9007199254740993</i8>')).toEqual(fault(1003, expect.stringContaining('?i8=1')));
    expect(await echo('<ex:i8>9007199254740993</ex:i8>', { i8: '1' })).toEqual({ kind: 'result', value: 9007199254740993n });
    expect((await post(call('examples.echo', '<i8>2147483648</i8>'))).body).toContain('<double>2147483648.0</double>');
  });

  it('reads the charset that the header or the declaration names', async () => {
    const body = Buffer.from(call('examples.echo', 'caf\xe9'), 'latin1');
    expect(await answer(body, { contentType: 'text/xml; charset=ISO-8859-1' })).toEqual({ kind: 'result', value: 'café' });
    expect(await answer(body, { contentType: 'text/xml' })).toEqual(fault(-32700, expect.stringContaining('not UTF-8')));
  });

  it('does not let a member named __proto__ be more than a member', async () => {
    const value =
      '<struct><member><name>__proto__</name><value><struct><member><name>admin</name><value/></member></struct></value></member></struct>';
    const response = await echo(value);
    expect(JSON.stringify(response)).toBe('{"kind":"result","value":{"__proto__":{"admin":""}}}');
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });
});

describe("davexmlrpc's JSON form", () => {
  async function json(body: string) {
    const reply = await post(body);
    expect(reply.contentType).toBe('application/json');
    return JSON.parse(reply.body);
  }

  it.each([
    ['{"methodCall":{"methodName":"examples.getStateName","params":[41]}}', { value: 'South Dakota' }],
    [' \n{ "methodCall": { "methodName": "examples.balance" } }', { value: 1000 }],
    ['{"methodCall":{"methodName":"examples.echo","params":[{"a":[1,null,"x",false]}]}}', { value: { a: [1, null, 'x', false] } }],
    [
      '{"methodCall":{"methodName":"examples.fail","params":[]}}',
      { fault: { faultCode: 4, faultString: 'example.too_many: Too many parameters.' } },
    ],
  ])('answers %s', async (body, expected) => {
    expect(await json(body)).toEqual({ methodResponse: expected });
  });

  it.each([
    ['{', -32700],
    ['{"methodCall":{"methodName":"examples.echo","params":[9007199254740993]}}', -32700],
    [`{"methodCall":{"methodName":"examples.echo","params":[${'['.repeat(31)}${']'.repeat(31)}]}}`, -32700],
    ['{}', -32600],
    ['{"methodCall":null}', -32600],
    ['{"methodCall":{"params":[]}}', -32600],
    ['{"methodCall":{"methodName":"","params":[]}}', -32600],
    ['{"methodCall":{"methodName":"examples.echo","params":{"value":1}}}', -32600],
    ['{"jsonrpc":"2.0","id":1,"method":"examples.echo","params":[1]}', -32600],
    ['{"methodCall":{"methodName":"examples.none","params":[]}}', -32601],
    ['{"methodCall":{"methodName":"examples.echo","params":[1,2]}}', -32602],
  ])('refuses %.80s', async (body, faultCode) => {
    expect(await json(body)).toMatchObject({ methodResponse: { fault: { faultCode } } });
    expect(runs).toBe(0);
  });
});
