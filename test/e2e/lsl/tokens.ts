/** The text is no script of the language as far as it is known here, or does what the language does not allow. */
export class ScriptError extends Error {
  constructor(line: number, message: string) {
    super(`line ${line}: ${message}`);
  }
}

export interface Token {
  readonly kind: 'name' | 'integer' | 'float' | 'string' | 'symbol' | 'end';
  /** As written; of a string what it stands for. */
  readonly text: string;
  readonly line: number;
}

const TOKEN =
  /(?<space>\s+|\/\/[^\n]*|\/\*.*?\*\/)|(?<float>(?:\d+\.\d*|\.\d+)(?:e[+-]?\d+)?)|(?<integer>0x[\da-f]+|\d+)|(?<name>[a-z_]\w*)|"(?<string>(?:[^"\\]|\\.)*)"|(?<symbol>&&|\|\||<<|>>|\+\+|--|[-+*/%=!<>]=|[-+*/%=!<>&|^~.(){}[\],;])/isy;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '    ' };

export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  for (let at = 0; at < source.length; ) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(source);
    if (!match?.groups) throw new ScriptError(line, `nothing begins with ${JSON.stringify(source.slice(at, at + 10))}`);
    const [[kind, text] = ['', '']] = Object.entries(match.groups).filter(([, found]) => found !== undefined);
    const value = kind === 'string' ? text.replace(/\\(.)/gs, (_, character: string) => ESCAPES[character] ?? character) : text;
    if (kind !== 'space') tokens.push({ kind: kind as Token['kind'], text: value, line });
    line += match[0].split('\n').length - 1;
    at = TOKEN.lastIndex;
  }
  return [...tokens, { kind: 'end', text: 'the end', line }];
}

/** Where a parser is among the tokens. */
export class Cursor {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(source: string) {
    this.#tokens = tokenize(source);
  }

  peek(ahead = 0): Token {
    return this.#tokens[Math.min(this.#at + ahead, this.#tokens.length - 1)] as Token;
  }

  take(): Token {
    const token = this.peek();
    this.#at += 1;
    return token;
  }

  /** Whether this symbol or word comes next, no string. */
  isNext(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.text === text && (token.kind === 'symbol' || token.kind === 'name');
  }

  /** Takes this symbol or word if it comes next. */
  takeIf(text: string): boolean {
    if (!this.isNext(text)) return false;
    this.take();
    return true;
  }

  expect(text: string): Token {
    if (!this.isNext(text)) this.fail(`${text} is needed`);
    return this.take();
  }

  expectName(): string {
    if (this.peek().kind !== 'name') this.fail('a name is needed');
    return this.take().text;
  }

  fail(what: string): never {
    const { line, text } = this.peek();
    throw new ScriptError(line, `${what}, and ${JSON.stringify(text)} came`);
  }
}
