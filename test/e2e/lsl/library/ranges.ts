/**
 * Which of `length` places lie from `start` to `end`, both included, as the language counts: below zero from the end, and
 * a start behind the end means everything that is not between them.
 */
export function within(length: number, start: number, end: number): (place: number) => boolean {
  const from = start < 0 ? start + length : start;
  const to = end < 0 ? end + length : end;
  return from <= to ? (place) => place >= from && place <= to : (place) => place <= to || place >= from;
}
