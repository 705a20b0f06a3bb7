import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inProcessServer } from '../testkit/server.ts';
import { xmlRpc } from '../testkit/transports.ts';
import { needsTool } from './clients/run.ts';
import { COOL, logIn, must, SECRET2 } from './demo-world.ts';
import { php } from './php-kit/php.ts';
import { printed } from './printed.ts';

// The PHP examples of the Apez document with the PHP kit, as printed but for the lines that it tells people to fill in.

const server = inProcessServer();
const AN_AVATAR = { name: 'An avatar', akey: 'ba7d14ff-a43e-4a04-982a-141e25290142' };

/** Runs an example; `filledIn` maps what is printed to what stands in its place. */
async function run(example: string, filledIn: Readonly<Record<string, string>> = {}): Promise<{ stdout: string; warnings: string[] }> {
  const directory = await mkdtemp(join(tmpdir(), 'scrip-php-'));
  try {
    let text = printed(example);
    for (const [from, to] of Object.entries(filledIn)) text = text.replace(`"${from}"`, `"${to}"`);
    const script = join(directory, example);
    await writeFile(script, text);
    return await php(`${server.url}/api.php`, script);
  } finally {
    await rm(directory, { recursive: true });
  }
}

/** The example of groups, for this avatar. */
function runGroups({ name, password }: { name: string; password: string }) {
  return run('groups.php', { 'YOUR AVATAR NAME': name, 'YOUR APEZ PASSWORD': password });
}

it('tells the key of a name', { timeout: 60_000 }, async ({ skip }) => {
  needsTool('php', skip);
  expect(await run('name2key.php')).toEqual({ stdout: `Secret2's key is ${SECRET2.akey} \n`, warnings: [] });
});

it('logs in and tells the balance', { timeout: 60_000 }, async ({ skip }) => {
  needsTool('php', skip);
  const { stdout, warnings } = await run('balance.php');
  expect(stdout.replace(/capability:\S+/, 'capability:…')).toBe(`ImSoCool Mann's key is ${COOL.akey}
Logging in...  Got login capability:…
Working balance is 5000
`);
  expect(warnings).toEqual([]);
});

it('lists the groups, adds an avatar, asks whether it is in, lists the members and takes it out', { timeout: 60_000 }, async ({ skip }) => {
  needsTool('php', skip);
  // The member that it adds and takes out again is one of the demo world as printed.
  const { stdout, warnings } = await runGroups(COOL);
  const invoke = xmlRpc(`${server.url}/xmlrpc`);
  const login = await logIn(invoke, COOL);
  const [[gkey]] = await must<[[string]]>(invoke, 'general.listGroupsCreated', [login], COOL.akey);
  expect(stdout.replace(/capability:\S+/, 'capability:…')).toBe(`ImSoCool Mann's key is ${COOL.akey}
Logging in...  Got login capability:…
1 groups
Mall Staff [${gkey}]

Result of adding avatar to group '':added

Result of is member for group '':1

Members of group '':
ImSoCool Mann 40%  [${COOL.akey}]
Secret2 Linden 26.666667%  [${SECRET2.akey}]
An avatar 33.333333%  [${AN_AVATAR.akey}]

Result of removing avatar from group '':ok
`);
  // It prints the second group of the list where it means the first one's name.
  expect(warnings).toHaveLength(4);
  for (const warning of warnings) expect(warning).toMatch(/^Warning: Undefined array key 1 in \S*groups\.php on line \d+$/);
  expect(await must(invoke, 'general.listGroupMembers', [login], '', '', gkey)).toEqual([
    [COOL.akey, COOL.name, 60],
    [SECRET2.akey, SECRET2.name, 40],
  ]);
});

it.for([
  ['a name that nobody has', { name: 'Nobody At All', password: 'x' }, 'Unknown avatar name Nobody At All\n'],
  ['a wrong password', { ...COOL, password: 'wrong' }, `ImSoCool Mann's key is ${COOL.akey}\nLogging in...  Login failed.\n`],
] as const)('says so for %s', { timeout: 60_000 }, async ([, who, stdout], { skip }) => {
  needsTool('php', skip);
  expect(await runGroups(who)).toEqual({ stdout, warnings: [] });
});
