import { afterEach, beforeEach, expect, it } from 'vitest';
import { openBrowser } from '../testkit/browser.ts';
import { freePort } from '../testkit/debian-postgres.ts';
import { inProcessServer } from '../testkit/server.ts';
import { jsonRpc } from '../testkit/transports.ts';
import { needsTool, type Tool } from './clients/run.ts';
import { COOL, logIn, must, SECRET2 } from './demo-world.ts';
import { kitScript } from './lsl/kit.ts';
import { World } from './lsl/world/world.ts';
import { Desk } from './readme/desk.ts';
import { CORS, commands, pieces, SERVER, SITE } from './readme/printed.ts';

// The README's programs, run by the README's commands, as they are printed there but for the ports. Each pays 25, and pays once
// when it is run again.

const port = String(await freePort());
const site = SITE.replace('8090', port);
const server = inProcessServer({ env: { SCRIP_CORS: CORS.replace(SITE, site) } });
const PAID = /^paid: [0-9a-f-]{36}\nleft: (\d+)(\.0)?\n$/;

let before: number;
let desks: Desk[] = [];
beforeEach(async () => {
  before = await balance();
});
afterEach(async () => {
  for (const desk of desks) await desk.clear();
  desks = [];
});

async function balance(): Promise<number> {
  const invoke = jsonRpc(`${server.url}/jsonrpc`);
  return must(invoke, 'bank.accountBalance', [await logIn(invoke, COOL)], COOL.akey, 'working');
}

async function deskWith(file: string, program = ''): Promise<Desk> {
  expect(program).toContain(SERVER);
  const desk = await Desk.with(file, program.replaceAll(SERVER, server.url));
  desks.push(desk);
  return desk;
}

async function paidOnce(first: string, again: string): Promise<void> {
  expect(first).toMatch(PAID);
  expect(again).toBe(first);
  expect(Number(PAID.exec(first)?.[1])).toBe(before - 25);
  expect(await balance()).toBe(before - 25);
}

const PROGRAMS: readonly (readonly [file: string, tool: Tool, language: string, place: number])[] = [
  ['plain.py', 'python3', 'python', 0],
  ['pay.py', 'python3', 'python', 1],
  ['pay.mjs', 'node', 'js', 0],
];

for (const [file, tool, language, place] of PROGRAMS) {
  it(`the program ${file}`, async ({ skip }) => {
    needsTool(tool, skip);
    const desk = await deskWith(file, pieces(language)[place]);
    await paidOnce(await desk.run(commands(file)), await desk.run(commands(file)));
  });
}

it('the PHP site', async ({ skip }) => {
  needsTool('php', skip);
  const desk = await deskWith('pay.php', pieces('php')[0]);
  const page = `${site}/pay.php`;
  await desk.serve(commands('pay.php').replace('8090', port), `${site}/nothing`);
  await paidOnce(await (await fetch(page)).text(), await (await fetch(page)).text());
});

it('the JavaScript page, on the password that a person types', { timeout: 60_000 }, async ({ skip }) => {
  needsTool('python3', skip);
  const browser = await openBrowser(skip);
  try {
    const desk = await deskWith('page.html', pieces('html')[0]);
    await desk.serve(commands('page.html').replace('8090', port), `${site}/`);
    const page = await browser.newPage();
    page.on('dialog', (dialog) => dialog.accept(COOL.password));
    const shown = async () => {
      await page.goto(`${site}/page.html`);
      await page.waitForFunction('document.querySelector("button").onclick !== null');
      await page.click('button');
      await page.waitForFunction('document.querySelector("pre").textContent !== ""');
      return (await page.textContent('pre')) ?? '';
    };
    await paidOnce(await shown(), await shown());
  } finally {
    await browser.close();
  }
});

it('the script in-world, beside the scripts of the kit', async () => {
  const card = pieces('').find((piece) => piece.startsWith('url = '));
  expect(card).toContain(SERVER);
  const world = new World();
  world.addAvatar(COOL);
  const prim = world.rez(COOL.akey);
  prim.addItem({ type: 'notecard', name: 'scrip', text: card?.replace(SERVER, server.url) ?? '' });
  for (const name of ['apez-api', 'apez-permissions']) prim.addScript(name, kitScript(name));
  prim.addScript('pay', pieces('lsl')[0] ?? '');
  await world.pass(5);
  world.dialogs.press(COOL.akey, 'Yes');
  await world.pass(5);
  world.dialogs.write(COOL.akey, COOL.password);
  await world.pass(5);
  const touched = async () => {
    const heard = prim.said.length;
    prim.touch(COOL.akey);
    await world.pass(10);
    return prim.said
      .slice(heard)
      .map(({ text }) => `${text}\n`)
      .join('');
  };
  await paidOnce(await touched(), await touched());
});

it('the JavaScript program goes on to pay a group, rent a shop and buy a chair, each once', async () => {
  const invoke = jsonRpc(`${server.url}/jsonrpc`);
  const [cool, secret2] = [await logIn(invoke, COOL), await logIn(invoke, SECRET2)];
  const parts = pieces('js');
  expect(parts).toHaveLength(2);
  const desk = await deskWith('pay.mjs', parts.join(''));
  // What the first piece prints as left is more by then: the chair has been paid.
  const run = async () => (await desk.run(commands('pay.mjs'))).replace(/^paid: .*\nleft: .*\n/, '');
  const first = await run();
  expect(await run()).toBe(first);
  expect(first).toMatch(
    /^\[.*'ImSoCool Mann', 60.*'Secret2 Linden', 40.*\]\nrented until \d{4}-\d\d-\d\dT\S+Z for 10\nbought Oak chair for 120\n$/s,
  );
  type Line = { comment: string; amount: number };
  const received = await must<Line[]>(invoke, 'bank.transactions', [secret2], SECRET2.akey, 'working');
  expect(received.filter(({ comment }) => comment === 'for the staff').map(({ amount }) => amount)).toEqual([4]);
  expect(await must(invoke, 'vend.sales', [cool], COOL.akey)).toMatchObject([{ product_name: 'Oak chair' }]);
});
