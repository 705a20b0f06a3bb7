import { integer, integerIn, isNumber, type Native, string, type TypeName, textOf, type Value } from './values.ts';

/** A function that scripts find there. Its arguments come in these types. */
export interface Builtin {
  readonly params: readonly TypeName[];
  readonly call: (args: readonly Value[]) => Value | undefined;
}

type NativesOf<P extends readonly TypeName[]> = { [I in keyof P]: Native[P[I]] };

/** Makes one of a function over JavaScript's values. */
export function builtin<const P extends readonly TypeName[]>(params: P, call: (...args: NativesOf<P>) => Value | undefined): Builtin {
  // The script has brought the arguments to these types.
  return { params, call: (args) => call(...(args.map(({ value }) => value) as unknown as NativesOf<P>)) };
}

/** Those that look at nothing but their arguments, as the language's public reference describes them. */
export const LISTS: Readonly<Record<string, Builtin>> = {
  llGetListLength: builtin(['list'], (elements) => integer(elements.length)),
  llList2String: builtin(['list', 'integer'], (elements, index) => {
    const element = elements.at(index);
    return string(element ? textOf(element) : '');
  }),
  llList2Integer: builtin(['list', 'integer'], (elements, index) => {
    const element = elements.at(index);
    if (element && isNumber(element)) return integer(Math.trunc(element.value));
    return integer(element?.type === 'string' ? integerIn(element.value) : 0);
  }),
  llDumpList2String: builtin(['list', 'string'], (elements, separator) => string(elements.map(textOf).join(separator))),
  llCSV2List: builtin(['string'], (csv) => texts(splitCsv(csv))),
  llParseStringKeepNulls: builtin(['string', 'list', 'list'], (text, separators, spacers) =>
    texts(split(text, separators.map(textOf), spacers.map(textOf))),
  ),
};

function texts(parts: readonly string[]): Value {
  return { type: 'list', value: parts.map(string) };
}

/** Separators go, spacers stay as parts of their own. */
function split(text: string, separators: readonly string[], spacers: readonly string[]): string[] {
  const marks = [...separators, ...spacers].filter((mark) => mark !== '');
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; ) {
    const mark = marks.find((one) => text.startsWith(one, at));
    if (mark !== undefined) {
      parts.push(text.slice(start, at));
      if (!separators.includes(mark)) parts.push(mark);
      start = at + mark.length;
    }
    at = mark === undefined ? at + 1 : start;
  }
  return [...parts, text.slice(start)];
}

/** Commas between angle brackets, as vectors have them, divide nothing. */
function splitCsv(csv: string): string[] {
  const parts: string[] = [];
  let [start, depth] = [0, 0];
  for (let at = 0; at < csv.length; at++) {
    if (csv[at] === '<') depth += 1;
    if (csv[at] === '>') depth = Math.max(0, depth - 1);
    if (csv[at] !== ',' || depth > 0) continue;
    parts.push(csv.slice(start, at));
    start = at + 1;
  }
  return [...parts, csv.slice(start)].map((part) => part.trim());
}
