import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Prim } from './prim.ts';
import type { Delivery } from './web.ts';
import { World } from './world.ts';

const OWNER = { akey: 'e4b4f1b3-f9fb-ceb4-b031-1a128795d26b', name: 'Sören Mann' };

// A bare server that counts: what is tried here is the way to servers.
let server: Server;
let url: string;
let got: { headers: IncomingMessage['headers']; body: string }[] = [];
let reply = { status: 200, body: 'fine' };
beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    got.push({ headers: request.headers, body });
    response.writeHead(reply.status).end(reply.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
beforeEach(() => {
  got = [];
  reply = { status: 200, body: 'fine' };
});
afterAll(() => {
  server.close();
});

function rezzed(parameters = 'HTTP_METHOD, "POST"'): Prim {
  const world = new World();
  world.addAvatar(OWNER);
  const prim = world.rez(OWNER.akey, 'Box é');
  prim.addScript(
    'the script',
    `default {
      touch_start(integer n) { if (llHTTPRequest("${url}", [${parameters}], "héllo") == NULL_KEY) llSay(0, "throttled"); }
      http_response(key id, integer status, list metadata, string body) {
        llSay(0, (string)((integer)llGetTime()) + " s: " + (string)status + " " + (string)llStringLength(body) + " " + llList2CSV(metadata));
      }
    }`,
  );
  return prim;
}

async function touched(prim: Prim, seconds = 0): Promise<string[]> {
  prim.touch(OWNER.akey);
  await prim.world.pass(seconds);
  return prim.said.splice(0).map(({ text }) => text);
}

it('sends what simulators send', async () => {
  const prim = rezzed('HTTP_METHOD, "POST", HTTP_CUSTOM_HEADER, "X-Ours", "1"');
  expect(await touched(prim)).toEqual(['0 s: 200 4 ']);
  expect(got).toMatchObject([{ body: 'héllo', headers: { 'x-ours': '1', 'content-type': 'application/x-www-form-urlencoded' } }]);
  expect(got[0]?.headers).toMatchObject({
    'x-secondlife-shard': 'Demo',
    'x-secondlife-owner-key': OWNER.akey,
    'x-secondlife-object-key': prim.key,
    'x-secondlife-object-name': Buffer.from('Box é').toString('latin1'),
    'x-secondlife-region': 'Kinda (256000, 256256)',
  });
});

it.each<[delivery: Delivery, calls: number, heard: string]>([
  ['lost', 0, '60 s: 499 66 '],
  ['unanswered', 1, '60 s: 499 66 '],
  ['twice', 2, '0 s: 200 4 '],
  [{ late_s: 7 }, 1, '7 s: 200 4 '],
  [{ late_s: 90 }, 1, '60 s: 499 66 '],
  [{ reply: { status: 503, body: 'away' } }, 0, '0 s: 503 4 '],
])('%j', async (delivery, calls, heard) => {
  const prim = rezzed();
  prim.world.web.decide = () => delivery;
  expect([await touched(prim, 100), got.length]).toEqual([[heard], calls]);
});

it.each([
  ['HTTP_METHOD, "POST"', 2_048],
  ['HTTP_METHOD, "POST", HTTP_BODY_MAXLENGTH, 16384', 16_384],
  ['HTTP_METHOD, "POST", HTTP_BODY_MAXLENGTH, 99999', 16_384],
])('cuts a reply, and says so: %s', async (parameters, bytes) => {
  reply = { status: 200, body: 'x'.repeat(20_000) };
  expect(await touched(rezzed(parameters))).toEqual([`0 s: 200 ${bytes} 0, ${bytes}`]);
  reply = { status: 200, body: 'x'.repeat(bytes) };
  expect(await touched(rezzed(parameters))).toEqual([`0 s: 200 ${bytes} `]);
});

it('sends no more than 25 requests in 20 s', async () => {
  const prim = rezzed();
  for (let i = 0; i < 25; i++) expect(await touched(prim)).toEqual(['0 s: 200 4 ']);
  expect(await touched(prim)).toEqual(['throttled']);
  expect(got).toHaveLength(25);
  await prim.world.pass(20);
  expect(await touched(prim)).toEqual(['20 s: 200 4 ']);
});

it('sends nothing for a minute after five errors of servers', async () => {
  const prim = rezzed();
  reply = { status: 502, body: '' };
  for (let i = 0; i < 5; i++) expect(await touched(prim)).toEqual(['0 s: 502 0 ']);
  expect(await touched(prim)).toEqual(['throttled']);
  await prim.world.pass(60);
  expect(await touched(prim)).toEqual(['60 s: 502 0 ']);
});
