import { expect, it } from 'vitest';
import { inProcessServer } from '../testkit/server.ts';
import { jsonRpc } from '../testkit/transports.ts';
import { COOL, logIn, must, SECRET2 } from './demo-world.ts';
import { answersTo, ask, installKit, send } from './lsl/kit.ts';
import type { Prim } from './lsl/world/prim.ts';
import { World } from './lsl/world/world.ts';

// The permissions script of the LSL kit in an object of ImSoCool Mann's, against the real server.

const server = inProcessServer();
const invoke = () => jsonRpc(`${server.url}/jsonrpc`);
const GRANTED = /^login-rsp::\w+\.[\w-]+\.[\w-]+$/;

async function rezzed(): Promise<Prim> {
  const world = new World();
  for (const avatar of [COOL, SECRET2]) world.addAvatar(avatar);
  const prim = world.rez(COOL.akey, 'Till::1');
  installKit(prim, server.url);
  await world.pass(5);
  return prim;
}

const boxes = (prim: Prim, akey = COOL.akey) => prim.world.dialogs.of(akey).map(({ buttons }) => buttons?.join(' or ') ?? 'text');

/** Whether it asks is told by the box on the owner's screen; then the button is pressed, or the text written. */
async function answer(prim: Prim, box: string, text: string, { akey } = COOL): Promise<void> {
  expect(boxes(prim, akey)).toEqual([box]);
  if (box === 'text') prim.world.dialogs.write(akey, text);
  else prim.world.dialogs.press(akey, text);
  await prim.world.pass(5);
}

/** Asks for it, and lets the owner allow it with the password. */
async function allowed(prim: Prim, word = 'login'): Promise<string> {
  const id = send(prim, word, COOL.akey);
  await prim.world.pass(5);
  await answer(prim, 'Yes or No', 'Yes');
  await answer(prim, 'text', COOL.password);
  return answersTo(prim, id).at(-1) ?? '';
}

it('asks the owner once, tells all who asked, and the capability is the login of the owner', async () => {
  const prim = await rezzed();
  for (let i = 0; i < 3; i++) send(prim, 'login', COOL.akey);
  await prim.world.pass(5);
  expect(prim.world.dialogs.of(COOL.akey)[0]?.text).toBe(
    'Till:1 asks: may it log in as you, for all that you may do yourself, until its scripts are reset?',
  );
  await answer(prim, 'Yes or No', 'Yes');
  await answer(prim, 'text', ` ${COOL.password}\n`);
  const answers = answersTo(prim, COOL.akey);
  expect(answers).toEqual(Array(3).fill(expect.stringMatching(GRANTED)));
  const login = answers[0]?.split('::')[1];
  expect(await must(invoke(), 'bank.accountBalance', [login], COOL.akey, 'working')).toBeTypeOf('number');
  await answer(prim, 'Enroll or Not now', 'Not now');
  // The next one gets the same, without a question.
  send(prim, 'login', COOL.akey);
  await prim.world.pass(5);
  expect([answersTo(prim, COOL.akey)[3], boxes(prim)]).toEqual([answers[0], []]);
});

it('the password is in the body of one request and nowhere else', async () => {
  const prim = await rezzed();
  await allowed(prim);
  expect(prim.world.web.sent.filter(({ body }) => body.includes(COOL.password))).toHaveLength(1);
  expect(JSON.stringify([prim.linked, prim.said, prim.world.web.sent.map(({ headers }) => headers)])).not.toContain(COOL.password);
  expect(server.logged.join('')).not.toContain(COOL.password);
});

it.each([
  ['No', async (prim: Prim) => answer(prim, 'Yes or No', 'No'), []],
  ['nothing', async (prim: Prim) => prim.world.pass(121), ['Yes or No']],
])('the owner says %s: denied', async (_what, respond, asksAgain) => {
  const prim = await rezzed();
  send(prim, 'login', COOL.akey);
  await prim.world.pass(5);
  await respond(prim);
  expect(answersTo(prim, COOL.akey)).toEqual(['login-rsp::denied']);
  prim.world.dialogs.ignore(COOL.akey);
  // A No is remembered until the object is rezzed.
  send(prim, 'login', COOL.akey);
  await prim.world.pass(5);
  expect(boxes(prim)).toEqual(asksAgain);
  prim.world.dialogs.ignore(COOL.akey);
  prim.rez();
  send(prim, 'login', COOL.akey);
  await prim.world.pass(5);
  expect(boxes(prim)).toEqual(['Yes or No']);
});

it.each([
  ['a wrong password', 'wrong', /auth\.login_failed/],
  ['no password', '', /kit\.no_password/],
  ['a password that would be two parameters', 'a::b', /kit\.no_password/],
])('%s: denied, and the owner is told why', async (_what, password, said) => {
  const prim = await rezzed();
  send(prim, 'login', COOL.akey);
  await prim.world.pass(5);
  await answer(prim, 'Yes or No', 'Yes');
  await answer(prim, 'text', password);
  expect(answersTo(prim, COOL.akey)).toEqual(['login-rsp::denied']);
  expect(prim.said).toEqual([{ to: 'owner', text: expect.stringMatching(said) }]);
  // Once more: the password is asked for again, and not whether it may.
  prim.world.dialogs.ignore(COOL.akey);
  send(prim, 'login', COOL.akey);
  await prim.world.pass(5);
  expect(boxes(prim)).toEqual(['text']);
});

it('asks nobody but the owner, and is asked by nobody for another', async () => {
  const prim = await rezzed();
  send(prim, 'login', SECRET2.akey);
  send(prim, 'groupscap', '');
  await prim.world.pass(5);
  expect([answersTo(prim, SECRET2.akey), answersTo(prim, ''), boxes(prim)]).toEqual([['login-rsp::denied'], ['groupscap-rsp::denied'], []]);
  // What others say on the owner's channels is not heard.
  send(prim, 'login', COOL.akey);
  await prim.world.pass(5);
  const [script] = prim.scripts.filter(({ name }) => name === 'apez-permissions');
  const channels = [...(script?.listens.values() ?? [])].map(({ channel }) => channel);
  expect(channels).toHaveLength(2);
  for (const channel of channels) prim.world.say(SECRET2.akey, channel, 'Yes');
  await prim.world.pass(5);
  expect(answersTo(prim, COOL.akey)).toEqual([]);
});

it('groups: with the password, and then with the login that is held', async () => {
  const prim = await rezzed();
  const groups = await allowed(prim, 'groupscap');
  expect(groups).toMatch(/^groupscap-rsp::\w+\./);
  const invoked = await must<unknown[]>(invoke(), 'general.listGroupsCreated', [groups.split('::')[1]], COOL.akey);
  expect(invoked).toHaveLength(1);
  // The login is another question, and needs no password now.
  send(prim, 'login', COOL.akey);
  await prim.world.pass(5);
  await answer(prim, 'Yes or No', 'Yes');
  expect(answersTo(prim, COOL.akey).at(-1)).toMatch(GRANTED);
});

it('enrolls the object when the owner wants it, and then needs no password, also after a reset', async () => {
  const prim = await rezzed();
  await allowed(prim);
  await answer(prim, 'Enroll or Not now', 'Enroll');
  expect(prim.said).toEqual([{ to: 'owner', text: `Till:1 is enrolled as ${prim.key}.` }]);
  const login = await logIn(invoke(), COOL);
  expect(await must(invoke(), 'general.listObjects', [login])).toMatchObject([{ object_key: prim.key, name: 'Till:1' }]);
  prim.reset();
  await prim.world.pass(5);
  for (const word of ['login', 'groupscap']) {
    send(prim, word, COOL.akey);
    await prim.world.pass(5);
    await answer(prim, 'Yes or No', 'Yes');
    expect(answersTo(prim, COOL.akey).at(-1)).toMatch(new RegExp(`^${word}-rsp::\\w+\\.`));
  }
});

it('hands out another one once the one that it holds was revoked', async () => {
  const prim = await rezzed();
  const [, login = ''] = (await allowed(prim)).split('::');
  await answer(prim, 'Enroll or Not now', 'Not now');
  await must(invoke(), 'general.revokeCapability', [await logIn(invoke(), COOL)], login);
  const balance = (capability: string) => ask(prim, `call::bank.accountBalance::${capability}::${COOL.akey}::working`);
  expect(await balance(login)).toMatch(/::auth\.capability_revoked: /);
  send(prim, 'login', COOL.akey);
  await prim.world.pass(5);
  await answer(prim, 'text', COOL.password);
  const [, other = ''] = answersTo(prim, COOL.akey).at(-1)?.split('::') ?? [];
  expect(await balance(other)).toMatch(/-rsp::\d/);
});

it('enrolls by a word of the owner, and of nobody else', async () => {
  const prim = await rezzed();
  prim.world.say(SECRET2.akey, 4590, 'enroll');
  await prim.world.pass(5);
  expect([boxes(prim), boxes(prim, SECRET2.akey)]).toEqual([[], []]);
  prim.world.say(COOL.akey, 4590, 'enroll');
  await prim.world.pass(5);
  await answer(prim, 'text', COOL.password);
  expect(prim.said).toEqual([{ to: 'owner', text: `Till:1 is enrolled as ${prim.key}.` }]);
  expect(await ask(prim, 'call::general.getObjectCapability::::login::60')).toMatch(/-rsp::/);
});

it('enrolls an enrolled object anew, with the password', async () => {
  const prim = await rezzed();
  await allowed(prim);
  await answer(prim, 'Enroll or Not now', 'Enroll');
  prim.reset();
  await prim.world.pass(5);
  send(prim, 'login', COOL.akey);
  await prim.world.pass(5);
  await answer(prim, 'Yes or No', 'Yes');
  // The login that it has now came without a password, and can't enroll.
  prim.said.splice(0);
  prim.world.say(COOL.akey, 4590, 'enroll');
  await prim.world.pass(5);
  await answer(prim, 'text', COOL.password);
  expect(prim.said).toEqual([{ to: 'owner', text: `Till:1 is enrolled as ${prim.key}.` }]);
});

it('tells the owner where the API script is missing', async () => {
  const prim = await rezzed();
  prim.addScript('apez-api', 'default { }');
  send(prim, 'login', COOL.akey);
  await prim.world.pass(5);
  await answer(prim, 'Yes or No', 'Yes');
  await prim.world.pass(700);
  expect([answersTo(prim, COOL.akey), prim.said]).toEqual([
    ['login-rsp::denied'],
    [{ to: 'owner', text: 'Till:1: no answer came from the script apez-api.' }],
  ]);
});

it('signs no more once the object is revoked, says so to the owner, and asks for the password again', async () => {
  const prim = await rezzed();
  await allowed(prim);
  await answer(prim, 'Enroll or Not now', 'Enroll');
  await must(invoke(), 'general.revokeObject', [await logIn(invoke(), COOL)], prim.key);
  prim.said.splice(0);
  const name = `call::general.getAvatarName::::${SECRET2.akey}`;
  expect(await ask(prim, name)).toMatch(/-err::1701::relay\.bad_signature: /);
  expect(prim.said).toEqual([{ to: 'owner', text: 'Till::1 is no longer enrolled. To enroll it again, say: /4590 enroll' }]);
  expect(await ask(prim, name)).toBe('general.getAvatarName-rsp::Secret2 Linden');
  send(prim, 'login', COOL.akey);
  await prim.world.pass(5);
  await answer(prim, 'text', COOL.password);
  expect(answersTo(prim, COOL.akey).at(-1)).toMatch(GRANTED);
});

it('asks the new owner, and has nothing of the old one', async () => {
  const prim = await rezzed();
  await allowed(prim);
  await answer(prim, 'Enroll or Not now', 'Not now');
  prim.sell(SECRET2.akey);
  await prim.world.pass(5);
  send(prim, 'login', COOL.akey);
  const id = send(prim, 'login', SECRET2.akey);
  await prim.world.pass(5);
  expect([answersTo(prim, COOL.akey).at(-1), boxes(prim)]).toEqual(['login-rsp::denied', []]);
  await answer(prim, 'Yes or No', 'Yes', SECRET2);
  await answer(prim, 'text', SECRET2.password, SECRET2);
  const login = answersTo(prim, id)[0]?.split('::')[1];
  expect(await must(invoke(), 'bank.accountBalance', [login], SECRET2.akey, 'working')).toBeTypeOf('number');
});

it('says denied where the server is away', async () => {
  const prim = await rezzed();
  prim.world.web.decide = () => 'lost';
  send(prim, 'login', COOL.akey);
  await prim.world.pass(5);
  await answer(prim, 'Yes or No', 'Yes');
  await prim.world.pass(400);
  expect([answersTo(prim, COOL.akey), boxes(prim)]).toEqual([['login-rsp::denied'], []]);
  expect(prim.said).toEqual([{ to: 'owner', text: expect.stringContaining('kit.no_answer') }]);
});
