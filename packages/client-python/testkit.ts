import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import type { TestContext } from 'vitest';
import { present } from '../../test/testkit/tools.ts';

/** Skips the test where there is no Python that the client is for, and says what to install. */
export function needsPython(skip: TestContext['skip']): void {
  const here = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))'], { stdio: 'ignore' }).status === 0;
  skip(!present('python3', here), 'python3 is not here, or older than 3.9; on Debian install python3');
}

/** Runs a program with the client on its path, from another directory; gives back what it prints. */
export async function python(program: string, url: string, path = import.meta.dirname): Promise<string> {
  const env = { ...process.env, PYTHONPATH: path, PYTHONDONTWRITEBYTECODE: '1', SCRIP_URL: url };
  const { stdout } = await promisify(execFile)('python3', ['-c', program], { env, cwd: '/', timeout: 60_000 });
  return stdout.trim();
}

/** Begins a program: the client is `client`, and `show` prints JSON. */
export const BEGIN = `
import json, os, time
from scrip import Client, ScripError
def show(value): print(json.dumps(value))
client = Client(os.environ["SCRIP_URL"])
`;

export const LOGGED_IN = `${BEGIN}client.login("ImSoCool Mann", "yourpasswordhere")
COOL = "ImSoCool Mann"
def pay(amount, **more): return client.bank.pay(amount, COOL, "working", "Matt", "working", "from Python", **more)
def left(): return client.bank.accountBalance(COOL, "working")
def fault(call):
    try: return ["no fault", call()]
    except ScripError as error: return [error.code, error.fault, error.may_be_done]
`;
