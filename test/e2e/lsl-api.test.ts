import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { inProcessServer } from '../testkit/server.ts';
import { jsonRpc } from '../testkit/transports.ts';
import { COOL, logIn, must, SECRET2 } from './demo-world.ts';
import { answersTo, ask, installKit, kitScript, NUMBER, send } from './lsl/kit.ts';
import type { Prim } from './lsl/world/prim.ts';
import type { Delivery, WebRequest } from './lsl/world/web.ts';
import { World } from './lsl/world/world.ts';

// The API script of the LSL kit in an object of ImSoCool Mann's, against the real server.

const server = inProcessServer();
const invoke = () => jsonRpc(`${server.url}/jsonrpc`);
const NAME = `call::general.getAvatarName::::${SECRET2.akey}`;
const NAMED = 'general.getAvatarName-rsp::Secret2 Linden';

async function rezzed({ shard = 'Demo', card = '' } = {}): Promise<Prim> {
  const world = new World({ shard });
  for (const avatar of [COOL, SECRET2]) world.addAvatar(avatar);
  const prim = world.rez(COOL.akey, 'Till');
  installKit(prim, server.url, card);
  await world.pass(5);
  return prim;
}

/** Enrolled by itself, with a login of its owner's. */
async function enrolled(prim?: Prim): Promise<{ prim: Prim; login: string }> {
  const object = prim ?? (await rezzed());
  const login = await logIn(invoke(), COOL);
  expect(await ask(object, `call::general.enrollObject::${login}::${object.key}::Till`)).toBe(`general.enrollObject-rsp::${object.key}`);
  object.world.web.sent.splice(0);
  return { prim: object, login };
}

const pay = (login: string, amount: number) =>
  `call::bank.pay::${login}::${amount}::${COOL.akey}::working::${SECRET2.akey}::working::tip ü 😀`;
const balance = async () => must<number>(invoke(), 'bank.accountBalance', [await logIn(invoke(), COOL)], COOL.akey, 'working');
/** Each request is delivered as the next of these says, and after them as usual. */
function deliver(prim: Prim, ...deliveries: Delivery[]): void {
  prim.world.web.decide = () => deliveries.shift() ?? 'delivered';
}
/** Numbers from 0 to below 1, the same ones for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
const nonces = (sent: readonly WebRequest[]) => new Set(sent.map(({ headers }) => headers['X-Scrip-Nonce']));
const busy = (name: string): Delivery => ({ reply: { status: 200, body: `${name}-err::1002::busy: come again` } });
const BUSY = busy('general.getAvatarName');

it('answers who asked, with the key that came along, also several at once', async () => {
  const prim = await rezzed();
  const ids = [NAME, 'call::general.siteStatus', 'call::nothing.here::', 'call::bank.accountBalance::bad::x::working'].map((text) =>
    send(prim, text),
  );
  await prim.world.pass(3);
  const [name, status, none, refused] = ids.map((id) => answersTo(prim, id));
  expect([name, status]).toEqual([[NAMED], ['general.siteStatus-rsp::1::1']]);
  expect(none).toEqual([expect.stringMatching(/^nothing\.here-err::-32601::method_not_found: /)]);
  expect(refused).toEqual([expect.stringMatching(/^bank\.accountBalance-err::\d+::auth\.capability_invalid: /)]);
});

it('pays once where a reply is lost, and the one who asked gets it', async () => {
  const { prim, login } = await enrolled();
  const before = await balance();
  deliver(prim, 'unanswered', 'lost', 'unanswered');
  // 60 s in vain and 10, 30 and 90 s of waiting.
  const id = send(prim, pay(login, 3));
  await prim.world.pass(305);
  expect([answersTo(prim, id), prim.world.web.sent.length]).toEqual([[], 3]);
  await prim.world.pass(10);
  expect(answersTo(prim, id)).toEqual([expect.stringMatching(/^bank\.pay-rsp::./)]);
  expect([prim.world.web.sent.length, nonces(prim.world.web.sent).size]).toEqual([4, 1]);
  expect(await balance()).toBe(before - 3);
});

it.each<[string, Delivery]>([
  ['sent twice by the simulator', 'twice'],
  ['answered late', { late_s: 55 }],
])('pays once where a call is %s', async (_what, delivery) => {
  const { prim, login } = await enrolled();
  const before = await balance();
  deliver(prim, delivery);
  expect(await ask(prim, pay(login, 2), 120)).toMatch(/^bank\.pay-rsp::./);
  expect(await balance()).toBe(before - 2);
});

it('gives up after the fourth time, and says that nobody knows', async () => {
  const { prim, login } = await enrolled();
  prim.world.web.decide = () => 'lost';
  const id = send(prim, pay(login, 1));
  await prim.world.pass(365);
  expect(answersTo(prim, id)).toEqual([]);
  await prim.world.pass(10);
  expect(answersTo(prim, id)).toEqual([expect.stringMatching(/^bank\.pay-err::0::kit\.no_answer: /)]);
  expect(prim.world.web.sent).toHaveLength(4);
});

it('sends nothing a second time on behalf of somebody where the server knows no nonces of the object', async () => {
  const prim = await rezzed({ shard: 'Elsewhere' });
  const login = await logIn(invoke(), COOL);
  const before = await balance();
  prim.world.web.decide = () => 'unanswered';
  expect(await ask(prim, pay(login, 1), 400)).toMatch(/^bank\.pay-err::0::kit\.no_answer: HTTP 499/);
  expect([prim.world.web.sent.length, await balance()]).toEqual([1, before - 1]);
  // Without capabilities it does.
  deliver(prim, 'unanswered');
  expect(await ask(prim, NAME, 80)).toBe(NAMED);
});

it('waits while the server is busy, or somebody between says that it is away', async () => {
  const prim = await rezzed();
  deliver(prim, BUSY, { reply: { status: 503, body: 'away' } });
  const id = send(prim, NAME);
  await prim.world.pass(38);
  expect(answersTo(prim, id)).toEqual([]);
  await prim.world.pass(5);
  expect([answersTo(prim, id), prim.world.web.sent.length, nonces(prim.world.web.sent).size]).toEqual([[NAMED], 3, 1]);
  deliver(prim, BUSY, BUSY, BUSY, BUSY);
  expect(await ask(prim, NAME, 150)).toBe('general.getAvatarName-err::1002::busy: come again');
});

it.each<[string, Delivery, RegExp]>([
  ['a reply that was cut', { reply: { status: 200, body: `general.getAvatarName-rsp::${'x'.repeat(5_000)}` } }, /::0::kit\.truncated: /],
  ['another page', { reply: { status: 200, body: '<html>Welcome</html>' } }, /::0::kit\.no_answer: .*url/],
  ['no such page', { reply: { status: 404, body: '' } }, /::0::kit\.refused: HTTP 404/],
  [
    'a fault without a function',
    { reply: { status: 200, body: '-err::-32600::invalid_request: x' } },
    /^general\.getAvatarName-err::-32600::/,
  ],
])('%s', async (_what, delivery, answer) => {
  const prim = await rezzed();
  deliver(prim, delivery);
  expect(await ask(prim, NAME)).toMatch(answer);
  expect(prim.world.web.sent).toHaveLength(1);
});

it('keeps below 25 requests in 20 s, has room for twelve calls, and loses none of them', async () => {
  const prim = await rezzed();
  const ids = Array.from({ length: 13 }, () => send(prim, NAME));
  await prim.world.settle();
  expect(answersTo(prim, ids[12] as string)).toEqual([expect.stringMatching(/^general\.getAvatarName-err::0::kit\.queue_full: /)]);
  ids.push(...Array.from({ length: 12 }, () => send(prim, NAME)));
  await prim.world.pass(5);
  expect(prim.world.web.sent).toHaveLength(20);
  await prim.world.pass(25);
  expect(ids.map((id) => answersTo(prim, id)).filter((answers) => answers[0] === NAMED)).toHaveLength(24);
});

it('waits where the simulator sends nothing because others of the object have sent too much', async () => {
  const prim = await rezzed();
  prim.addScript(
    'noise',
    `default { touch_start(integer n) { integer i; for (i = 0; i < 25; i++) llHTTPRequest("${server.url}/healthz", [], ""); } }`,
  );
  prim.touch(COOL.akey);
  await prim.world.settle();
  const id = send(prim, NAME);
  await prim.world.pass(15);
  expect(answersTo(prim, id)).toEqual([]);
  await prim.world.pass(10);
  expect(answersTo(prim, id)).toEqual([NAMED]);
});

it.each(['hmac', 'sha256'])('signs in the form %s; its secret is in no body, no message and no chat', async (form) => {
  const prim = await rezzed();
  if (form === 'sha256') {
    const source = kitScript('apez-api').replace(/^ {4}(return "hmac-sha256=.*)\n {4}\/\/(return .*)$/m, '    //$1\n    $2');
    prim.addScript('apez-api', source);
  }
  const { world } = prim;
  await enrolled(prim);
  expect(await ask(prim, 'call::general.getObjectCapability::::login::3600')).toMatch(/^general\.getObjectCapability-rsp::\w+\./);
  const { headers, body } = world.web.sent[0] as WebRequest;
  expect(headers['X-Scrip-Signature']).toMatch(form === 'hmac' ? /^hmac-sha256=[\w+/]{43}=$/ : /^sha256=[0-9a-f]{64}$/);
  const secret = prim.linksetData.entries.get('scrip.secret')?.value.slice(37) ?? '';
  expect(secret).toHaveLength(43);
  const seen = JSON.stringify([prim.linked, prim.said, world.web.sent]);
  expect([seen.includes(secret), seen.includes(createHash('sha256').update(secret).digest('hex'))]).toEqual([false, false]);
  // Five headers of ours, each within what simulators take; capabilities go in the body.
  const ours = Object.entries(headers).filter(([name]) => name.startsWith('X-Scrip-'));
  expect(ours).toHaveLength(5);
  expect(Math.max(...ours.map(([, value]) => value.length))).toBeLessThan(254);
  expect(body).toBe('call::general.getObjectCapability::::login::3600');
});

it('signs with a secret from the notecard', async () => {
  const { prim } = await enrolled();
  const login = await logIn(invoke(), COOL);
  const { secret } = await must<{ secret: string }>(invoke(), 'general.enrollObject', [login], prim.key, 'Till');
  // The one that it has counts no more.
  expect(await ask(prim, 'call::general.getObjectCapability::::login::3600')).toMatch(/-err::1701::relay\.bad_signature: /);
  prim.addItem({ type: 'notecard', name: 'scrip', text: `url = ${server.url}/relay\n\nsecret = ${secret}` });
  await prim.world.pass(5);
  expect(await ask(prim, 'call::general.getObjectCapability::::login::3600')).toMatch(/-rsp::\w+\./);
});

it('keeps its secret where only the clock of the region is wrong', async () => {
  const { prim } = await enrolled();
  const { world } = prim;
  const right = world.unixTime_s;
  world.unixTime_s = () => right() - 400;
  expect(await ask(prim, NAME)).toMatch(/-err::1701::relay\.bad_signature: X-Scrip-Time/);
  world.unixTime_s = right;
  expect(await ask(prim, 'call::general.getObjectCapability::::login::3600')).toMatch(/-rsp::\w+\./);
});

it('a copy has no secret, and what was under way when the object was taken is told as unknown', async () => {
  const { prim, login } = await enrolled();
  deliver(prim, 'unanswered');
  const id = send(prim, pay(login, 1));
  await prim.world.pass(1);
  prim.rez();
  expect(await ask(prim, 'call::general.getObjectCapability::::login::3600')).toMatch(/-err::\d+::auth\.forbidden: /);
  await prim.world.pass(400);
  expect(answersTo(prim, id)).toEqual([expect.stringMatching(/^bank\.pay-err::0::kit\.no_answer: /)]);
});

it('forgets its secret when it changes hands', async () => {
  const { prim } = await enrolled();
  prim.sell(SECRET2.akey);
  await prim.world.pass(5);
  expect(prim.linksetData.entries.size).toBe(0);
  expect(await ask(prim, 'call::general.getObjectCapability::::login::3600')).toMatch(/-err::\d+::auth\.forbidden: /);
});

it('sends again what a restart of the region has swallowed', async () => {
  const { prim, login } = await enrolled();
  const before = await balance();
  // The reply is there when nobody can hear it any more.
  deliver(prim, { late_s: 59 });
  const id = send(prim, pay(login, 1));
  await prim.world.pass(1);
  const [script] = prim.scripts;
  await prim.world.pass(57.5);
  script?.sleep(3);
  await prim.world.pass(2);
  prim.world.events.discard(script as NonNullable<typeof script>);
  await prim.world.pass(60);
  expect(answersTo(prim, id)).toEqual([expect.stringMatching(/^bank\.pay-rsp::./)]);
  expect([prim.world.web.sent.length, await balance()]).toEqual([2, before - 1]);
});

it('whatever becomes of requests and replies: what is answered was paid once, and what nobody knows at most once', async () => {
  const { prim, login } = await enrolled();
  const fates: Delivery[] = [
    'delivered',
    'lost',
    'unanswered',
    'twice',
    { late_s: 5 },
    { late_s: 70 },
    busy('bank.pay'),
    { reply: { status: 502, body: '' } },
  ];
  // Any order will do, but the same in each run.
  const next = randomOf(11);
  prim.world.web.decide = () => fates[Math.floor(next() * fates.length)] as Delivery;
  const before = await balance();
  const ids = [];
  for (let i = 0; i < 24; i++) {
    ids.push(send(prim, pay(login, 1)));
    await prim.world.pass(40);
  }
  await prim.world.pass(600);
  const outcomes = ids.map((id) => answersTo(prim, id));
  expect(outcomes.map((answers) => answers.length)).toEqual(ids.map(() => 1));
  const done = outcomes.filter(([answer]) => answer?.startsWith('bank.pay-rsp::')).length;
  const unknown = outcomes.filter(([answer]) => answer?.includes('::kit.no_answer: ')).length;
  expect(done + unknown).toBe(ids.length);
  expect(done).toBeGreaterThan(15);
  const paid = before - (await balance());
  expect(paid).toBeGreaterThanOrEqual(done);
  expect(paid).toBeLessThanOrEqual(done + unknown);
});

it('needs a url, and takes another one as soon as the notecard says so', async () => {
  const prim = await rezzed();
  prim.addItem({ type: 'notecard', name: 'scrip', text: '# nothing\n= \nurl' });
  await prim.world.pass(5);
  expect(await ask(prim, NAME)).toMatch(/^general\.getAvatarName-err::0::kit\.no_url: /);
  prim.addItem({ type: 'notecard', name: 'scrip', text: `  url=${server.url}/relay  ` });
  expect(await ask(prim, NAME)).toBe(NAMED);
});

it('takes no notice of what is no call', async () => {
  const prim = await rezzed();
  for (const text of ['', 'call', 'call::', 'call::::x', 'login-rsp::x', 'hello']) send(prim, text);
  prim.link(NUMBER + 1, NAME, '');
  const before = prim.linked.length;
  await prim.world.pass(200);
  expect([prim.linked.length, prim.world.web.sent.length]).toEqual([before, 0]);
});

it('has room for a full queue and long replies', async () => {
  const prim = await rezzed();
  prim.world.web.decide = () => ({ late_s: 10 });
  for (let i = 0; i < 12; i++) send(prim, `call::general.getAvatarName::::${String(i).padEnd(400, 'x')}`);
  await prim.world.pass(5);
  const memory = () => prim.scripts.map(({ memory: bytes }) => bytes);
  expect(Math.max(...memory())).toBeLessThan(45_000);
  await prim.world.pass(30);
  // At rest.
  expect(Math.max(...memory())).toBeLessThan(32_768);
});
