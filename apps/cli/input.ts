import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { CliError, usageError } from './errors.ts';

/** What a command is run with. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/** No secret that is read from the standard input is longer, in bytes. */
const MAX_SECRET = 65_536;

/** A secret from the standard input: asked for without an echo on a terminal, otherwise its first line. */
export function readSecret(terminal: Terminal, question: string): Promise<string> {
  return terminal.stdin.isTTY ? ask(terminal, question) : firstLine(terminal.stdin);
}

/** A new password; typed twice where nobody can see what was typed. `instead`: what to do where none is wanted. */
export async function readNewPassword(terminal: Terminal, instead: string): Promise<string> {
  const password = await readSecret(terminal, 'Password: ');
  if (password === '') throw usageError(`the password is empty; ${instead}`);
  if (terminal.stdin.isTTY && (await ask(terminal, 'The same again: ')) !== password) throw usageError('the two passwords differ');
  return password;
}

function ask({ stdin, stderr }: Terminal, question: string): Promise<string> {
  stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: nowhere, terminal: true, historySize: 0 });
  return new Promise((resolve, reject) => {
    let answer: string | undefined;
    lines.once('line', (line) => {
      answer = line;
      lines.close();
    });
    // Ctrl-C and Ctrl-D close it without a line.
    lines.once('close', () => {
      stderr.write('\n');
      if (answer === undefined) reject(new CliError('interrupted', 'nothing was done: the question was not answered'));
      else resolve(answer);
    });
  });
}

async function firstLine(stdin: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    size += bytes.length;
    if (size > MAX_SECRET) throw usageError(`more than ${MAX_SECRET} bytes came on the standard input`);
    if (bytes.includes('\n')) break;
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: false }).decode(Buffer.concat(chunks));
  return text.split(/\r?\n/, 1)[0] ?? '';
}
