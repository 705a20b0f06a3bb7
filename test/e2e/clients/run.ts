import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestContext } from 'vitest';
import { present } from '../../testkit/tools.ts';

/** What each command needs beside itself, how to ask for it, and the Debian packages that bring both. */
const TOOLS = {
  python3: { probe: ['-c', 'import xmlrpc.client'], debian: 'python3' },
  php: { probe: ['-r', 'exit(extension_loaded("curl") && extension_loaded("xml") ? 0 : 1);'], debian: 'php-cli, php-curl and php-xml' },
  perl: { probe: ['-MRPC::XML::Client', '-MJSON::PP', '-e', '1'], debian: 'perl and librpc-xml-perl' },
  ruby: { probe: ['-e', 'require "xmlrpc/client"'], debian: 'ruby and ruby-xmlrpc' },
  node: { probe: ['-e', ''], debian: 'nodejs' },
} as const;

export type Tool = keyof typeof TOOLS;

/** Skips the test where the tool is not installed, and says what to install. */
export function needsTool(tool: Tool, skip: TestContext['skip']): void {
  const { probe, debian } = TOOLS[tool];
  const here = spawnSync(tool, [...probe], { stdio: 'ignore' }).status === 0;
  skip(!present(tool, here), `${tool} is not here or lacks a module; on Debian install ${debian}`);
}

/** Runs a program of this directory with `input` as its one argument; gives back what it prints, which is JSON. */
export async function runClient(tool: Tool, program: string, input: object): Promise<unknown> {
  const { stdout } = await promisify(execFile)(tool, [join(import.meta.dirname, program), JSON.stringify(input)], { timeout: 30_000 });
  return JSON.parse(stdout);
}
