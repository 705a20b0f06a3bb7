import type { Program } from './syntax.ts';
import type { Value } from './values.ts';

/**
 * What a script takes of its 64 KiB under Mono, by rules of thumb and rather too much than too little: a script without
 * anything 4 KiB; a routine 12 bytes for each part of its statements, in blocks of 512 bytes; a text two bytes a character
 * and 18 around it; an element of a list 16 besides. What a handler needs while it runs comes on top, so half should stay
 * free for texts of some thousand characters.
 */
const BYTES = { script: 4_096, block: 512, part: 12, text: 18, element: 16, number: 8 };

export const MEMORY_LIMIT = 65_536;

export function memoryOf(program: Program, globals: Iterable<Value>): number {
  const routines = [...program.functions.values(), ...[...program.states.values()].flatMap((handlers) => [...handlers.values()])];
  const code = routines.reduce((sum, { body }) => sum + Math.ceil(codeBytes(body) / BYTES.block) * BYTES.block, 0);
  return [...globals].reduce((sum, value) => sum + bytesOf(value), BYTES.script + code);
}

/** Statements and expressions in it, in bytes; literal texts by their length. */
function codeBytes(node: unknown): number {
  if (typeof node !== 'object' || node === null) return 0;
  const own = 'kind' in node ? BYTES.part : 0;
  const text = 'type' in node && node.type === 'string' && 'value' in node && typeof node.value === 'string' ? 2 * node.value.length : 0;
  return Object.values(node).reduce((sum: number, inner) => sum + codeBytes(inner), own + text);
}

function bytesOf(value: Value): number {
  if (value.type === 'list') return value.value.reduce((sum, element) => sum + BYTES.element + bytesOf(element), BYTES.text);
  if (typeof value.value === 'string') return BYTES.text + 2 * value.value.length;
  return BYTES.number * (typeof value.value === 'number' ? 1 : value.value.length);
}
