import { type Builtins, builtin } from '../builtin.ts';
import { float, implicit, integer, integerIn, isNumber, isText, key, list, string, textOf, type Value, vector } from '../values.ts';
import { within } from './ranges.ts';
import { splitCsv, splitText } from './split.ts';

const TYPE_NUMBERS = { integer: 1, float: 2, string: 3, key: 4, vector: 5, rotation: 6, list: 0 };

const texts = (parts: readonly string[]): Value => list(parts.map(string));

function floatOf(element: Value | undefined): Value {
  if (element && isNumber(element)) return float(element.value);
  return float(element && isText(element) ? Number.parseFloat(element.value) || 0 : 0);
}

function same(one: Value | undefined, other: Value | undefined): boolean {
  return one !== undefined && one.type === other?.type && textOf(one) === textOf(other);
}

function compare(one: Value, other: Value): number {
  if (isNumber(one) && isNumber(other)) return one.value - other.value;
  const [left, right] = [textOf(one), textOf(other)];
  return left < right ? -1 : Number(left > right);
}

/** As the language's public reference describes them. */
export const LISTS: Builtins = {
  llGetListLength: builtin(['list'], (elements) => integer(elements.length)),
  llGetListEntryType: builtin(['list', 'integer'], (elements, index) => integer(TYPE_NUMBERS[elements.at(index)?.type ?? 'list'])),
  llList2String: builtin(['list', 'integer'], (elements, index) => {
    const element = elements.at(index);
    return string(element ? textOf(element) : '');
  }),
  llList2Key: builtin(['list', 'integer'], (elements, index) => {
    const element = elements.at(index);
    return key(element ? textOf(element) : '');
  }),
  llList2Integer: builtin(['list', 'integer'], (elements, index) => {
    const element = elements.at(index);
    if (element && isNumber(element)) return integer(Math.trunc(element.value));
    return integer(element?.type === 'string' ? integerIn(element.value) : 0);
  }),
  llList2Float: builtin(['list', 'integer'], (elements, index) => floatOf(elements.at(index))),
  llList2Vector: builtin(['list', 'integer'], (elements, index) => implicit(elements.at(index) ?? list([]), 'vector') ?? vector(0, 0, 0)),
  llList2List: builtin(['list', 'integer', 'integer'], (elements, start, end) => {
    const inside = within(elements.length, start, end);
    return list(elements.filter((_, place) => inside(place)));
  }),
  llList2ListStrided: builtin(['list', 'integer', 'integer', 'integer'], (elements, start, end, stride) => {
    const inside = within(elements.length, start, end);
    return list(elements.filter((_, place) => inside(place) && place % Math.max(stride, 1) === 0));
  }),
  llDeleteSubList: builtin(['list', 'integer', 'integer'], (elements, start, end) => {
    const inside = within(elements.length, start, end);
    return list(elements.filter((_, place) => !inside(place)));
  }),
  llListInsertList: builtin(['list', 'list', 'integer'], (elements, more, at) => list(elements.toSpliced(at, 0, ...more))),
  llListReplaceList: builtin(['list', 'list', 'integer', 'integer'], (elements, more, start, end) => {
    const from = start < 0 ? start + elements.length : start;
    const to = end < 0 ? end + elements.length : end;
    if (from > to) throw new RangeError('a start behind the end is not known here');
    return list(elements.toSpliced(from, to - from + 1, ...more));
  }),
  llListFindList: builtin(['list', 'list'], (elements, sought) =>
    integer(elements.findIndex((_, at) => sought.every((element, i) => same(element, elements[at + i])))),
  ),
  llListFindStrided: builtin(['list', 'list', 'integer', 'integer', 'integer'], (elements, sought, start, end, stride) => {
    const inside = within(elements.length, start, end);
    const fits = (at: number) => inside(at) && at % Math.max(stride, 1) === 0;
    return integer(elements.findIndex((_, at) => fits(at) && sought.every((element, i) => same(element, elements[at + i]))));
  }),
  llListSort: builtin(['list', 'integer', 'integer'], (elements, stride, ascending) => {
    const width = Math.max(stride, 1);
    const rows = Array.from({ length: Math.ceil(elements.length / width) }, (_, row) => elements.slice(row * width, (row + 1) * width));
    const sign = ascending === 0 ? -1 : 1;
    return list(rows.sort(([one], [other]) => (one && other ? sign * compare(one, other) : 0)).flat());
  }),
  llDumpList2String: builtin(['list', 'string'], (elements, separator) => string(elements.map(textOf).join(separator))),
  llList2CSV: builtin(['list'], (elements) => string(elements.map(textOf).join(', '))),
  llCSV2List: builtin(['string'], (csv) => texts(splitCsv(csv))),
  llParseStringKeepNulls: builtin(['string', 'list', 'list'], (text, separators, spacers) =>
    texts(splitText(text, separators.map(textOf), spacers.map(textOf))),
  ),
  llParseString2List: builtin(['string', 'list', 'list'], (text, separators, spacers) =>
    texts(splitText(text, separators.map(textOf), spacers.map(textOf)).filter((part) => part !== '')),
  ),
};
