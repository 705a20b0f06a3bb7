import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { inProcessServer } from '../testkit/server.ts';
import { xmlRpc } from '../testkit/transports.ts';
import { needsTool } from './clients/run.ts';
import { COOL, logIn, must, SECRET2 } from './demo-world.ts';
import { printed } from './printed.ts';

// The groups example of the Apez document, as printed but for the lines that it tells people to fill in.

const server = inProcessServer();
const AN_AVATAR = { name: 'An avatar', akey: 'ba7d14ff-a43e-4a04-982a-141e25290142' };

/** Runs it for this avatar; the member that it adds and takes out again is one of the demo world as printed. */
async function run({ name, password }: { name: string; password: string }): Promise<{ stdout: string; warnings: string[] }> {
  const directory = await mkdtemp(join(tmpdir(), 'scrip-php-'));
  try {
    const script = join(directory, 'groups.php');
    await writeFile(
      script,
      printed('groups.php').replace('"YOUR AVATAR NAME"', `"${name}"`).replace('"YOUR APEZ PASSWORD"', `"${password}"`),
    );
    const settings = [`include_path=${join(import.meta.dirname, 'clients')}`, 'display_errors=stderr', 'log_errors=0', 'html_errors=0'];
    const { stdout, stderr } = await promisify(execFile)('php', [...settings.flatMap((setting) => ['-d', setting]), script], {
      env: { ...process.env, APEZ_URL: `${server.url}/api.php` },
      timeout: 30_000,
    });
    return { stdout, warnings: stderr.split('\n').filter((line) => line !== '') };
  } finally {
    await rm(directory, { recursive: true });
  }
}

it('lists the groups, adds an avatar, asks whether it is in, lists the members and takes it out', { timeout: 60_000 }, async ({ skip }) => {
  needsTool('php', skip);
  const { stdout, warnings } = await run(COOL);
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
  expect(await run(who)).toEqual({ stdout, warnings: [] });
});
