import { pace } from '@scrip/http';
import { type Fault, invalidRequest, parseError, type Struct } from '@scrip/rpc';
import { SaxesParser } from 'saxes';
import { decodeXml } from './charset.ts';
import type { State } from './grammar.ts';

/** How deep values may stand in one another: a parameter is at depth 1. */
export const MAX_DEPTH = 32;
/** The most members of one struct, elements of one array, and parameters of one call. */
export const MAX_MEMBERS = 10_000;
/** The most values in one document, containers included. */
export const MAX_VALUES = 60_000;

export interface Document {
  readonly methodName: string;
  readonly params: readonly unknown[];
  /** Whether the one of `params` is the value of a `<fault>`. */
  readonly isFault: boolean;
}

/**
 * Reads a document whose start is `start`. Raises parse_error where it is not well-formed XML 1.0, has a DOCTYPE or a
 * processing instruction, or breaks a limit, and invalid_request where it is XML but not XML-RPC. Attributes and
 * comments mean nothing. It stops at the first error, and never does more than a bounded piece of work for each byte.
 */
export function readDocument(bytes: Uint8Array, contentType: string | undefined, start: State): Document {
  const reading = readInPieces(bytes, contentType, start);
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value;
  }
}

/** The same, and lets others have their turn between the pieces: a long document takes as long as many calls. */
export async function readLongDocument(bytes: Uint8Array, contentType: string | undefined, start: State): Promise<Document> {
  const reading = readInPieces(bytes, contentType, start);
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value;
    await pace();
  }
}

function* readInPieces(bytes: Uint8Array, contentType: string | undefined, start: State): Generator<undefined, Document> {
  if (bytes.length === 0) throw parseError('the body is empty');
  const text = decodeXml(bytes, contentType);
  const reader = new Reader(start);
  const parser = new SaxesParser({ forceXMLVersion: true, defaultXMLVersion: '1.0' });
  parser.on('opentagstart', (tag) => reader.open(tag.name));
  parser.on('text', (piece) => reader.text(piece));
  parser.on('cdata', (piece) => reader.text(piece));
  parser.on('closetag', () => reader.close());
  parser.on('doctype', () => refuse('a DOCTYPE'));
  parser.on('processinginstruction', () => refuse('a processing instruction'));
  parser.on('error', ({ message }) => {
    throw parseError(`the body is not well-formed XML: ${message.slice(0, 120)}`);
  });
  yield* feed(parser, reader, text);
  return { methodName: reader.methodName, params: reader.params, isFault: reader.isFault };
}

/** From this length on, base64 goes past the parser. */
const LONG_RUN = 4096;
/** Characters that the parser reads at once. */
const PIECE = 16 * 1024;

/**
 * Feeds the text to the parser, but the inside of a long `<base64>` straight to the reader: the parser looks at each
 * character, and the base64 reader does so again. It is sound because behind that tag the parser only waits for text:
 * `<` can not stand in an attribute, a body with `<!` (comments, CDATA) is not treated so, and one with an `&` in the run
 * neither; everything else that is not base64 is refused by the reader.
 */
function* feed(parser: SaxesParser, reader: Reader, text: string): Generator<undefined, void> {
  let done = 0;
  if (text.length > LONG_RUN && !text.includes('<!')) {
    for (let tag = text.indexOf('<base64>'); tag !== -1; tag = text.indexOf('<base64>', done)) {
      const start = tag + '<base64>'.length;
      const end = text.indexOf('<', start);
      if (end === -1) break;
      yield* write(parser, text, done, start);
      done = start;
      if (end - start < LONG_RUN) continue;
      const run = text.slice(start, end);
      if (run.includes('&')) continue;
      reader.text(run);
      done = end;
    }
  }
  yield* write(parser, text, done, text.length);
  parser.close();
}

function* write(parser: SaxesParser, text: string, start: number, end: number): Generator<undefined, void> {
  for (let at = start; at < end; at += PIECE) {
    parser.write(text.slice(at, Math.min(at + PIECE, end)));
    if (end - at > PIECE) yield;
  }
}

function refuse(what: string): never {
  throw parseError(`the body holds ${what}, which is not taken`);
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

const NOT_SPACE = /[^ \t\r\n]/;

/** Where an array or struct is being filled. */
interface Container {
  readonly value: unknown[] | Struct;
  size: number;
  /** Struct: the name of the member whose value comes next. */
  name: string;
}

/** Builds values out of the parser's events, led by the grammar. */
class Reader {
  methodName = '';
  isFault = false;
  readonly params: unknown[] = [];
  #state: State;
  readonly #outer: State[] = [];
  readonly #containers: Container[] = [];
  #text = '';
  /** The value that was read last; the element around it takes it. */
  #value: unknown;
  #depth = 0;
  #values = 0;

  constructor(start: State) {
    this.#state = start;
  }

  open(element: string): void {
    const state = this.#state;
    const step = state.children.get(element);
    if (!step) throw this.#misplaced(element);
    if (state.keepsText) this.#dropSpace();
    this.#outer.push(step.after);
    this.#state = step.inside;
    switch (step.inside.role) {
      case 'value':
        if (++this.#depth > MAX_DEPTH) throw parseError(`the body holds values deeper than ${MAX_DEPTH}`);
        if (++this.#values > MAX_VALUES) throw parseError(`the body holds more than ${MAX_VALUES} values`);
        break;
      case 'struct':
        this.#containers.push({ value: Object.create(null), size: 0, name: '' });
        break;
      case 'array':
        this.#containers.push({ value: [], size: 0, name: '' });
        break;
      case 'fault':
        this.isFault = true;
        break;
    }
  }

  text(piece: string): void {
    if (this.#state.keepsText) this.#text += piece;
    else if (NOT_SPACE.test(piece)) throw this.#stray();
  }

  close(): void {
    const closed = this.#state;
    if (closed.missing !== undefined) throw invalidRequest(`<${closed.element}> has no ${closed.missing}${this.#place()}`);
    const state = this.#outer.pop() as State;
    this.#state = state;
    const text = this.#text;
    this.#text = '';
    switch (closed.role) {
      case 'scalar':
        this.#value = closed.scalar?.read(text);
        if (this.#value === undefined) throw this.#wrong(closed, text);
        break;
      case 'value':
        this.#depth--;
        if (closed.keepsText) this.#value = text;
        if (state.role === 'array') this.#addElement();
        break;
      case 'member':
        this.#addMember();
        break;
      case 'struct':
      case 'array':
        this.#value = (this.#containers.pop() as Container).value;
        break;
      case 'name':
        (this.#containers.at(-1) as Container).name = text;
        break;
      case 'param':
      case 'fault':
        if (this.params.push(this.#value) > MAX_MEMBERS) throw parseError(`the body holds more than ${MAX_MEMBERS} parameters`);
        break;
      case 'methodName':
        this.methodName = text.trim();
        if (this.methodName === '') throw invalidRequest('<methodName> is empty');
        break;
    }
  }

  #addElement(): void {
    const container = this.#containers.at(-1) as Container;
    if (++container.size > MAX_MEMBERS) throw parseError(`an array holds more than ${MAX_MEMBERS} elements`);
    (container.value as unknown[]).push(this.#value);
  }

  #addMember(): void {
    const container = this.#containers.at(-1) as Container;
    const { name } = container;
    const struct = container.value as Struct;
    if (++container.size > MAX_MEMBERS) throw parseError(`a struct holds more than ${MAX_MEMBERS} members`);
    if (name in struct) throw invalidRequest(`a struct has two members ${JSON.stringify(short(name))}${this.#place()}`);
    struct[name] = this.#value;
  }

  #dropSpace(): void {
    if (NOT_SPACE.test(this.#text)) throw this.#stray();
    this.#text = '';
  }

  #stray(): Fault {
    if (this.#outer.length === 0) return parseError('the body is not well-formed XML: text stands outside of its element');
    return invalidRequest(`text stands in <${this.#state.element}> beside its elements${this.#place()}`);
  }

  #misplaced(element: string): Fault {
    const { element: parent, children } = this.#state;
    if (this.#outer.length === 0 && children.size === 0) return parseError('the body is not well-formed XML: more follows its end');
    const wanted = children.size === 0 ? 'nothing more' : [...children.keys()].map((name) => `<${name}>`).join(', ');
    return invalidRequest(`<${short(element)}> stands in <${parent}>${this.#place()}, where ${wanted} may stand`);
  }

  #wrong({ element, scalar }: State, text: string): Fault {
    return invalidRequest(`<${element}> holds ${JSON.stringify(short(text))}${this.#place()}; ${scalar?.wanted} is needed`);
  }

  #place(): string {
    return this.#depth > 0 ? ` (parameter ${this.params.length + 1})` : '';
  }
}
