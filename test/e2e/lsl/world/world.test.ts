import { expect, it } from 'vitest';
import type { Prim } from './prim.ts';
import { World } from './world.ts';

const OWNER = { akey: 'e4b4f1b3-f9fb-ceb4-b031-1a128795d26b', name: 'ImSoCool Mann' };
const GUEST = { akey: '3d9c9417-6b10-594b-b7b0-7d21616aaf50', name: 'Secret2 Linden' };

async function rezzed(source: string): Promise<Prim> {
  const world = new World();
  world.addAvatar(OWNER, 100);
  world.addAvatar(GUEST, 50);
  const prim = world.rez(OWNER.akey, 'Box');
  prim.addScript('the script', source);
  await world.settle();
  return prim;
}

const texts = ({ said }: Prim): string[] => said.splice(0).map(({ text }) => text);

it('says whom it is touched by, on channels and to its owner', async () => {
  const prim = await rezzed(`default { touch_start(integer n) {
    llSay(7, llKey2Name(llDetectedKey(0)));
    llOwnerSay((string)n + (string)llDetectedKey(1));
  } }`);
  prim.touch(GUEST.akey);
  await prim.world.settle();
  expect(prim.said).toEqual([
    { to: 7, text: 'Secret2 Linden' },
    { to: 'owner', text: '1' },
  ]);
});

it('starts anew when it is reset: variables as at first, what waited is gone, and nothing after it is done', async () => {
  const prim = await rezzed(`integer touched;
    default {
      state_entry() { llSay(0, "start " + (string)touched); }
      touch_start(integer n) { touched += 1; llSay(0, (string)touched); }
      on_rez(integer n) { llResetScript(); llSay(0, "not reached"); }
    }`);
  prim.touch(GUEST.akey);
  prim.rez();
  prim.touch(GUEST.akey);
  await prim.world.settle();
  prim.touch(GUEST.akey);
  await prim.world.settle();
  expect(texts(prim)).toEqual(['start 0', '1', 'start 0', '1']);
});

it('hears its own link messages, as others in the prim do', async () => {
  const prim = await rezzed('default { }');
  for (const name of ['one', 'two']) {
    prim.addScript(
      name,
      `default {
        state_entry() { if (llGetScriptName() == "one") llMessageLinked(LINK_THIS, 1, "ask", llGetOwner()); }
        link_message(integer sender, integer number, string text, key id) { llSay(0, llGetScriptName() + (string)number + text + (string)id); }
      }`,
    );
  }
  await prim.world.settle();
  expect(texts(prim)).toEqual([`one1ask${OWNER.akey}`, `two1ask${OWNER.akey}`]);
});

it('changes its state: what it listened to is gone, and its timer goes on', async () => {
  const prim = await rezzed(`default {
      state_entry() { llSetTimerEvent(2); llListen(5, "", "", ""); }
      state_exit() { llSay(0, "out"); }
      touch_start(integer n) { state open; llSay(0, "not reached"); }
      listen(integer channel, string name, key id, string text) { llSay(0, "default hears " + text); }
      timer() { llSay(0, "default ticks"); }
    }
    state open {
      state_entry() { llSay(0, "open"); }
      listen(integer channel, string name, key id, string text) { llSay(0, "open hears"); }
      timer() { llSay(0, "open ticks"); state default; }
    }`);
  prim.world.say(GUEST.akey, 5, 'x');
  prim.touch(GUEST.akey);
  await prim.world.pass(2);
  prim.world.say(GUEST.akey, 5, 'y');
  await prim.world.settle();
  expect(texts(prim)).toEqual(['default hears x', 'out', 'open', 'open ticks', 'default hears y']);
});

it('has a timer of its own, and no time passes but in the world', async () => {
  const prim = await rezzed(`integer n; default {
    state_entry() { llSetTimerEvent(10); }
    timer() { n++; llSay(0, (string)((integer)llGetTime())); if (n == 3) llSetTimerEvent(0); }
  }`);
  await prim.world.pass(9);
  expect(texts(prim)).toEqual([]);
  await prim.world.pass(100);
  expect(texts(prim)).toEqual(['10', '20', '30']);
});

it('sleeps: what comes meanwhile waits', async () => {
  const prim = await rezzed('default { touch_start(integer n) { llSay(0, (string)((integer)llGetTime())); llSleep(5); } }');
  prim.touch(GUEST.akey);
  prim.touch(GUEST.akey);
  await prim.world.settle();
  expect(texts(prim)).toEqual(['0']);
  await prim.world.pass(5);
  expect(texts(prim)).toEqual(['5']);
});

it('loses what comes while 64 events wait', async () => {
  const prim = await rezzed('integer n; default { state_entry() { llSleep(1); } touch_start(integer i) { n++; llSay(0, (string)n); } }');
  for (let i = 0; i < 70; i++) prim.touch(GUEST.akey);
  await prim.world.pass(2);
  expect([texts(prim).at(-1), prim.world.events.lost]).toEqual(['64', 6]);
});

it('collides with its heap', async () => {
  const prim = await rezzed('string s = "0123456789abcdef"; default { touch_start(integer n) { s += s; } }');
  const grow = async () => {
    for (let i = 0; i < 12; i++) {
      prim.touch(GUEST.akey);
      await prim.world.settle();
    }
  };
  await expect(grow()).rejects.toThrow('stack-heap collision: the script takes');
});

it('asks by dialogs: by whom a button is pressed is told, and who did not get one hears nothing', async () => {
  const prim = await rezzed(`default {
    state_entry() { llListen(-9, "", "", ""); }
    touch_start(integer n) { llDialog(llDetectedKey(0), "Well?", ["Yes", "No"], -9); llTextBox(llGetOwner(), "Say", -9); }
    listen(integer channel, string name, key id, string text) { llSay(0, name + " " + text + (string)(id == llGetOwner())); }
  }`);
  const { dialogs } = prim.world;
  prim.touch(GUEST.akey);
  await prim.world.settle();
  expect(dialogs.of(GUEST.akey).map(({ text, buttons }) => [text, buttons])).toEqual([['Well?', ['Yes', 'No']]]);
  expect(() => dialogs.press(OWNER.akey, 'Yes')).toThrow('no box of');
  dialogs.press(GUEST.akey, 'No');
  dialogs.write(OWNER.akey, 'free text');
  await prim.world.pass(5);
  expect(texts(prim)).toEqual(['Secret2 Linden No0', 'ImSoCool Mann free text1']);
  expect(dialogs.of(GUEST.akey)).toEqual([]);
});

it.each([
  ['llDialog(llGetOwner(), "", ["a"], -1);', 'the text has 1 to 512 bytes'],
  ['llDialog(llGetOwner(), "a", ["a234567890123456789012345"], -1);', 'a button has 1 to 24 bytes'],
  ['llDialog(llGetOwner(), "a", [1,2,3,4,5,6,7,8,9,10,11,12,13], -1);', 'there is room for 12 buttons'],
  ['llGiveInventory(llGetOwner(), "none");', 'there is no item none in the object'],
  ['llGetNotecardLine("none", 0);', 'there is no notecard none in the object'],
  ['llHTTPRequest("http://127.0.0.1", [HTTP_CUSTOM_HEADER, "X-SecondLife-Owner-Key", "x"], "");', "a script can't set the header"],
])('%s is an error of the script', async (statement, message) => {
  await expect(rezzed(`default { state_entry() { ${statement} } }`)).rejects.toThrow(message);
});

it('reads notecards line by line, and is told when one is put in', async () => {
  const prim = await rezzed(`integer n; key query; default {
    changed(integer what) { if (what & CHANGED_INVENTORY) query = llGetNotecardLine("card", 0); }
    dataserver(key id, string line) {
      if (id != query || line == EOF) return;
      llSay(0, line);
      n++;
      query = llGetNotecardLine("card", n);
    }
  }`);
  prim.addItem({ type: 'notecard', name: 'card', text: 'one\n\nthree' });
  await prim.world.pass(2);
  expect(texts(prim)).toEqual(['one', '', 'three']);
});

it('gives what lies in it', async () => {
  const prim = await rezzed(
    'default { touch_start(integer n) { llGiveInventory(llDetectedKey(0), llGetInventoryName(INVENTORY_OBJECT, 0)); } }',
  );
  prim.addItem({ type: 'object', name: 'Chair' });
  prim.touch(GUEST.akey);
  await prim.world.settle();
  expect(prim.world.given).toEqual([{ from: prim.key, to: GUEST.akey, item: 'Chair' }]);
});

it('keeps linkset data over resets, and tells what is protected to nobody else', async () => {
  const prim = await rezzed(`default {
    state_entry() {
      llSay(0, (string)llLinksetDataWriteProtected("secret", "s", "pass"));
      llSay(0, "[" + llLinksetDataRead("secret") + "][" + llLinksetDataReadProtected("secret", "pass") + "]");
      llSay(0, (string)llLinksetDataWrite("secret", "other"));
      llSay(0, (string)llLinksetDataWrite("n", "1"));
    }
    linkset_data(integer action, string name, string value) { llSay(0, name + "=" + value); }
  }`);
  expect(texts(prim)).toEqual(['0', '[][s]', '3', '0', 'secret=', 'n=1']);
  prim.reset();
  await prim.world.settle();
  expect(texts(prim)).toEqual(['5', '[][s]', '3', '5']);
});
