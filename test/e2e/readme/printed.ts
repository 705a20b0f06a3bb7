import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../testkit/build.ts';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
/** Where the README's server and its sites listen. */
export const SERVER = 'http://127.0.0.1:8080';
export const SITE = 'http://127.0.0.1:8090';

/** The origins that the README starts the server with, for the page. */
export const [, CORS = ''] = /SCRIP_CORS=(http\S+) npm start/.exec(README) ?? [];

/** What the README prints in this language, piece by piece; empty for what has no language. */
export function pieces(language: string): string[] {
  const blocks = README.matchAll(/^```(\w*)\n(.*?)^```$/gms);
  return [...blocks].filter(([, named]) => named === language).map(([, , code = '']) => code);
}

/** The one block of commands that calls for this file. */
export function commands(file: string): string {
  const found = pieces('sh').filter((block) => block.includes(file));
  if (found.length !== 1) throw new Error(`the README has ${found.length} blocks of commands with ${file}`);
  return found[0] ?? '';
}
