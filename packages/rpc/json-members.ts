import { type Fault, invalidRequest } from './faults.ts';
import { endOfString } from './json-scan.ts';
import { RoundedNumber } from './rounded.ts';

/**
 * How many members the objects of a parsed text have together. Where the text writes more of them, some object has two of one
 * name, however that is escaped: the engine keeps the last. Counting costs less than to remember the names of each object.
 */
export function countMembers(value: unknown): number {
  if (typeof value !== 'object' || value === null || value instanceof RoundedNumber) return 0;
  let members = 0;
  if (Array.isArray(value)) {
    for (const element of value) members += countMembers(element);
    return members;
  }
  for (const name of Object.keys(value)) members += 1 + countMembers((value as Record<string, unknown>)[name]);
  return members;
}

/** The fault for a text of JSON that has a member twice, with its name. */
export function repeatedMember(text: string): Fault {
  /** The names in each object that is open; undefined for an array. */
  const open: (Set<string> | undefined)[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '{') open.push(new Set());
    else if (c === '[') open.push(undefined);
    else if (c === '}' || c === ']') open.pop();
    else if (c === '"') {
      const end = endOfString(text, i);
      const names = open.at(-1);
      if (names && isName(text, end + 1)) {
        const name: string = JSON.parse(text.slice(i, end + 1));
        if (names.has(name))
          return invalidRequest(`an object has two members ${JSON.stringify(name.slice(0, 40))}; it is not clear which counts`);
        names.add(name);
      }
      i = end;
    }
  }
  return invalidRequest('an object has two members of one name; it is not clear which counts');
}

const COLON = /[ \n\r\t]*:/y;

function isName(text: string, after: number): boolean {
  COLON.lastIndex = after;
  return COLON.test(text);
}
