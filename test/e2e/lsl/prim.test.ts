import { expect, it } from 'vitest';
import { Prim } from './prim.ts';

const OWNER = 'e4b4f1b3-f9fb-ceb4-b031-1a128795d26b';
const GUEST = '3d9c9417-6b10-594b-b7b0-7d21616aaf50';
const NAMES = new Map([[GUEST, 'Secret2 Linden']]);

async function prim(source: string): Promise<Prim> {
  const made = new Prim(OWNER, (akey) => NAMES.get(akey) ?? '');
  made.add('the script', source);
  await made.settle();
  return made;
}

/** Of a list of texts, each in brackets. */
const shown =
  'show(list l) { integer i; string s; for (i = 0; i < llGetListLength(l); i += 1) s += "[" + llList2String(l, i) + "]"; llSay(0, s); }';
it.each([
  ['llParseStringKeepNulls("a::b::::c::", ["::"], [])', '[a][b][][c][]'],
  ['llParseStringKeepNulls("", ["::"], [])', '[]'],
  ['llParseStringKeepNulls("a:::b", ["::"], [":"])', '[a][][:][b]'],
  ['llParseStringKeepNulls("ab", [""], [])', '[ab]'],
  ['llCSV2List("a, b ,,<1,2>,c d")', '[a][b][][<1,2>][c d]'],
  ['llCSV2List("")', '[]'],
  ['[llList2String(["a", 1.5, 2], -1), llList2String(["a"], 3), llList2String([1.5], 0)]', '[2][][1.500000]'],
  ['[llList2Integer(["5000.000000", 2.9, 7], 0), llList2Integer(["x", 2.9], 1), llList2Integer([], 0)]', '[5000][2][0]'],
  ['[llDumpList2String([1, 2.5, "x", llGetOwner()], "::"), llDumpList2String([], ",")]', `[1::2.500000::x::${OWNER}][]`],
  ['[llGetScriptName(), llKey2Name(llGetOwner()), llDetectedKey(0)]', '[the script][][]'],
])('%s', async (expression, text) => {
  const made = await prim(`${shown} default { state_entry() { show(${expression}); } }`);
  expect(made.said).toEqual([{ to: 0, text }]);
});

it('says whom it is touched by, on channels and to its owner', async () => {
  const made = await prim(`default { touch_start(integer n) {
    llSay(7, llKey2Name(llDetectedKey(0)));
    llOwnerSay((string)n + (string)llDetectedKey(1));
  } }`);
  made.touch(GUEST);
  await made.settle();
  expect(made.said).toEqual([
    { to: 7, text: 'Secret2 Linden' },
    { to: 'owner', text: '1' },
  ]);
});

it('starts anew when it is reset: variables as at first, what waited is gone, and nothing after it is done', async () => {
  const made = await prim(`integer touched;
    default {
      state_entry() { llSay(0, "start " + (string)touched); }
      touch_start(integer n) { touched += 1; llSay(0, (string)touched); }
      on_rez(integer n) { llResetScript(); llSay(0, "not reached"); }
    }`);
  made.touch(GUEST);
  made.rez();
  made.touch(GUEST);
  await made.settle();
  made.touch(GUEST);
  await made.settle();
  expect(made.said.map(({ text }) => text)).toEqual(['start 0', '1', 'start 0', '1']);
});

it('hears its own link messages, as others in the prim do, and answers that come later', async () => {
  const made = new Prim(OWNER, () => '');
  const heard: unknown[] = [];
  made.listen((number, text, id) => {
    heard.push([number, text, id]);
    return text === 'ask' ? Promise.resolve().then(() => made.link(2, 'answer', GUEST)) : undefined;
  });
  for (const name of ['one', 'two']) {
    made.add(
      name,
      `default {
      state_entry() { if (llGetScriptName() == "one") llMessageLinked(LINK_THIS, 1, "ask", llGetOwner()); }
      link_message(integer sender, integer number, string text, key id) { llSay(0, llGetScriptName() + " " + (string)number + text + " " + (string)id); }
    }`,
    );
  }
  await made.settle();
  expect(heard).toEqual([
    [1, 'ask', OWNER],
    [2, 'answer', GUEST],
  ]);
  expect(made.said.map(({ text }) => text)).toEqual([
    `one 1ask ${OWNER}`,
    `two 1ask ${OWNER}`,
    `one 2answer ${GUEST}`,
    `two 2answer ${GUEST}`,
  ]);
});
