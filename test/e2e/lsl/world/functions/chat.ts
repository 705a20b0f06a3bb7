import { type Builtins, builtin, effect } from '../../builtin.ts';
import { NULL_KEY } from '../../constants.ts';
import { integer, textOf } from '../../values.ts';
import type { Host } from '../surroundings.ts';

/** In bytes; what is longer is cut in chat, and refused in a dialog. */
const MAX = { chat: 1_023, dialog: 512, button: 24 };
const MAX_BUTTONS = 12;

const cut = (text: string): string => Buffer.from(text).subarray(0, MAX.chat).toString();

export function chatOf(script: Host): Builtins {
  const { world, prim } = script;
  const speak = (channel: number, text: string) => {
    prim.say(channel, cut(text));
    world.speak(prim, channel, cut(text));
  };
  const say = effect(['integer', 'string'], speak);
  const show = (to: string, text: string, buttons: readonly string[] | undefined, channel: number) => {
    if (text === '' || Buffer.byteLength(text) > MAX.dialog)
      throw new RangeError(`the text has 1 to ${MAX.dialog} bytes, not ${text.length}`);
    const answer = (said: string) => world.say(to, channel, said);
    world.dialogs.show({ to, text, buttons, answer });
    script.sleep(1);
  };
  return {
    llSay: say,
    llWhisper: say,
    llShout: say,
    llRegionSay: say,
    llOwnerSay: effect(['string'], (text) => prim.say('owner', cut(text))),
    llInstantMessage: effect(['key', 'string'], (to, text) => {
      prim.say(to, cut(text));
      script.sleep(2);
    }),
    llRegionSayTo: effect(['key', 'integer', 'string'], (to, channel, text) => {
      prim.say(to, cut(text));
      world.speak(prim, channel, cut(text), to);
    }),
    llListen: builtin(['integer', 'string', 'key', 'string'], (channel, name, id, message) =>
      integer(script.listen({ channel, name, id: id === NULL_KEY ? '' : id, message, active: true })),
    ),
    llListenRemove: effect(['integer'], (handle) => {
      script.listens.delete(handle);
    }),
    llListenControl: effect(['integer', 'integer'], (handle, active) => {
      const listen = script.listens.get(handle);
      if (listen) listen.active = active !== 0;
    }),
    llDialog: effect(['key', 'string', 'list', 'integer'], (to, text, elements, channel) => {
      const buttons = elements.map(textOf);
      if (buttons.length > MAX_BUTTONS) throw new RangeError(`there is room for ${MAX_BUTTONS} buttons, not ${buttons.length}`);
      const wrong = buttons.find((button) => button === '' || Buffer.byteLength(button) > MAX.button);
      if (wrong !== undefined) throw new RangeError(`a button has 1 to ${MAX.button} bytes: ${JSON.stringify(wrong)}`);
      show(to, text, buttons.length > 0 ? buttons : ['OK'], channel);
    }),
    llTextBox: effect(['key', 'string', 'integer'], (to, text, channel) => show(to, text, undefined, channel)),
  };
}
