import { type Param, param } from './procedure.ts';
import { t } from './types.ts';

// Parameters that mean the same in every slice, and need none of them. What names people is in the avatars' words.

/** `done` is what is not done twice. */
export function requestIdParam(done: 'booked' | 'done' | 'made'): Param<string> {
  return param(
    t.string({ max: 128 }),
    `Makes a retry safe: the same request under the same id is ${done} once and answered alike. Any text of your own; empty: no retry is recognised.`,
    '',
  );
}

/** Of a payment. `doc` says where it is shown, and that it is cut; without a `usual` one it has to come. */
export function commentParam(doc: string, ...usual: [] | [string]): Param<string> {
  return param(t.string(), doc, ...usual);
}

/** An id of ours: whatever is no UUID is as unknown as one that nobody has. */
export function idParam(doc: string): Param<string> {
  return param(t.string({ max: 36, min: 36 }), doc);
}
