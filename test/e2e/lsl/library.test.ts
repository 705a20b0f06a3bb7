import { createHash, createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { World } from './world/world.ts';

const OWNER = 'e4b4f1b3-f9fb-ceb4-b031-1a128795d26b';
/** Of a list of texts, each in brackets. */
const SHOW =
  'show(list l) { integer i; string s; for (i = 0; i < llGetListLength(l); i += 1) s += "[" + llList2String(l, i) + "]"; llSay(0, s); }';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

it.each([
  ['llParseStringKeepNulls("a::b::::c::", ["::"], [])', '[a][b][][c][]'],
  ['llParseStringKeepNulls("", ["::"], [])', '[]'],
  ['llParseStringKeepNulls("a:::b", ["::"], [":"])', '[a][][:][b]'],
  ['llParseStringKeepNulls("ab", [""], [])', '[ab]'],
  ['llParseString2List("a,,b,", [","], [])', '[a][b]'],
  ['llCSV2List("a, b ,,<1,2>,c d")', '[a][b][][<1,2>][c d]'],
  ['llCSV2List("")', '[]'],
  ['[llList2CSV([1, "a", 2.5])]', '[1, a, 2.500000]'],
  ['[llList2String(["a", 1.5, 2], -1), llList2String(["a"], 3), llList2String([1.5], 0)]', '[2][][1.500000]'],
  ['[llList2Integer(["5000.000000", 2.9, 7], 0), llList2Integer(["x", 2.9], 1), llList2Integer([], 0)]', '[5000][2][0]'],
  ['[llList2Float(["1.5x", 2], 0), llList2Float(["1.5x", 2], 1), llList2Key(["a"], 0)]', '[1.500000][2.000000][a]'],
  ['[llDumpList2String([1, 2.5, "x", llGetOwner()], "::"), llDumpList2String([], ",")]', `[1::2.500000::x::${OWNER}][]`],
  ['llList2List([1, 2, 3, 4], 1, -2)', '[2][3]'],
  ['llList2List([1, 2, 3, 4], -1, 0)', '[1][4]'],
  ['llList2List([1, 2], 5, 7)', ''],
  ['llDeleteSubList([1, 2, 3, 4], 0, 1)', '[3][4]'],
  ['llListReplaceList([1, 2, 3], ["a", "b"], 1, 1)', '[1][a][b][3]'],
  ['llListInsertList([1, 2], ["a"], 1)', '[1][a][2]'],
  ['llList2ListStrided([1, "a", 2, "b"], 0, -1, 2)', '[1][2]'],
  ['[llListFindList([1, "2", 3], ["2", 3]), llListFindList([1], ["1"]), llListFindList([1], [])]', '[1][-1][0]'],
  ['[llListFindStrided([1, 2, 2, 1], [2], 0, -1, 2)]', '[2]'],
  ['llListSort([3, "c", 1, "a", 2, "b"], 2, TRUE)', '[1][a][2][b][3][c]'],
  ['llListSort(["b", "a", "c"], 1, FALSE)', '[c][b][a]'],
  ['[llGetListEntryType([1], 0), llGetListEntryType(["a"], 0), llGetListEntryType([], 0)]', '[1][3][0]'],
  [
    '[llGetSubString("abcdef", 1, 3), llGetSubString("abc", -2, -1), llGetSubString("abc", 2, 0), llGetSubString("", 0, 0)]',
    '[bcd][bc][ac][]',
  ],
  [
    '[llDeleteSubString("abcdef", 1, 3), llInsertString("ac", 1, "b"), llSubStringIndex("abc", "c"), llSubStringIndex("abc", "x")]',
    '[aef][abc][2][-1]',
  ],
  ['[llReplaceSubString("aXbXc", "X", "$&", 0), llReplaceSubString("aXbXc", "X", "", 1)]', '[a$&b$&c][abXc]'],
  [
    '[llToUpper("aé"), llToLower("AB"), llStringTrim("  a ", STRING_TRIM), llStringTrim(" a ", STRING_TRIM_HEAD), llStringLength("abc")]',
    '[AÉ][ab][a][a ][3]',
  ],
  ['[llOrd("A", 0), llChar(65), llEscapeURL("a b&(c)"), llUnescapeURL("a%20b")]', '[65][A][a%20b%26%28c%29][a b]'],
  ['[llStringToBase64("é"), llBase64ToString("w6k=")]', '[w6k=][é]'],
  ['[llAbs(-3), llFloor(-1.5), llCeil(1.2), llRound(2.5), llRound(-2.5)]', '[3][-2][2][3][-2]'],
  ['[llSHA256String("é"), llMD5String("a", 0)]', `[${sha256('é')}][${createHash('md5').update('a:0').digest('hex')}]`],
  ['[llHMAC("key", "text", "sha256")]', `[${createHmac('sha256', 'key').update('text').digest('base64')}]`],
  [
    '[llJsonGetValue("{\\"a\\":[1,\\"x\\"]}", ["a", 1]), llJsonGetValue("{\\"a\\":{}}", ["a"]), llJsonGetValue("{\\"a\\":1}", ["a"])]',
    '[x][{}][1]',
  ],
  [
    '[llJsonGetValue("{}", ["a"]) == JSON_INVALID, llJsonGetValue("no", ["a"]) == JSON_INVALID, llJsonGetValue("[true]", [0]) == JSON_TRUE]',
    '[1][1][1]',
  ],
  ['[llJsonValueType("[null]", [0]) == JSON_NULL, llJsonValueType("{\\"a\\":[]}", ["a"]) == JSON_ARRAY]', '[1][1]'],
  [
    '[llJsonSetValue("{\\"a\\":1}", ["b", "c"], "x"), llJsonSetValue("[1]", [JSON_APPEND], "2"), llJsonSetValue("{\\"a\\":1}", ["a"], JSON_DELETE)]',
    '[{"a":1,"b":{"c":"x"}}][[1,2]][{}]',
  ],
  [
    '[llList2Json(JSON_OBJECT, ["a", 1, "b", "5", "c", JSON_TRUE]), llList2Json(JSON_ARRAY, ["x", "[1]"])]',
    '[{"a":1,"b":"5","c":true}][["x",[1]]]',
  ],
  ['llJson2List("{\\"a\\":1,\\"b\\":[2]}") + llJson2List("[1,\\"x\\"]")', '[a][1][b][[2]][1][x]'],
])('%s', async (expression, text) => {
  const world = new World();
  const prim = world.rez(OWNER);
  prim.addScript('the script', `${SHOW} default { state_entry() { show(${expression}); } }`);
  await world.settle();
  expect(prim.said).toEqual([{ to: 0, text }]);
});
