import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Prim } from './world/prim.ts';

/** Of the link messages of the kit. */
export const NUMBER = 4590;

/** A script of packages/client-lsl. */
export function kitScript(name: string): string {
  return readFileSync(join(import.meta.dirname, '../../../packages/client-lsl', `${name}.lsl`), 'utf8');
}

/** Puts the kit into an object, as its README says. `card`: further lines of the notecard. */
export function installKit(prim: Prim, url: string, card = ''): void {
  prim.addItem({ type: 'notecard', name: 'scrip', text: `url = ${url}/relay\n${card}` });
  prim.addScript('apez-api', kitScript('apez-api'));
  prim.addScript('apez-permissions', kitScript('apez-permissions'));
}

/** Sends a link message of the kit, and answers the key that comes back with the answer. */
export function send(prim: Prim, text: string, id: string = randomUUID()): string {
  prim.link(NUMBER, text, id);
  return id;
}

/** What came back with this key. */
export function answersTo(prim: Prim, id: string): string[] {
  return prim.linked.filter((message) => message.id === id && /-(rsp|err)::/.test(message.text)).map(({ text }) => text);
}

/** Sends a call, lets this time pass, and answers what came back. */
export async function ask(prim: Prim, text: string, seconds = 5): Promise<string> {
  const id = send(prim, text);
  await prim.world.pass(seconds);
  return answersTo(prim, id).join(' and ');
}
