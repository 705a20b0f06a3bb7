import { randomUUID } from 'node:crypto';
import { type Builtins, builtin, effect } from '../../builtin.ts';
import { MEMORY_LIMIT } from '../../memory.ts';
import { float, integer, key, string, vector } from '../../values.ts';
import { Reset } from '../events.ts';
import type { Host } from '../surroundings.ts';

const MAX_DESCRIPTION = 127;

/** Who and where a script is, what it looks like, and the time. */
export function identityOf(script: Host): Builtins {
  const { world, prim } = script;
  const detected = (index: number) => (index === 0 ? world.events.toucher : '');
  return {
    llGetScriptName: builtin([], () => string(script.name)),
    llGetOwner: builtin([], () => key(prim.owner)),
    llGetKey: builtin([], () => key(prim.key)),
    llGetObjectName: builtin([], () => string(prim.name)),
    llSetObjectName: effect(['string'], (name) => {
      prim.name = name;
    }),
    llGetObjectDesc: builtin([], () => string(prim.description)),
    llSetObjectDesc: effect(['string'], (text) => {
      prim.description = text.slice(0, MAX_DESCRIPTION);
    }),
    llGetLinkNumber: builtin([], () => integer(0)),
    llGetRegionName: builtin([], () => string(world.region)),
    llGetPos: builtin([], () => vector(128, 128, 25)),
    llKey2Name: builtin(['key'], (akey) => string(world.nameOf(akey))),
    llGetUsername: builtin(['key'], (akey) =>
      string(
        world
          .nameOf(akey)
          .toLowerCase()
          .replace(' ', '.')
          .replace(/\.resident$/, ''),
      ),
    ),
    llGetDisplayName: builtin(['key'], (akey) => string(world.nameOf(akey))),
    llDetectedKey: builtin(['integer'], (index) => key(detected(index))),
    llDetectedName: builtin(['integer'], (index) => string(world.nameOf(detected(index)))),
    llGenerateKey: builtin([], () => key(randomUUID())),
    llSetText: effect(['string', 'vector', 'float'], (text) => {
      prim.floatingText = text;
    }),
    llSetTexture: effect(['string', 'integer'], (texture) => {
      prim.texture = texture;
    }),
    llGetUsedMemory: builtin([], () => integer(script.memory)),
    llGetFreeMemory: builtin([], () => integer(MEMORY_LIMIT - script.memory)),
    llGetUnixTime: builtin([], () => integer(world.unixTime_s())),
    llGetTime: builtin([], () => float(world.timeline.now_s - script.epoch_s)),
    llResetTime: effect([], () => {
      script.epoch_s = world.timeline.now_s;
    }),
    llSleep: effect(['float'], (seconds) => script.sleep(seconds)),
    llSetTimerEvent: effect(['float'], (seconds) => script.setTimer(seconds)),
    llResetScript: builtin([], () => {
      throw new Reset();
    }),
    llMessageLinked: effect(['integer', 'integer', 'string', 'key'], (_to, number, text, id) => prim.link(number, text, id)),
  };
}
