import type { ServerResponse } from 'node:http';
import { createServer as createTcp } from 'node:net';
import { expect, it } from 'vitest';
import { needsTool } from '../clients/run.ts';
import { evaluate, listen } from './php.ts';

// What a broken or hostile server sends: each is a fault of the kit, bounded in time and memory, and PHP goes on.

const CALL = 'echo json_encode(general_getAvatarKey("x"));';
const [UNREACHABLE, NO_ANSWER, BAD_ANSWER, BAD_ADDRESS] = [-32300, -32301, -32302, -32304];

function response(value: string): string {
  return `<?xml version="1.0"?><methodResponse><params><param><value>${value}</value></param></params></methodResponse>`;
}

function typed(body: string, status = 200) {
  return (reply: ServerResponse) => reply.writeHead(status, { 'content-type': 'text/xml' }).end(body);
}

const LAUGHS = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
const ENTITIES = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">${LAUGHS}]><methodResponse><params><param><value>&l12;</value></param></params></methodResponse>`;
const FILE = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>${response('&f;').slice(21)}`;

const HOSTILE: readonly (readonly [what: string, send: (reply: ServerResponse) => unknown, fault: number, text: RegExp])[] = [
  ['entities that grow', typed(ENTITIES), BAD_ANSWER, /document type/],
  ['an entity that is a file', typed(FILE), BAD_ANSWER, /document type/],
  ['a document type in another encoding', typed(`<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE x>`), BAD_ANSWER, /not in UTF-8/],
  ['an entity that nobody declared', typed(response('&x;')), BAD_ANSWER, /not XML/],
  ['nothing', typed(''), BAD_ANSWER, /not XML/],
  ['HTML', typed('<!doctype html><p>Welcome'), BAD_ANSWER, /not XML|at its beginning/],
  ['a web page', typed('<html></html>'), BAD_ANSWER, /<html> stands at its beginning/],
  ['a cut answer', typed(response('x').slice(0, -12)), BAD_ANSWER, /not XML/],
  ['no value', typed('<methodResponse><params/></methodResponse>'), BAD_ANSWER, /no value/],
  ['two values', typed(response('x').replace('</params>', '<param><value>y</value></param></params>')), BAD_ANSWER, /two values/],
  ['a value of two types', typed(response('<int>1</int><int>2</int>')), BAD_ANSWER, /two types/],
  ['a member without a name', typed(response('<struct><member><value>1</value></member></struct>')), BAD_ANSWER, /no <name>/],
  ['an unknown type', typed(response('<script>1</script>')), BAD_ANSWER, /<script> stands in <value>/],
  ['an int that is none', typed(response('<int>1e3</int>')), BAD_ANSWER, /a <int> is "1e3"/],
  ['an int beyond 64 bits', typed(response('<i8>9223372036854775808</i8>')), BAD_ANSWER, /a <i8> is/],
  ['a double that is none', typed(response('<double>NaN</double>')), BAD_ANSWER, /a <double> is "NaN"/],
  ['a time that is none', typed(response('<dateTime.iso8601>20260231T00:00:00</dateTime.iso8601>')), BAD_ANSWER, /a <dateTime/],
  ['no UTF-8', (reply) => reply.end(Buffer.from(response('caf\xe9'), 'latin1')), BAD_ANSWER, /not in UTF-8/],
  [
    'a fault without its members',
    typed('<methodResponse><fault><value>no</value></fault></methodResponse>'),
    BAD_ANSWER,
    /lacks faultCode/,
  ],
  ['arrays without an end', typed(`<methodResponse><params><param>${'<value><array><data>'.repeat(99)}`), BAD_ANSWER, /deeper than 64/],
  ['too many values', typed(response(`<array><data>${'<value/>'.repeat(300_000)}</data></array>`)), BAD_ANSWER, /more than 250000 values/],
  ['too long an answer', typed(response('x'.repeat(8_400_000))), BAD_ANSWER, /longer than 8388608 bytes/],
  ['an answer without an end', (reply) => endless(reply), BAD_ANSWER, /longer than 8388608 bytes/],
  ['a page that is not there', typed(response('x'), 404), BAD_ANSWER, /HTTP status 404/],
  ['an error of a gateway', typed(response('x'), 502), NO_ANSWER, /HTTP status 502/],
  ['a closed connection', (reply) => reply.destroy(), NO_ANSWER, /./],
  ['less than it promised', (reply) => reply.writeHead(200, { 'content-length': 999 }).write('<x', () => reply.destroy()), NO_ANSWER, /./],
];

/** Writes as long as somebody reads. */
function endless(reply: ServerResponse): void {
  const piece = Buffer.alloc(65_536, 'x');
  const more = () => {
    while (!reply.destroyed && reply.write(piece));
  };
  reply.on('drain', more);
  more();
}

it.for(HOSTILE)('meets %s', { timeout: 60_000 }, async ([, send, faultCode, text], { skip }) => {
  needsTool('php', skip);
  const url = await listen((_request, reply) => void send(reply));
  expect(await evaluate(`${url}/api.php`, CALL)).toEqual([false, { faultCode, faultString: expect.stringMatching(text) }]);
});

it('reads as much as it says that it takes, in the memory that PHP usually has', { timeout: 60_000 }, async ({ skip }) => {
  needsTool('php', skip);
  const struct = '<value><struct><member><name>a</name><value/></member></struct></value>';
  const longest = [response(`<array><data>${struct.repeat(115_000)}</data></array>`), response('x'.repeat(8_388_000))];
  const url = await listen((_request, reply) => void reply.end(longest.shift()));
  const code = `list(, $structs) = general_getAvatarKey('x'); $count = count($structs); unset($structs);
    list(, $text) = general_getAvatarKey('x'); echo json_encode(array($count, strlen($text)));`;
  expect(await evaluate(`${url}/api.php`, code)).toEqual([115_000, 8_388_000]);
});

it('follows no redirect, to the same scheme or another', { timeout: 60_000 }, async ({ skip }) => {
  needsTool('php', skip);
  const asked: (string | undefined)[] = [];
  const url = await listen((request, reply) => {
    asked.push(request.url);
    const target = asked.length === 1 ? '/other' : 'file:///etc/passwd';
    reply.writeHead(307, { location: target }).end();
  });
  const code = 'echo json_encode(array(general_getAvatarKey("x"), general_getAvatarKey("x")));';
  const redirected = [false, { faultCode: BAD_ANSWER, faultString: expect.stringMatching(/redirects/) }];
  expect(await evaluate(`${url}/api.php`, code)).toEqual([redirected, redirected]);
  expect(asked).toEqual(['/api.php?nil=1&i8=1', '/api.php?nil=1&i8=1']);
});

it('gives up on a server that says nothing, and on one that sends byte by byte', { timeout: 60_000 }, async ({ skip }) => {
  needsTool('php', skip);
  const url = await listen((request, reply) => {
    if (request.url?.startsWith('/silent')) return;
    const drip = setInterval(() => reply.write(' '), 100);
    reply.on('close', () => clearInterval(drip));
  });
  const code = `$codes = array();
    foreach (array('/silent', '/drip') as $path) {
      try { (new Scrip\\Server("$input$path", 1))->call('x', array()); } catch (Scrip\\Fault $fault) { $codes[] = $fault->code; }
    }
    echo json_encode($codes);`;
  expect(await evaluate(url, code, url)).toEqual(['client.no_answer', 'client.no_answer']);
});

it('tells an address where nobody answers from a call that was sent', { timeout: 60_000 }, async ({ skip }) => {
  needsTool('php', skip);
  const server = createTcp().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a port was asked for');
  await new Promise((resolve) => server.close(resolve));
  const unreachable = [false, { faultCode: UNREACHABLE, faultString: expect.stringMatching(/^client\.unreachable: /) }];
  expect(await evaluate(`http://127.0.0.1:${address.port}/api.php`, CALL)).toEqual(unreachable);
});

it('is HTTPS where no scheme is given, and does not speak in the clear instead', { timeout: 60_000 }, async ({ skip }) => {
  needsTool('php', skip);
  let asked = 0;
  const url = await listen((_request, reply) => {
    asked++;
    reply.end(response('x'));
  });
  const refused = [false, { faultCode: UNREACHABLE, faultString: expect.stringMatching(/SSL|TLS/i) }];
  expect(await evaluate(`${url.slice('http://'.length)}/api.php`, CALL)).toEqual(refused);
  expect(asked).toBe(0);
});

it.for(['', 'ftp://x/api.php', 'file:///etc/passwd', 'http://user:secret@x/', 'https://a b/', 'https:///x'])(
  'refuses the address "%s"',
  { timeout: 60_000 },
  async (url, { skip }) => {
    needsTool('php', skip);
    const answer = await evaluate(url, CALL);
    expect(answer).toEqual([false, { faultCode: BAD_ADDRESS, faultString: expect.stringMatching(/^client\.bad_address: /) }]);
    expect(JSON.stringify(answer)).not.toContain('secret');
  },
);

it('sends a call once, also where the server closes connections after an answer', { timeout: 60_000 }, async ({ skip }) => {
  needsTool('php', skip);
  let asked = 0;
  const url = await listen((request, reply) => {
    asked++;
    // A client that keeps connections finds this one closed at the second call, and curl would send that again by itself.
    if (asked === 1) reply.writeHead(200, { connection: 'keep-alive' }).end(response('x'));
    else request.socket.destroy();
  });
  const code = 'general_getAvatarKey("x"); list($ok) = general_getAvatarKey("x"); echo json_encode($ok);';
  expect(await evaluate(`${url}/api.php`, code)).toBe(false);
  expect(asked).toBe(2);
});
