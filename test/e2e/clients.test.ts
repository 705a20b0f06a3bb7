import { expect, it } from 'vitest';
import { inProcessServer } from '../testkit/server.ts';
import { jsonRpc } from '../testkit/transports.ts';
import { needsTool, runClient, type Tool } from './clients/run.ts';
import { COOL, logIn, must } from './demo-world.ts';

/** Clients that people have, each a program of its own, against the whole server over HTTP. */
const server = inProcessServer();

interface Visitor {
  readonly client: string;
  readonly tool: Tool;
  readonly program: string;
  readonly input?: object;
  /** In the client's own words: of a double, a boolean, a time, a double in a struct, a text, an int. */
  readonly types: readonly string[];
  /** What it does beside the visit that all of them make. */
  readonly also?: object;
}

const RPC_XML = ['double', 'boolean', 'datetime_iso8601', 'double', 'string', 'int'].map((type) => `RPC::XML::${type}`);
const JAVASCRIPT = ['number', 'boolean', 'Date', 'number', 'string', 'number'];
/** JSON has no times. */
const JSON_TYPES = JAVASCRIPT.with(2, 'string');

const VISITORS: readonly Visitor[] = [
  {
    client: "Python's xmlrpc.client",
    tool: 'python3',
    program: 'stock.py',
    types: ['float', 'bool', 'datetime', 'float', 'str', 'int'],
    also: { latin1: true },
  },
  {
    client: 'PHP with curl and its XML parser',
    tool: 'php',
    program: 'stock.php',
    types: ['float', 'bool', 'DateTimeImmutable', 'float', 'string', 'int'],
    also: { latin1: true },
  },
  { client: "Perl's RPC::XML", tool: 'perl', program: 'stock.pl', types: RPC_XML },
  {
    client: "Ruby's xmlrpc/client",
    tool: 'ruby',
    program: 'stock.rb',
    types: ['Float', 'FalseClass', 'XMLRPC::DateTime', 'Float', 'String', 'Integer'],
  },
  { client: 'davexmlrpc in XML', tool: 'node', program: 'davexmlrpc.mjs', input: { form: 'xml' }, types: JAVASCRIPT },
  { client: 'davexmlrpc in JSON', tool: 'node', program: 'davexmlrpc.mjs', input: { form: 'json' }, types: JSON_TYPES },
  { client: 'xmlrpc of npm', tool: 'node', program: 'npm-xmlrpc.mjs', types: JAVASCRIPT },
  {
    client: "jayson's client",
    tool: 'node',
    program: 'jayson.mjs',
    types: JSON_TYPES,
    also: { batch: [expect.stringMatching(/^[0-9a-f-]{36}$/), 'method_not_found'] },
  },
];

const COMMENT = 'café für 日本 😀 <&> "\' ]]>';

it.for(VISITORS.map((visitor) => [visitor.client, visitor] as const))(
  '%s logs in, pays, and reads what came of it, units for rent and collections',
  { timeout: 60_000 },
  async ([, visitor], { skip }) => {
    const { tool, program, input, types, also } = visitor;
    needsTool(tool, skip);
    const number = VISITORS.indexOf(visitor);
    const [operator, invoke] = [[server.operator], jsonRpc(`${server.url}/jsonrpc`)];
    const visit = {
      ...input,
      url: server.url,
      payer: `Größe 日本 😀 ${number}`,
      // ISO-8859-1 has all of its characters.
      payee: `Zoé Müller ${number}`,
      password: 'pässwörd 日本',
      comment: COMMENT,
      owner: COOL.akey,
    };
    const payer = await must<string>(invoke, 'operator.addAvatar', operator, visit.payer, visit.password);
    const payee = await must<string>(invoke, 'operator.addAvatar', operator, visit.payee, 'x');
    await must(invoke, 'operator.mint', operator, payer, 'working', 100, '');
    const grant = await must<string>(invoke, 'lease.grantReadCapability', [await logIn(invoke, COOL)], payer, 600);

    const got = (await runClient(tool, program, { ...visit, grant })) as { transaction: string; replay: string; newest: { time: string } };
    expect(got).toEqual({
      payerName: visit.payer,
      capability: expect.stringMatching(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/),
      balance: 100,
      accounts: ['working'],
      transaction: expect.stringMatching(/^[0-9a-f]{8}-/),
      replay: got.transaction,
      after: 75,
      fault: [1204, expect.stringMatching(/^bank\.request_conflict: /)],
      status: [false, true],
      newest: {
        transaction_id: got.transaction,
        time: expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        type: 'pay',
        amount: -25,
        balance: 75,
        other_akey: payee,
        other_name: visit.payee,
        comment: COMMENT,
      },
      multicall: [75, 1101],
      units: [['Shop #4', 'Corner shop', 'Kinda/80/128/22', 0, '', '', 10, 0]],
      collections: [
        {
          name: 'Furniture',
          merchant: COOL.name,
          merchant_akey: COOL.akey,
          desc: 'Things to sit on, sleep in and eat at',
          seller_commission: 10,
          image_url_part: '',
          texture_key: '',
          rating: 0,
          tags: 'home, wood',
        },
      ],
      revoked: 1,
      types,
      ...also,
    });
    expect(Math.abs(Date.parse(got.newest.time) - Date.now())).toBeLessThan(60_000);
  },
);

it('the books add up after all of them', async () => {
  expect(await must(jsonRpc(`${server.url}/jsonrpc`), 'operator.audit', [server.operator])).toMatchObject({ ok: true, difference: 0 });
});
