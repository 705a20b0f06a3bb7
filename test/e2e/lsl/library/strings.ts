import { type Builtins, builtin } from '../builtin.ts';
import { integer, string } from '../values.ts';
import { within } from './ranges.ts';

const HEAD = 1;
const TAIL = 2;

function filtered(text: string, keeps: (place: number) => boolean) {
  return string(
    [...Array(text.length).keys()]
      .filter(keeps)
      .map((place) => text[place])
      .join(''),
  );
}

/** As the language's public reference describes them; characters are UTF-16's, as under Mono. */
export const STRINGS: Builtins = {
  llStringLength: builtin(['string'], (text) => integer(text.length)),
  llGetSubString: builtin(['string', 'integer', 'integer'], (text, start, end) => filtered(text, within(text.length, start, end))),
  llDeleteSubString: builtin(['string', 'integer', 'integer'], (text, start, end) => {
    const inside = within(text.length, start, end);
    return filtered(text, (place) => !inside(place));
  }),
  llInsertString: builtin(['string', 'integer', 'string'], (text, at, more) => string(text.slice(0, at) + more + text.slice(at))),
  llSubStringIndex: builtin(['string', 'string'], (text, sought) => integer(text.indexOf(sought))),
  llReplaceSubString: builtin(['string', 'string', 'string', 'integer'], (text, sought, other, count) => {
    if (count < 0) throw new RangeError('a count below zero is not known here');
    if (count === 0) return string(text.replaceAll(sought, () => other));
    let changed = text;
    for (let left = count, at = changed.indexOf(sought); left > 0 && at >= 0; left--, at = changed.indexOf(sought, at + other.length)) {
      changed = changed.slice(0, at) + other + changed.slice(at + sought.length);
    }
    return string(changed);
  }),
  llToLower: builtin(['string'], (text) => string(text.toLowerCase())),
  llToUpper: builtin(['string'], (text) => string(text.toUpperCase())),
  llStringTrim: builtin(['string', 'integer'], (text, sides) => {
    const begun = (sides & HEAD) === 0 ? text : text.trimStart();
    return string((sides & TAIL) === 0 ? begun : begun.trimEnd());
  }),
  llOrd: builtin(['string', 'integer'], (text, index) => integer(text.at(index)?.codePointAt(0) ?? 0)),
  llChar: builtin(['integer'], (code) => string(code > 0 ? String.fromCodePoint(code) : '')),
  llEscapeURL: builtin(['string'], (text) =>
    string(encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)),
  ),
  llUnescapeURL: builtin(['string'], (text) => string(decodeURIComponent(text))),
  llStringToBase64: builtin(['string'], (text) => string(Buffer.from(text).toString('base64'))),
  llBase64ToString: builtin(['string'], (text) => string(Buffer.from(text, 'base64').toString())),
};
